import { startWorker } from '../src/start-worker.ts'
import { orSaySo } from './or-say-so.ts'

/** All background work in one process, for a machine that is not worth two. */
await orSaySo(() => startWorker(['default', 'delivery', 'reading']))
