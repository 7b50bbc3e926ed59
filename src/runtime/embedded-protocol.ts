import type { PGlite } from '@electric-sql/pglite'

/** First bytes of the frontend messages that form one extended query up to its Sync. */
const PARTS_OF_A_QUERY = new Set(['P', 'B', 'D', 'E', 'C', 'H'].map((letter) => letter.charCodeAt(0)))

type StreamOptions = NonNullable<Parameters<PGlite['execProtocolRawStream']>[1]>

/**
 * PGlite as the socket server sees it. All clients share one session, so Parse, Bind and Execute of two clients must not
 * interleave: they would bind each other's unnamed statement. The messages of a query are therefore kept until its Sync and
 * run as one, which is also several times faster than one by one.
 */
export function asSocketBackend(database: PGlite): PGlite {
  let pending: Uint8Array[] = []

  async function execProtocolRawStream(message: Uint8Array, options: StreamOptions): Promise<void> {
    if (PARTS_OF_A_QUERY.has(message[0] ?? 0)) {
      pending.push(message)
      return
    }
    const whole = pending.length === 0 ? message : Buffer.concat([...pending, message])
    pending = []
    await database.execProtocolRawStream(whole, options)
  }

  return new Proxy(database, {
    get(target, property) {
      if (property === 'execProtocolRawStream') return execProtocolRawStream
      // The server serves no other client while this says yes, so a half-sent query counts as a transaction.
      if (property === 'isInTransaction') return () => pending.length > 0 || target.isInTransaction()
      if (property === 'exec') {
        return (sql: string) => {
          // Only called to clean up after a client that left.
          pending = []
          return target.exec(sql)
        }
      }
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
