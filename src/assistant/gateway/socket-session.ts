import type { Socket } from 'node:net'
import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import type { Caller } from '../../operations/define-operation.ts'
import { ACCOUNT_ENDED, type EventBus, type UserEvent } from '../../platform/events/index.ts'
import { inSpan } from '../../platform/telemetry/tracing.ts'
import { BODY_LIMIT_BYTES } from './body-limit.ts'
import type { Compaction } from './compaction.ts'
import { GatewayError, wireError } from './gateway-error.ts'
import { responseId, runIdOf } from './open-responses/identifiers.ts'
import { readCreateRequest } from './open-responses/read-request.ts'
import { readStartingAfter } from './open-responses/starting-after.ts'
import type { LoggedEvent } from './runs/logged-event.ts'
import type { RunRecord } from './runs/run-record.ts'
import type { Runs } from './runs/runs.ts'
import { frameOfUserEvent } from './user-event-frame.ts'

/** How many requests of one socket may wait behind the one that is being answered. */
const MAXIMUM_QUEUED = 16
/** Bytes on their way to a slow reader beyond which nothing more is sent until they are gone. */
const HIGH_WATER_BYTES = 1_000_000
const PATIENCE_MILLISECONDS = 60_000
const PING_MILLISECONDS = 25_000
/** The specification's limit for one connection. */
const LIFETIME_MILLISECONDS = 60 * 60_000

const frameSchema = z.looseObject({
  type: z.string().max(128),
  stream_id: z.string().max(128).optional(),
  response_id: z.string().max(128).optional(),
  response: z.record(z.string(), z.unknown()).optional(),
})
type Frame = z.infer<typeof frameSchema>

export interface SocketSessionOptions {
  readonly caller: Caller
  readonly runs: Runs
  readonly bus: EventBus
  readonly compaction: Compaction
  readonly origin: string
  /** The connection below the socket, for writing the frames of one moment in one go. */
  readonly connection: Socket
  readonly report: (error: unknown) => void
}

/**
 * One open socket. Requests on it are answered one after the other; what is asked of a run is bound to the run, so the
 * end of the socket ends nothing.
 */
export class SocketSession {
  readonly #socket: WebSocket
  readonly #options: SocketSessionOptions
  readonly #closed = new AbortController()
  readonly #queue: Frame[] = []
  /** Runs that were asked not to be stored: they can be continued on this socket only. */
  readonly #remembered = new Set<string>()
  #current: RunRecord | undefined
  #working = false
  #alive = true
  #expired = false

  constructor(socket: WebSocket, options: SocketSessionOptions) {
    this.#socket = socket
    this.#options = options
    const unsubscribe = options.bus.subscribe(options.caller.userId, (event) => this.#tell(event))
    const ping = setInterval(() => this.#ping(), PING_MILLISECONDS).unref()
    const lifetime = setTimeout(() => this.#expire(), LIFETIME_MILLISECONDS).unref()
    socket.on('pong', () => {
      this.#alive = true
    })
    socket.on('message', (data) => this.#receive(data))
    // The close that follows an error says all there is to say.
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      unsubscribe()
      clearInterval(ping)
      clearTimeout(lifetime)
      this.#closed.abort()
    })
  }

  #receive(data: RawData): void {
    try {
      const frame = readFrame(data)
      switch (frame.type) {
        case 'response.create':
        case 'swasthwrap:response.resume':
          if (this.#queue.length >= MAXIMUM_QUEUED) throw new GatewayError('too_many_queued')
          this.#queue.push(frame)
          this.#work().catch(this.#options.report)
          return
        case 'swasthwrap:response.cancel':
          this.#cancel(frame).catch((error: unknown) => this.#fail(error))
          return
        default:
          throw new GatewayError('unknown_event', 'type', { type: frame.type })
      }
    } catch (error) {
      this.#fail(error)
    }
  }

  async #work(): Promise<void> {
    if (this.#working) return
    this.#working = true
    for (let frame = this.#queue.shift(); frame && !this.#closed.signal.aborted; frame = this.#queue.shift()) {
      try {
        await inSpan(`frame ${frame.type}`, 'server', {}, () =>
          frame.type === 'response.create' ? this.#create(frame) : this.#resume(frame),
        )
      } catch (error) {
        this.#fail(error, frame)
      }
    }
    this.#working = false
    if (this.#expired) this.#sayGoodbye()
  }

  async #create(frame: Frame): Promise<void> {
    const { caller, runs, compaction, origin } = this.#options
    const body = frame.response ?? frame
    const previous =
      typeof body['previous_response_id'] === 'string' ? runIdOf(body['previous_response_id']) : undefined
    try {
      const request = readCreateRequest(body, {
        idempotencyKey: undefined,
        openCompaction: (sealed) => compaction.open(caller.userId, sealed),
      })
      const run = await runs.start(caller, request, { origin, remembers: (id) => this.#remembered.has(id) })
      if (!request.echo.store) this.#remembered.add(run.id)
      this.#current = run
      await this.#send(runs.follow(run, -1, this.#closed.signal), frame)
    } catch (error) {
      // A continuation that failed leaves nothing on this socket to continue from.
      if (previous) this.#remembered.delete(previous)
      throw error
    } finally {
      this.#current = undefined
    }
  }

  async #resume(frame: Frame): Promise<void> {
    const after = readStartingAfter(frame['starting_after'])
    const run = await this.#find(frame.response_id)
    await this.#send(this.#options.runs.follow(run, after, this.#closed.signal), frame)
  }

  async #cancel(frame: Frame): Promise<void> {
    const current = this.#current && responseId(this.#current.id)
    const run = await this.#find(frame.response_id ?? current)
    const response = await this.#options.runs.cancel(run)
    this.#frame(JSON.stringify({ type: 'swasthwrap:response.cancelled', response }))
  }

  #find(id: string | undefined): Promise<RunRecord> {
    const runId = id && runIdOf(id)
    if (!runId) throw new GatewayError('response_not_found', 'response_id')
    return this.#options.runs.find(this.#options.caller, runId, (known) => this.#remembered.has(known))
  }

  async #send(groups: AsyncGenerator<readonly LoggedEvent[]>, { stream_id: lane }: Frame): Promise<void> {
    const { connection } = this.#options
    const head = lane === undefined ? undefined : `{"stream_id":${JSON.stringify(lane)},`
    for await (const events of groups) {
      connection.cork()
      for (const { json } of events) this.#frame(head ? head + json.slice(1) : json)
      connection.uncork()
      if (this.#socket.bufferedAmount > HIGH_WATER_BYTES) await this.#drained()
    }
  }

  #frame(text: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text)
  }

  /** Waits for a slow reader; one that takes nothing at all is let go. */
  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#socket.terminate(), PATIENCE_MILLISECONDS)
      const done = (): void => {
        clearTimeout(timer)
        this.#closed.signal.removeEventListener('abort', done)
        resolve()
      }
      this.#closed.signal.addEventListener('abort', done)
      // Called when everything before it has been handed to the network.
      this.#socket.ping(undefined, undefined, done)
    })
  }

  #fail(error: unknown, frame?: Frame): void {
    const { language, requestId } = this.#options.caller
    const { status, error: body } = wireError(error, { language, requestId, bodyLimit: BODY_LIMIT_BYTES })
    if (status >= 500) this.#options.report(error)
    const lane = frame?.stream_id === undefined ? {} : { stream_id: frame.stream_id }
    this.#frame(JSON.stringify({ type: 'error', ...lane, status, error: body }))
  }

  #tell(event: UserEvent): void {
    // 1008: whose socket it is does not exist any more.
    if (event.type === ACCOUNT_ENDED) {
      this.#socket.close(1008)
      return
    }
    const frame = frameOfUserEvent(event)
    if (frame && this.#socket.bufferedAmount < HIGH_WATER_BYTES) this.#frame(JSON.stringify(frame))
  }

  #ping(): void {
    if (!this.#alive) {
      this.#socket.terminate()
      return
    }
    this.#alive = false
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  #expire(): void {
    this.#expired = true
    if (!this.#working) this.#sayGoodbye()
  }

  #sayGoodbye(): void {
    this.#fail(new GatewayError('websocket_connection_limit_reached'))
    this.#socket.close(1000)
  }
}

function readFrame(data: RawData): Frame {
  let value: unknown
  try {
    value = JSON.parse(textOf(data))
  } catch {
    throw new GatewayError('invalid_json')
  }
  const parsed = frameSchema.safeParse(value)
  if (!parsed.success) throw new GatewayError('invalid_parameter', parsed.error.issues[0]?.path.join('.') || 'type')
  return parsed.data
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString()
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString()
}
