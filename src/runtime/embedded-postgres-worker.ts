import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { DurableFileSystem } from './durable-file-system.ts'
import { copyToDisk } from './durable-folder.ts'
import type { Command, EmbeddedPostgresOptions } from './embedded-postgres.ts'
import { asSocketBackend } from './embedded-protocol.ts'

/*
 * Runs PGlite in a thread of its own: its queries are synchronous WebAssembly, and on the main thread each of them would
 * stop every open stream.
 */

const { folder, socketPath, durable, template } = workerData as EmbeddedPostgresOptions

const SETTINGS = [
  // Of the ways to have the log on the disk this is the one that reaches the disk from here.
  'wal_sync_method=fsync',
  // A whole process has less than a server's cache; 128 MB, the default, would be half of its memory.
  'shared_buffers=16MB',
  // Job queues find their tables by the search path, and a client's own start-up parameters do not count here.
  'search_path=public,bullmq',
]

// Not for a thread that is started in the place of another one.
if (template !== undefined && !existsSync(folder)) copyToDisk(template, folder)

// PGlite's own parameters turn fsync off by -F.
const parameters = PGlite.defaultStartParams.filter((parameter) => !(durable && parameter === '-F'))

const database = await PGlite.create({
  fs: new DurableFileSystem(folder),
  extensions: { vector },
  relaxedDurability: false,
  startParams: [...parameters, ...SETTINGS.flatMap((setting) => ['-c', setting])],
})

/** Ends this thread, with the error for the main thread to report; that starts another one. */
function breakDown(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}

const db = asSocketBackend(database, breakDown)
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 200 })
await server.start()

parentPort?.on('message', async (command: Command) => {
  if (command === 'answer') {
    parentPort?.postMessage('here')
    return
  }
  await server.stop()
  await database.close()
  process.exit()
})
parentPort?.postMessage('ready')
