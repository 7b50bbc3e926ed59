import { sentenceFor } from '../src/start.ts'

/** Starts a process, or ends it with what the operator can put right. */
export async function orSaySo(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exit(1)
  }
}
