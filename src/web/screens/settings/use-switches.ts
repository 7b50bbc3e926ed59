import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'

/** Settings that count as soon as they are changed. */
export interface Switches {
  readonly error: unknown
  /** What was chosen a moment ago, before the server has answered. */
  readonly chosen: Readonly<Record<string, unknown>>
  readonly change: (
    path: string,
    name: string,
    value: unknown,
    more?: Readonly<Record<string, unknown>>,
  ) => Promise<void>
}

/** @param onChanged has what is shown asked for again. */
export function useSwitches(onChanged: () => void): Switches {
  const [chosen, setChosen] = useState<Readonly<Record<string, unknown>>>({})
  const [error, setError] = useState<unknown>()
  const change: Switches['change'] = async (path, name, value, more = {}) => {
    const key = `${path}/${name}`
    setError(undefined)
    setChosen((before) => ({ ...before, [key]: value }))
    try {
      await request('PATCH', path, { body: { [name]: value, ...more } })
      onChanged()
    } catch (reason) {
      setError(reason)
      setChosen((before) => Object.fromEntries(Object.entries(before).filter(([each]) => each !== key)))
    }
  }
  return { error, chosen, change }
}
