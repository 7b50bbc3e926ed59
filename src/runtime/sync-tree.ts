import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Brings a folder, or a copy of another one, to the disk: what PostgreSQL logs there later is worth nothing without it. */
export async function syncTree(folder: string, from?: string): Promise<void> {
  const worker = new Worker(new URL('./durable-folder-worker.ts', import.meta.url), { workerData: { from, folder } })
  // An error in there rejects.
  await once(worker, 'exit')
}
