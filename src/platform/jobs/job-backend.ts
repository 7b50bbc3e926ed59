import type { z } from 'zod'
import type { AnyJob, JobDefinition, JobLane, JobSchedule } from './define-job.ts'

export interface EnqueueOptions {
  /**
   * Derived from the row that the work is for. A job that is still queued, running or dead under this id is not added
   * again. Without a colon.
   */
  readonly jobId: string
  readonly delayMilliseconds?: number
  /** 1 comes first; jobs without a priority come before all that have one. */
  readonly priority?: number
}

export interface WorkerOptions {
  /** The lanes that this process works on; all where not given. */
  readonly lanes?: readonly JobLane[]
  /** Jobs run at once in this process; 4 a lane where not given. */
  readonly concurrency?: Readonly<Partial<Record<JobLane, number>>>
}

/** A job that failed for good and waits for somebody to look. */
export interface DeadLetter {
  readonly job: string
  readonly jobId: string
  readonly attempts: number
  /** The name of the error that ended it. */
  readonly reason: string
  readonly failedAt: Date
}

/** Background work. The row is the truth and the queue a hint: enqueue after COMMIT, and let a sweep find what was lost. */
export interface JobBackend {
  enqueue<Payload extends z.ZodObject, Context>(
    job: JobDefinition<Payload, Context>,
    payload: z.input<Payload>,
    options: EnqueueOptions,
  ): Promise<void>
  /**
   * Makes a job come round by itself; once, however many processes say so. Saying it again replaces the schedule. Where the
   * time of a pattern came while nothing ran, the job is run now, once, however often it was missed.
   */
  schedule<Payload extends z.ZodObject, Context>(
    job: JobDefinition<Payload, Context>,
    payload: z.input<Payload>,
    schedule: JobSchedule,
  ): Promise<void>
  /** Begins to run jobs in this process, and to sweep. May be called once. */
  startWorkers<Context>(jobs: readonly AnyJob<Context>[], context: Context, options?: WorkerOptions): Promise<void>
  deadLetters(): Promise<readonly DeadLetter[]>
  /** Puts a dead letter back into its queue with all its attempts; says whether there was one. */
  retry<Context>(job: AnyJob<Context>, jobId: string): Promise<boolean>
  /**
   * Takes every job that is not running out of its queue whose payload names one of these ids, dead letters too; says how
   * many there were.
   */
  forget(ids: ReadonlySet<string>): Promise<number>
  /** @throws when the queue cannot be reached. */
  ping(): Promise<void>
  /** Takes no more jobs, lets running ones end for a while, then leaves them to be run again elsewhere. */
  close(): Promise<void>
}
