/** Why a turn ended early: somebody asked for it. */
export class TurnStopped extends Error {
  override name = 'TurnStopped'
}

/** Why a turn ended early: this process ends, and another one will answer. Nothing is kept, nobody is told. */
export class TurnHandedOver extends Error {
  override name = 'TurnHandedOver'
}

/**
 * The events of `source` until `signal` is aborted. The stop does not wait for the source: a stage that ignores its
 * signal is left behind, and what it still says is dropped.
 * @throws the reason of the abort.
 */
export async function* untilStopped<Event>(source: AsyncGenerator<Event>, signal: AbortSignal): AsyncGenerator<Event> {
  const stopped = Promise.withResolvers<never>()
  // Nobody may be waiting at the moment of the abort.
  stopped.promise.catch(() => undefined)
  const stop = (): void => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    while (true) {
      signal.throwIfAborted()
      const next = source.next()
      const result = await Promise.race([next, stopped.promise])
      if (result.done) return
      yield result.value
    }
  } finally {
    signal.removeEventListener('abort', stop)
    // Lets the source clean up behind our back; its failures while being left are of no more use to anybody.
    source.return(undefined).catch(() => undefined)
  }
}
