import { runWorker } from './run-worker.ts'

/** All background work in one process, for a machine that is not worth two. */
await runWorker(['default', 'delivery', 'reading'])
