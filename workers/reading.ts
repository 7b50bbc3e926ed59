import { runWorker } from './run-worker.ts'

/** Reads documents: slow, busy and hungry for memory, so it scales by itself. */
await runWorker(['reading'])
