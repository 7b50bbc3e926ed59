import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq'

/** What we use of a BullMQ queue, whatever its backend. */
export type JobQueue = Pick<
  Queue,
  | 'add'
  | 'close'
  | 'getActive'
  | 'getFailed'
  | 'getJob'
  | 'getJobs'
  | 'getJobScheduler'
  | 'remove'
  | 'trimEvents'
  | 'upsertJobScheduler'
>

/** What we use of a BullMQ worker, whatever its backend. */
export type JobWorker = Pick<Worker, 'cancelAllJobs' | 'close' | 'waitUntilReady'> & {
  once(event: 'active', listener: () => void): unknown
}

/** How queues and workers are made on one kind of backend. Their errors are reported there. */
export interface JobConnection {
  /** Whether no other process can be working on these queues. */
  readonly alone: boolean
  queue(name: string): JobQueue
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): JobWorker
  /** Empties the queue's own log of what happened to its jobs. */
  forgetEvents(queue: JobQueue): Promise<void>
  ping(): Promise<void>
  close(): Promise<void>
}

/** Without a listener an error of an emitter would end the process. */
export function reportErrors<Emitter extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
  emitter: Emitter,
  report: (error: unknown) => void,
): Emitter {
  emitter.on('error', report)
  return emitter
}
