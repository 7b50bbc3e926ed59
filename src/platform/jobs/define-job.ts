import type { z } from 'zod'

/**
 * Queues that do not wait for one another: `reading` is slow and busy, `delivery` must be prompt, everything else is
 * `default`.
 */
export const JOB_LANES = ['default', 'reading', 'delivery'] as const
export type JobLane = (typeof JOB_LANES)[number]

/** When a job comes round by itself: a cron pattern in a time zone, or every so often. */
export type JobSchedule =
  | { readonly pattern: string; readonly timezone: string }
  | { readonly everyMilliseconds: number }

/** One occasion of running a job. */
export interface JobAttempt {
  /** 1 for the first. */
  readonly number: number
  /** Whether a failure now puts the job among the dead letters. */
  readonly last: boolean
  /** Aborted when the process wants to stop: leave work undone, it will be run again. */
  readonly signal: AbortSignal
  /**
   * Lets the next job of the lane begin beside this one, for work that takes so long that others must not wait for its
   * end. One at a time: while a job that was let in so goes on, asking again does nothing.
   */
  readonly standAside: () => void
}

/** A row whose work is still to be done. */
interface PendingJob<Payload> {
  readonly jobId: string
  /** 1 comes first; jobs without a priority come before all that have one. */
  readonly priority?: number
  readonly payload: Payload
}

/**
 * A kind of background work. Its handler may run twice for one job, after a crash for instance, and must not mind.
 * `Context` is what the handler needs from the process that runs it.
 */
export interface JobDefinition<Payload extends z.ZodObject, Context> {
  /** Dotted, unique, noun before verb: `documents.read`. */
  readonly name: string
  readonly lane?: JobLane
  /** Ids, kinds and numbers. No health data goes into a queue. */
  readonly payload: Payload
  /** How often it is tried before it becomes a dead letter. 5 where not given. */
  readonly attempts?: number
  /** The wait before the second attempt; it doubles each time. 1,000 where not given. */
  readonly backoffMilliseconds?: number
  readonly run: (context: Context, payload: z.output<Payload>, attempt: JobAttempt) => Promise<void>
  /**
   * Finds rows whose job was never enqueued or was lost. Run at the start and every minute; what is already queued under
   * the same id stays as it is.
   */
  readonly sweep?: (context: Context) => Promise<readonly PendingJob<z.output<Payload>>[]>
}

// biome-ignore lint/suspicious/noExplicitAny: `run` is contravariant in its payload, so only `any` admits every job.
export type AnyJob<Context> = JobDefinition<any, Context>

export function defineJob<Payload extends z.ZodObject, Context>(
  definition: JobDefinition<Payload, Context>,
): JobDefinition<Payload, Context> {
  return Object.freeze(definition)
}

/** Thrown by a handler that knows that trying again is useless: the job becomes a dead letter at once. */
export class JobCannotSucceed extends Error {
  override name = 'JobCannotSucceed'
}
