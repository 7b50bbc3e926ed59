import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

export interface EmbeddedPostgresOptions {
  /** PostgreSQL's data folder. */
  readonly folder: string
  readonly socketPath: string
}

export interface EmbeddedPostgres {
  /** For any PostgreSQL driver, in this process or another one of the same user. */
  readonly connectionString: string
  /** Writes everything down and ends the thread. */
  close(): Promise<void>
}

const SOCKET_NAME = '.s.PGSQL.5432'

/** Bytes that a socket's path may have everywhere: https://man7.org/linux/man-pages/man7/unix.7.html, less on macOS. */
const LONGEST_SOCKET_PATH = 100

/**
 * Starts PGlite with pgvector on a data folder, in a worker thread behind a local socket; resolves when the socket takes
 * connections. The caller holds the folder's lock.
 */
export async function startEmbeddedPostgres(
  folder: string,
  report: (error: unknown) => void,
): Promise<EmbeddedPostgres> {
  const socketFolder = socketFolderOf(folder)
  await mkdir(socketFolder, { recursive: true, mode: 0o700 })
  const socketPath = path.join(socketFolder, SOCKET_NAME)
  // Left behind by a process that was killed; nobody listens, because the lock is ours.
  await rm(socketPath, { force: true })

  const worker = new Worker(new URL('./embedded-postgres-worker.ts', import.meta.url), {
    workerData: { folder, socketPath } satisfies EmbeddedPostgresOptions,
  })
  await once(worker, 'message')
  worker.on('error', report)
  return {
    connectionString: `postgresql://postgres@${encodeURIComponent(socketFolder)}:5432/postgres`,
    close: async () => {
      const closed = Promise.race([once(worker, 'message'), once(worker, 'exit')])
      worker.postMessage('close')
      await closed
      await worker.terminate()
      await rm(socketPath, { force: true })
    },
  }
}

/** Beside the data where the path is short enough for a socket, else in the temporary folder under the data's own name. */
function socketFolderOf(folder: string): string {
  const beside = `${folder}-socket`
  if (Buffer.byteLength(path.join(beside, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) return beside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `swasthwrap-${process.getuid?.() ?? 0}-${name}`)
}
