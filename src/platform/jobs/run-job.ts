import { DelayedError, type Job, type Processor, UnrecoverableError, WaitingError } from 'bullmq'
import { DatabaseUnavailable } from '../database/index.ts'
import { inSpan } from '../telemetry/tracing.ts'
import { type AnyJob, JobCannotSucceed } from './define-job.ts'

/** After how long a job is begun again that found no database. */
const AWAY_MILLISECONDS = 2_000

export interface JobRunnerOptions<Context> {
  readonly jobs: ReadonlyMap<string, AnyJob<Context>>
  readonly context: Context
  readonly report: (error: unknown) => void
  /** See `JobAttempt.standAside`. */
  readonly standAside: () => void
}

/** Runs the job's handler. What goes wrong is reported whole, while the queue keeps the kind of error only. */
export function runJob<Context>({ jobs, context, report, standAside }: JobRunnerOptions<Context>): Processor {
  // BullMQ hands out a signal only to a function that declares three parameters.
  return async (job: Job, token: string | undefined, given: AbortSignal | undefined) => {
    const signal = given ?? new AbortController().signal
    const definition = jobs.get(job.name)
    if (!definition) throw new Error('This process does not know the job')
    const number = job.attemptsMade + 1
    try {
      const payload = definition.payload.parse(job.data)
      const last = number >= (job.opts.attempts ?? 1)
      await inSpan(`job ${job.name}`, 'consumer', { 'swasthwrap.attempt': number }, () =>
        definition.run(context, payload, { number, last, signal, standAside }),
      )
    } catch (error) {
      if (signal.aborted) {
        // Stopped with the process, through no fault of its own.
        await job.moveToWait(token)
        throw new WaitingError()
      }
      report(error)
      if (error instanceof DatabaseUnavailable) {
        // No fault of the job either: however long the database is away, no attempt is counted.
        await job.moveToDelayed(Date.now() + AWAY_MILLISECONDS, token)
        throw new DelayedError()
      }
      throw error instanceof JobCannotSucceed ? new UnrecoverableError(nameOf(error)) : new Error(nameOf(error))
    }
  }
}

/** Messages of errors may quote what was being worked on; their names do not. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
