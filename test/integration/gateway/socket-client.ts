import { WebSocket } from 'ws'

// biome-ignore lint/suspicious/noExplicitAny: wire events are inspected field by field in tests.
export type WireEvent = any

const TERMINAL = new Set(['response.completed', 'response.failed', 'response.incomplete', 'error'])

/** A bare WebSocket that remembers what it received. */
export class SocketClient {
  readonly socket: WebSocket
  readonly events: WireEvent[] = []
  readonly closed: Promise<number>
  readonly #waiting = new Set<() => void>()
  #read = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)))
    socket.on('message', (data) => {
      this.events.push(JSON.parse(String(data)))
      for (const wake of this.#waiting) wake()
    })
    socket.on('error', () => undefined)
  }

  static async open(url: string, userId: string, headers: Record<string, string> = {}): Promise<SocketClient> {
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${userId}`, ...headers } })
    const client = new SocketClient(socket)
    await new Promise((resolve, reject) => {
      socket.on('open', resolve)
      socket.on('error', reject)
      socket.on('unexpected-response', (_, response) => reject(new Error(`HTTP ${response.statusCode}`)))
    })
    return client
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  /** The next event that was not yet taken. */
  async next(milliseconds = 10_000): Promise<WireEvent> {
    const deadline = Date.now() + milliseconds
    while (this.#read >= this.events.length) {
      if (Date.now() > deadline) throw new Error('No event came')
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake)
          clearTimeout(timer)
          resolve()
        }
        const timer = setTimeout(wake, 50)
        this.#waiting.add(wake)
      })
    }
    return this.events[this.#read++]
  }

  /** Takes events up to and with the first one of a type. */
  async until(type: string): Promise<WireEvent[]> {
    const taken: WireEvent[] = []
    do taken.push(await this.next())
    while (taken.at(-1).type !== type)
    return taken
  }

  /** Takes the events of one answer, or the error instead of it. */
  async answer(): Promise<WireEvent[]> {
    const taken: WireEvent[] = []
    do taken.push(await this.next())
    while (!TERMINAL.has(taken.at(-1).type))
    return taken
  }
}

export function textOf(events: readonly WireEvent[]): string {
  return events
    .filter((event) => event.type === 'response.output_text.delta')
    .map((event) => event.delta)
    .join('')
}
