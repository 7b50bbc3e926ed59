import { startWorker } from '../src/start-worker.ts'
import { orSaySo } from './or-say-so.ts'

/** Reads documents: slow, busy and hungry for memory, so it scales by itself. */
await orSaySo(() => startWorker(['reading']))
