import { runWorker } from './run-worker.ts'

/** Everything but reading: reminders, trends, search, and what comes round by itself. */
await runWorker(['default', 'delivery'])
