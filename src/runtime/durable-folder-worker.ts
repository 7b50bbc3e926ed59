import { workerData } from 'node:worker_threads'
import { bringToDisk } from './durable-folder.ts'

/** In a thread of its own: among the work of others the same steps take three times as long. */
bringToDisk((workerData as { readonly folder: string }).folder)
