import { setTimeout as delay } from 'node:timers/promises'

/** Asks until there is an answer. @throws naming what was waited for. */
export async function waitFor<Value>(
  what: string,
  ask: () => Value | undefined | false | Promise<Value | undefined | false>,
  milliseconds = 15_000,
): Promise<Value> {
  const until = Date.now() + milliseconds
  for (;;) {
    const value = await ask()
    if (value !== undefined && value !== false) return value
    if (Date.now() > until) throw new Error(`Waited in vain for ${what}`)
    await delay(20)
  }
}
