import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** The way between the browser and the server, which can break. */
export interface Line {
  readonly address: string
  /** Breaks every connection, and refuses new ones until it is mended. */
  cut(): void
  mend(): void
  close(): void
}

/** A line to a server, beside which the browser has no other way to it. */
export async function lineTo(address: string): Promise<Line> {
  const { port } = new URL(address)
  const open = new Set<Socket>()
  let isCut = false
  const proxy = createServer((incoming) => {
    if (isCut) {
      incoming.destroy()
      return
    }
    const outgoing = connect(Number(port), '127.0.0.1')
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      isCut = false
    },
    close() {
      for (const socket of open) socket.destroy()
      proxy.close()
    },
  }
}
