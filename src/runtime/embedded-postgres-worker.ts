import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { EmbeddedPostgresOptions } from './embedded-postgres.ts'
import { asSocketBackend } from './embedded-protocol.ts'

/*
 * Runs PGlite in a thread of its own: its queries are synchronous WebAssembly, and on the main thread each of them would
 * stop every open stream.
 */

const { folder, socketPath } = workerData as EmbeddedPostgresOptions

const SETTINGS = [
  // A whole process has less than a server's cache; 128 MB, the default, would be half of its memory.
  'shared_buffers=16MB',
  // Job queues find their tables by the search path, and a client's own start-up parameters do not count here.
  'search_path=public,bullmq',
]

const database = await PGlite.create({
  dataDir: folder,
  extensions: { vector },
  relaxedDurability: false,
  startParams: [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])],
})
const server = new PGLiteSocketServer({ db: asSocketBackend(database), path: socketPath, maxConnections: 200 })
await server.start()

parentPort?.once('message', async () => {
  await server.stop()
  await database.close()
  parentPort?.postMessage('closed')
})
parentPort?.postMessage('ready')
