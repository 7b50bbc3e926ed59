import { startWorker } from '../src/start-worker.ts'
import { orSaySo } from './or-say-so.ts'

/** Everything but reading: reminders, trends, search, and what comes round by itself. */
await orSaySo(() => startWorker(['default', 'delivery']))
