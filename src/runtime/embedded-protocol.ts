import type { PGlite } from '@electric-sql/pglite'

/*
 * PostgreSQL's messages begin with a letter and a length:
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
const QUERY = 'Q'.charCodeAt(0)
const SYNC = 'S'.charCodeAt(0)

/** Messages that form one extended query up to its Sync: Parse, Bind, Describe, Execute, Close, Flush. */
const PARTS_OF_A_QUERY = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

/** ReadyForQuery without its last byte, the state of the transaction. */
const READY = Buffer.from([...Buffer.from('Z'), 0, 0, 0, 5])

type StreamOptions = NonNullable<Parameters<PGlite['execProtocolRawStream']>[1]>

/** The engine itself failed, not a statement; it answers nobody any more. */
export class EngineFailure extends Error {
  override name = 'EngineFailure'
}

/**
 * PGlite as the socket server sees it. All clients share one session, so Parse, Bind and Execute of two clients must not
 * interleave: they would bind each other's unnamed statement. That happens as soon as a long query arrives in pieces. The
 * messages of a query are therefore kept until its Sync and run as one.
 * @param onFailure told when the engine can only be started anew, which it does not say itself: after a trap in
 * WebAssembly, such as an overflow of the stack, it gives empty answers for ever.
 */
export function asSocketBackend(database: PGlite, onFailure: (error: EngineFailure) => void): PGlite {
  let pending: Uint8Array[] = []

  async function execProtocolRawStream(message: Uint8Array, options: StreamOptions): Promise<void> {
    if (PARTS_OF_A_QUERY.has(message[0] ?? 0)) {
      pending.push(message)
      return
    }
    const whole = pending.length === 0 ? message : Buffer.concat([...pending, message])
    pending = []
    const answer = new LastBytes(READY.length + 1)
    try {
      await database.execProtocolRawStream(whole, {
        ...options,
        onRawData: (data) => {
          answer.add(data)
          options.onRawData(data)
        },
      })
    } catch (cause) {
      onFailure(new EngineFailure('The embedded database failed', { cause }))
      throw cause
    }
    if (endsInReady(message) && !answer.bytes.subarray(0, -1).equals(READY)) {
      onFailure(new EngineFailure('The embedded database ended a statement without an answer'))
    }
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

/** Whether an answer to the message ends in ReadyForQuery. That to COPY does not: it asks for the rows first. */
function endsInReady(message: Uint8Array): boolean {
  if (message[0] === SYNC) return true
  return message[0] === QUERY && !/^\s*copy\b/i.test(Buffer.from(message.subarray(5, 64)).toString('latin1'))
}

/** The end of a stream of bytes. */
class LastBytes {
  bytes = Buffer.alloc(0)
  readonly #count: number

  constructor(count: number) {
    this.#count = count
  }

  add(data: Uint8Array): void {
    this.bytes = Buffer.from(Buffer.concat([this.bytes, data.subarray(-this.#count)]).subarray(-this.#count))
  }
}
