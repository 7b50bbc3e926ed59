import net from 'node:net'

/** Stands between the server and something that it works with, so that a test can take that away and give it back. */
export interface CutProxy {
  readonly port: number
  /** Ends every connection and takes no more. */
  cut(): Promise<void>
  /** Takes connections again. */
  restore(): Promise<void>
  close(): Promise<void>
}

/** Passes connections on to a port of this host. */
export async function startCutProxy(targetPort: number): Promise<CutProxy> {
  const sockets = new Set<net.Socket>()
  const pass = (near: net.Socket): void => {
    const far = net.connect(targetPort, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.setNoDelay()
      one.pipe(other)
      // Every error is followed by the close.
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  }
  let server = net.createServer(pass)
  const listen = (port: number): Promise<void> => {
    server = net.createServer(pass)
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  }
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }
  return { port, cut, restore: () => listen(port), close: () => (server.listening ? cut() : Promise.resolve()) }
}
