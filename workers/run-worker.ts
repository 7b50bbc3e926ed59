import { loadProgram } from '../src/load-program.ts'
import type { JobLane } from '../src/platform/jobs/index.ts'

/** Starts a worker on these lanes, or ends the process with what the operator can put right. */
export async function runWorker(lanes: readonly JobLane[]): Promise<void> {
  const { sentenceFor, startWorker } = await loadProgram('start-worker', () => import('../src/start-worker.ts'))
  try {
    await startWorker(lanes)
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exit(1)
  }
}
