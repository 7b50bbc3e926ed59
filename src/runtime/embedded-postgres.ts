import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface EmbeddedPostgresOptions {
  /** PostgreSQL's data folder. */
  readonly folder: string
  readonly socketPath: string
}

export interface EmbeddedPostgres {
  close(): Promise<void>
}

/** Starts PGlite with pgvector in a worker thread; resolves when its socket takes connections. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const worker = new Worker(new URL('./embedded-postgres-worker.ts', import.meta.url), { workerData: options })
  await once(worker, 'message')
  return {
    close: async () => {
      const closed = once(worker, 'message')
      worker.postMessage('close')
      await closed
      await worker.terminate()
    },
  }
}
