import { setTimeout as delay } from 'node:timers/promises'
import type { Job, JobsOptions } from 'bullmq'
import type { z } from 'zod'
import { type AnyJob, JOB_LANES, type JobDefinition, type JobLane, type JobSchedule } from './define-job.ts'
import type { DeadLetter, EnqueueOptions, JobBackend, WorkerOptions } from './job-backend.ts'
import type { JobConnection, JobQueue, JobWorker } from './job-connection.ts'
import { runJob } from './run-job.ts'

const SWEEP_MILLISECONDS = 60_000
/** How often a queue that was away is asked whether it is back. */
const BACK_MILLISECONDS = 1_000
const DEAD_LETTER_SECONDS = 90 * 24 * 60 * 60
const LISTED_DEAD_LETTERS = 1_000
const LOOKED_AT = 500

/** A worker that dies is noticed when it has not renewed its jobs' locks for this long. */
const LOCK_MILLISECONDS = 15_000

/** BullMQ's word for whoever has locked a job. */
const ANY_TOKEN = '0'

/** How long running jobs may go on when the process stops, before and after they are told to. */
const GRACE_MILLISECONDS = 10_000
const AFTER_ABORT_MILLISECONDS = 3_000

export interface JobBackendOptions {
  /** Told of every error of a job, and of errors that no caller can receive. */
  readonly report: (error: unknown) => void
  /** How long running jobs may go on when the backend closes before they are told to stop. 10,000 where not given. */
  readonly graceMilliseconds?: number
}

/** Jobs on BullMQ, one queue a lane. */
export class BullJobBackend implements JobBackend {
  readonly #connection: JobConnection
  readonly #report: (error: unknown) => void
  readonly #graceMilliseconds: number
  readonly #queues = new Map<JobLane, JobQueue>()
  /** Workers that were opened because a job stood aside. */
  readonly #asides = new Map<JobLane, JobWorker>()
  readonly #closing = new AbortController()
  /** Ends the wait for the next sweep. */
  #wake = new AbortController()
  /** Whether something could not be enqueued since the last sweep. */
  #missed = false
  #workers: JobWorker[] = []
  #sweeping: Promise<void> | undefined
  #closed: Promise<void> | undefined

  constructor(connection: JobConnection, options: JobBackendOptions) {
    this.#connection = connection
    this.#report = options.report
    this.#graceMilliseconds = options.graceMilliseconds ?? GRACE_MILLISECONDS
  }

  /** Opens all queues now: one that is opened while its server is away keeps its first caller waiting until that is back. */
  openQueues(): void {
    for (const lane of JOB_LANES) this.#queueOf(lane)
  }

  async enqueue<Payload extends z.ZodObject, Context>(
    job: JobDefinition<Payload, Context>,
    payload: z.input<Payload>,
    options: EnqueueOptions,
  ): Promise<void> {
    const data = job.payload.parse(payload)
    const jobId = queueId(job, options.jobId)
    try {
      await this.#queue(job).add(job.name, data, {
        ...jobOptions(job),
        jobId,
        ...(options.delayMilliseconds === undefined ? {} : { delay: options.delayMilliseconds }),
        ...(options.priority === undefined ? {} : { priority: options.priority }),
      })
    } catch (error) {
      // The row waits: the sweep finds it once the queue is back.
      this.#missed = true
      this.#wake.abort()
      throw error
    }
  }

  async schedule<Payload extends z.ZodObject, Context>(
    job: JobDefinition<Payload, Context>,
    payload: z.input<Payload>,
    schedule: JobSchedule,
  ): Promise<void> {
    const repeat =
      'pattern' in schedule
        ? { pattern: schedule.pattern, tz: schedule.timezone }
        : { every: schedule.everyMilliseconds }
    const queue = this.#queue(job)
    const before = await queue.getJobScheduler(job.name)
    await queue.upsertJobScheduler(job.name, repeat, {
      name: job.name,
      data: job.payload.parse(payload),
      opts: jobOptions(job),
    })
    // Its time came while nothing ran, and the new schedule has taken that run away. What comes every so often comes soon.
    if ('pattern' in schedule && before?.next !== undefined && before.next <= Date.now()) {
      await this.enqueue(job, payload, { jobId: `missed-${before.next}` })
    }
  }

  async startWorkers<Context>(
    jobs: readonly AnyJob<Context>[],
    context: Context,
    options: WorkerOptions = {},
  ): Promise<void> {
    if (this.#workers.length > 0) throw new Error('The workers are running already')
    const byName = new Map(jobs.map((job) => [job.name, job]))
    if (byName.size < jobs.length) throw new Error('Two jobs have the same name')
    const wanted = options.lanes ?? JOB_LANES
    const own = jobs.filter((job) => wanted.includes(laneOf(job)))
    const lanes = JOB_LANES.filter((lane) => own.some((job) => laneOf(job) === lane))
    if (this.#connection.alone) for (const lane of lanes) await this.#takeBack(lane)
    const open = (lane: JobLane, concurrency: number): JobWorker => {
      const standAside = (): void => this.#letOneIn(lane, () => open(lane, 1))
      const processor = runJob({ jobs: byName, context, report: this.#report, standAside })
      return this.#connection.worker(lane, processor, {
        concurrency,
        lockDuration: LOCK_MILLISECONDS,
        stalledInterval: LOCK_MILLISECONDS / 2,
        // A job whose process died is innocent for the first times.
        maxStalledCount: 3,
      })
    }
    this.#workers = lanes.map((lane) => open(lane, options.concurrency?.[lane] ?? 4))
    await Promise.all(this.#workers.map((worker) => worker.waitUntilReady()))
    this.#sweeping = this.#keepSweeping(own, context)
  }

  /** Opens a worker that takes one job and closes when it has done it. */
  #letOneIn(lane: JobLane, open: () => JobWorker): void {
    if (this.#closing.signal.aborted || this.#asides.has(lane)) return
    const worker = open()
    this.#asides.set(lane, worker)
    worker.once('active', () => {
      worker
        .close()
        .catch(this.#report)
        .finally(() => this.#asides.delete(lane))
    })
  }

  /** Nobody else works here, so what is being worked on is what a process had in hand when it was killed. */
  async #takeBack(lane: JobLane): Promise<void> {
    for (const job of await this.#queueOf(lane).getActive()) await job.moveToWait(ANY_TOKEN)
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    const failed = await Promise.all(JOB_LANES.map((lane) => this.#queueOf(lane).getFailed(0, LISTED_DEAD_LETTERS - 1)))
    return failed
      .flat()
      .map(toDeadLetter)
      .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
  }

  async retry<Context>(job: AnyJob<Context>, jobId: string): Promise<boolean> {
    const found = await this.#queue(job).getJob(queueId(job, jobId))
    if (!found || !(await found.isFailed())) return false
    await found.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    return true
  }

  async forget(ids: ReadonlySet<string>): Promise<number> {
    let forgotten = 0
    for (const lane of JOB_LANES) {
      const queue = this.#queueOf(lane)
      const named: Job[] = []
      for (let from = 0; ; from += LOOKED_AT) {
        const jobs = await queue.getJobs(['waiting', 'prioritized', 'delayed', 'failed'], from, from + LOOKED_AT - 1)
        named.push(...jobs.filter((job) => Object.values(Object(job.data)).some((value) => ids.has(String(value)))))
        if (jobs.length === 0) break
      }
      // One that was taken up meanwhile finds no row any more.
      const removed = await Promise.all(named.map((job) => queue.remove(job.id ?? '')))
      forgotten += removed.reduce((sum, count) => sum + count, 0)
      // The queue's own log of what happened names the jobs; nobody reads it.
      await this.#connection.forgetEvents(queue)
    }
    return forgotten
  }

  async ping(): Promise<void> {
    await this.#connection.ping()
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    this.#closing.abort()
    await this.#sweeping
    await Promise.all([...this.#workers, ...this.#asides.values()].map((worker) => this.#stop(worker)))
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()))
    // A job that did not end keeps its connection, and nobody waits for that.
    await within(AFTER_ABORT_MILLISECONDS, this.#connection.close())
  }

  /** What still runs in the end keeps its lock until that expires, and then belongs to whoever takes it. */
  async #stop(worker: JobWorker): Promise<void> {
    const stopping = worker.close()
    if (await within(this.#graceMilliseconds, stopping)) return
    worker.cancelAllJobs()
    if (await within(AFTER_ABORT_MILLISECONDS, stopping)) return
    this.#report(new Error('A job went on although its process is stopping'))
  }

  async #keepSweeping<Context>(jobs: readonly AnyJob<Context>[], context: Context): Promise<void> {
    const { signal } = this.#closing
    while (!signal.aborted) {
      for (const job of jobs) await this.#sweep(job, context)
      await this.#untilNextSweep()
    }
  }

  /** A minute; less where something could not be enqueued and the queue is back. */
  async #untilNextSweep(): Promise<void> {
    this.#wake = new AbortController()
    if (!this.#missed) await this.#pause(SWEEP_MILLISECONDS)
    while (this.#missed && !this.#closing.signal.aborted) {
      await this.#pause(BACK_MILLISECONDS)
      const isBack = await this.ping().then(
        () => true,
        () => false,
      )
      this.#missed = !isBack
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    const signal = this.#missed ? this.#closing.signal : AbortSignal.any([this.#closing.signal, this.#wake.signal])
    // Aborting ends the wait early, which is all that its rejection says.
    await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
  }

  async #sweep<Context>(job: AnyJob<Context>, context: Context): Promise<void> {
    try {
      for (const { payload, ...options } of (await job.sweep?.(context)) ?? []) {
        await this.enqueue(job, payload, options)
      }
    } catch (error) {
      this.#report(error)
    }
  }

  #queue(job: { readonly lane?: JobLane }): JobQueue {
    return this.#queueOf(laneOf(job))
  }

  #queueOf(lane: JobLane): JobQueue {
    const existing = this.#queues.get(lane)
    if (existing) return existing
    const queue = this.#connection.queue(lane)
    this.#queues.set(lane, queue)
    return queue
  }
}

/** Whether the work was done in time. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const waiting = new AbortController()
  const inTime = await Promise.race([
    work.then(() => true),
    // Aborting ends the wait early, which is all that its rejection says.
    delay(milliseconds, false, { signal: waiting.signal }).catch(() => false),
  ])
  waiting.abort()
  return inTime
}

function laneOf(job: { readonly lane?: JobLane }): JobLane {
  return job.lane ?? 'default'
}

function jobOptions(job: { readonly attempts?: number; readonly backoffMilliseconds?: number }): JobsOptions {
  return {
    attempts: job.attempts ?? 5,
    backoff: { type: 'exponential', delay: job.backoffMilliseconds ?? 1_000, jitter: 0.2 },
    // A finished job gives its id free, so that the row's next change can be enqueued under it.
    removeOnComplete: true,
    removeOnFail: { age: DEAD_LETTER_SECONDS },
    // A stack may quote what was being worked on.
    stackTraceLimit: 0,
  }
}

/** Jobs of a lane share a queue, so the id in it names the job too. */
function queueId(job: { readonly name: string }, jobId: string): string {
  if (jobId.includes(':')) throw new TypeError('A job id must not contain a colon')
  return `${job.name}/${jobId}`
}

function toDeadLetter(job: Job): DeadLetter {
  return {
    job: job.name,
    jobId: job.id?.slice(job.name.length + 1) ?? '',
    attempts: job.attemptsMade,
    reason: job.failedReason ?? '',
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  }
}
