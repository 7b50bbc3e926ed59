import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { type JobConnection, reportErrors } from './job-connection.ts'

export interface RedisJobOptions {
  readonly redisUrl: string
  /** Names the database that the jobs are about, so that two of them may share one Redis. */
  readonly databaseName: string
  readonly report: (error: unknown) => void
}

/** Milliseconds until the next attempt to reach a Redis that is away. */
const retryStrategy = (attempts: number): number => Math.min(attempts * 100, 2_000)

/**
 * While Redis is away an enqueue fails at once instead of keeping its caller waiting, also one that was under way; the sweep
 * makes up for it.
 */
const IMPATIENT = { retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5_000 }

/** Queues in Redis. */
export function redisJobConnection(options: RedisJobOptions): JobConnection {
  const { redisUrl: url } = options
  const prefix = `swasthwrap:${options.databaseName}`
  const client = new Redis(url, { ...IMPATIENT, lazyConnect: true })
  client.on('error', options.report)
  return {
    alone: false,
    queue: (name) => reportErrors(new Queue(name, { connection: { url, ...IMPATIENT }, prefix }), options.report),
    // A worker, on the other hand, waits for as long as it takes.
    worker: (name, processor, workerOptions) =>
      reportErrors(
        new Worker(name, processor, {
          ...workerOptions,
          connection: { url, retryStrategy, maxRetriesPerRequest: null },
          prefix,
        }),
        options.report,
      ),
    forgetEvents: async (queue) => {
      await queue.trimEvents(0)
    },
    ping: async () => {
      if (client.status === 'wait') await client.connect()
      await client.ping()
    },
    close: async () => client.disconnect(),
  }
}
