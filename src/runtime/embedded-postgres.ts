import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'

export interface EmbeddedPostgresOptions {
  /** PostgreSQL's data folder. */
  readonly folder: string
  readonly socketPath: string
  readonly durable: boolean
  /** What the folder begins as a copy of, where it is not there yet. */
  readonly template?: string | undefined
}

/** What the main thread asks of the database's. */
export type Command = 'answer' | 'close'

export interface EmbeddedPostgres {
  /** For any PostgreSQL driver, in this process or another one of the same user. */
  readonly connectionString: string
  /** Writes everything down and ends the thread. */
  close(): Promise<void>
}

const SOCKET_NAME = '.s.PGSQL.5432'

/** Bytes that a socket's path may have everywhere: https://man7.org/linux/man-pages/man7/unix.7.html, less on macOS. */
const LONGEST_SOCKET_PATH = 100

/** A thread that ended by itself is started again after this long, and later each time it does not come up. */
const SHORTEST_WAIT_MILLISECONDS = 250
const LONGEST_WAIT_MILLISECONDS = 30_000

export interface EmbeddedPostgresSettings extends Pick<EmbeddedPostgresOptions, 'template'> {
  readonly report: (error: unknown) => void
  /**
   * Whether a COMMIT waits for the disk. Without it a power cut may take the last rows or the whole folder, though the end
   * of the process takes nothing: for folders that can be made again.
   */
  readonly durable: boolean
  /** After how long without a sign of life the thread is ended, and started again. 120,000 where not given. */
  readonly hangMilliseconds?: number
}

/**
 * Starts PGlite with pgvector on a data folder, in a worker thread behind a local socket; resolves when the socket takes
 * connections. Should the thread end by itself it is started again, and clients connect anew. The caller holds the
 * folder's lock.
 *
 * The thread is on its way when this returns its promise: a program that then loads for a second keeps nothing waiting.
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: EmbeddedPostgresSettings,
): Promise<EmbeddedPostgres> {
  keepToBaselineCode()
  const socketFolder = socketFolderOf(folder)
  mkdirSync(socketFolder, { recursive: true })
  // Fails where the folder is somebody else's, who could then listen in.
  chmodSync(socketFolder, 0o700)
  const socketPath = path.join(socketFolder, SOCKET_NAME)
  const closing = new AbortController()

  async function start(): Promise<Worker> {
    // Left behind by a process or thread that ended badly; nobody listens, because the lock is ours.
    rmSync(socketPath, { force: true })
    const next = new Worker(new URL('./embedded-postgres-worker.ts', import.meta.url), {
      workerData: {
        folder,
        socketPath,
        durable: settings.durable,
        template: settings.template,
      } satisfies EmbeddedPostgresOptions,
    })
    await once(next, 'message')
    next.on('error', settings.report)
    const watch = watchOver(next, settings)
    next.once('exit', () => {
      clearInterval(watch)
      if (!closing.signal.aborted) restarting = restart()
    })
    return next
  }

  async function restart(): Promise<void> {
    for (
      let wait = SHORTEST_WAIT_MILLISECONDS;
      !closing.signal.aborted;
      wait = Math.min(LONGEST_WAIT_MILLISECONDS, wait * 2)
    ) {
      // Aborting ends the wait early, which is all that its rejection says.
      await delay(wait, undefined, { signal: closing.signal }).catch(() => undefined)
      if (closing.signal.aborted) return
      try {
        worker = await start()
        return
      } catch (error) {
        settings.report(error)
      }
    }
  }

  let restarting: Promise<void> | undefined
  let worker = await start()
  return {
    connectionString: connectionStringOf(folder),
    close: async () => {
      closing.abort()
      await restarting
      const closed = once(worker, 'exit')
      worker.postMessage('close' satisfies Command)
      await closed
      rmSync(socketPath, { force: true })
    },
  }
}

/**
 * Has WebAssembly compiled by V8's baseline compiler alone. Its optimising one takes 500 MB for a while, 85 MB for good and
 * many seconds of both processors after each start to compile PostgreSQL, and makes short statements hardly faster (1.5
 * instead of 1.8 ms of processor time for a list of 20 rows; 22 instead of 13 for the nearest of 3,000 vectors).
 */
function keepToBaselineCode(): void {
  setFlagsFromString('--no-wasm-tier-up')
  setFlagsFromString('--no-wasm-dynamic-tiering')
}

/**
 * Nothing interrupts WebAssembly, so a statement that never ends would stop the database for good; PostgreSQL's own
 * time limits need signals, which do not exist there.
 */
function watchOver(worker: Worker, { report, hangMilliseconds = 120_000 }: EmbeddedPostgresSettings): NodeJS.Timeout {
  let lastSign = Date.now()
  worker.on('message', () => {
    lastSign = Date.now()
  })
  const watch = setInterval(() => {
    if (Date.now() - lastSign > hangMilliseconds) {
      report(new Error('The embedded database gave no sign of life; it is started again'))
      void worker.terminate()
    } else {
      worker.postMessage('answer' satisfies Command)
    }
  }, hangMilliseconds / 10)
  return watch.unref()
}

/** Where the database of a data folder is spoken to, while a process has it open. */
export function connectionStringOf(folder: string): string {
  return `postgresql://postgres@${encodeURIComponent(socketFolderOf(folder))}:5432/postgres`
}

/** Beside the data where the path is short enough for a socket, else in the temporary folder under the data's own name. */
function socketFolderOf(folder: string): string {
  const beside = `${folder}-socket`
  if (Buffer.byteLength(path.join(beside, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) return beside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `swasthwrap-${process.getuid?.() ?? 0}-${name}`)
}
