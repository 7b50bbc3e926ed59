import { useCallback, useEffect, useState } from 'preact/hooks'

export interface Resource<Value> {
  readonly value: Value | undefined
  readonly error: unknown
  readonly loading: boolean
  /** Asks again; what is there stays shown meanwhile. */
  readonly reload: () => void
}

interface Loaded<Value> {
  readonly value: Value | undefined
  readonly error: unknown
  readonly loading: boolean
}

/**
 * What a screen needs from the server.
 * @param load asked again whenever `key` changes; an answer that comes after that is dropped.
 */
export function useResource<Value>(key: string, load: (signal: AbortSignal) => Promise<Value>): Resource<Value> {
  const [state, setState] = useState<Loaded<Value>>({ value: undefined, error: undefined, loading: true })
  const [round, setRound] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    setState((before) => (before.loading ? before : { ...before, loading: true }))
    load(leaving.signal).then(
      (value) => leaving.signal.aborted || setState({ value, error: undefined, loading: false }),
      (error: unknown) => leaving.signal.aborted || setState((before) => ({ ...before, error, loading: false })),
    )
    return () => leaving.abort()
  }, [key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}
