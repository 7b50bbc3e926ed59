import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Brings a folder and all that is in it to the disk. */
export async function syncTree(folder: string): Promise<void> {
  const worker = new Worker(new URL('./durable-folder-worker.ts', import.meta.url), { workerData: { folder } })
  // An error in there rejects.
  await once(worker, 'exit')
}
