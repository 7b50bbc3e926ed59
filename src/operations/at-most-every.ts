/**
 * Does work for a key at once, and where it is asked for again within the interval, once more at its end: whoever writes ten
 * rows in a moment causes it twice and not ten times. What waits is lost with the process, so it must be found otherwise too.
 * @param report is told of errors that nobody waits for.
 */
export function atMostEvery(
  milliseconds: number,
  work: (key: string) => void | Promise<void>,
  report: (error: unknown) => void,
): (key: string) => Promise<void> {
  /** Whether it was asked for again since it was done. */
  const again = new Map<string, boolean>()

  async function ask(key: string): Promise<void> {
    if (again.has(key)) {
      again.set(key, true)
      return
    }
    again.set(key, false)
    setTimeout(() => {
      const isWanted = again.get(key) === true
      again.delete(key)
      if (isWanted) ask(key).catch(report)
    }, milliseconds).unref()
    await work(key)
  }

  return ask
}
