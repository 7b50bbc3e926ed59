import { useState } from 'preact/hooks'

/** Something that a press sets going. */
export interface Action {
  readonly busy: boolean
  /** What went wrong the last time. */
  readonly error: unknown
  /** Answers whether it went well. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useAction(): Action {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run: Action['run'] = async (work) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      return true
    } catch (reason) {
      setError(reason)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, run }
}
