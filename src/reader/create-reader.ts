import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import type { PictureMemory } from './picture-memory.ts'
import type { ReadReply, ReadRequest, ToReadingProcess } from './process/messages.ts'
import type { ReadDocument } from './read-document.ts'
import { ReadError } from './read-error.ts'
import type { Person } from './read-upload.ts'
import type { TranscribePage } from './transcribe-page.ts'

export interface ReaderOptions {
  /** Uploads read at once, each by a process of its own. */
  readonly concurrency: number
  /** How long one page may take. A photographed page takes about 5 seconds on one core. */
  readonly pageMilliseconds?: number
  /** JavaScript heap of one reading process. */
  readonly heapMegabytes?: number
  /** A process that has had nothing to read for so long ends and gives its memory back. */
  readonly idleMilliseconds?: number
}

export interface ReadOptions {
  readonly person?: Person
  readonly signal?: AbortSignal
  /** Without one, every page is read. */
  readonly pictures?: PictureMemory
  /** Without one, what text recognition makes of a page is all there is. */
  readonly transcribe?: TranscribePage
  readonly onProgress?: (progress: { readonly stage: 'reading'; readonly page: number; readonly pages: number }) => void
}

export interface Reader {
  /**
   * Reads an upload in a process apart, which a hostile file may crash without harm.
   * @throws {ReadError} also `timeout` and `cancelled`.
   */
  read(bytes: Uint8Array, options?: ReadOptions): Promise<ReadDocument>
  /** Ends the reading processes; what they were reading is `cancelled`. */
  close(): Promise<void>
}

const PROCESS = fileURLToPath(new URL('./process/reading-process.ts', import.meta.url))

/** Opens a reader. Its processes start with the first upload. */
export function createReader(options: ReaderOptions): Reader {
  const { pageMilliseconds = 60_000, heapMegabytes = 512, idleMilliseconds = 60_000 } = options
  const limit = pLimit(options.concurrency)
  const idle = new Map<ChildProcess, NodeJS.Timeout>()
  const running = new Set<ChildProcess>()
  const closing = new AbortController()

  function take(): ChildProcess {
    for (const [child, timer] of idle) {
      clearTimeout(timer)
      idle.delete(child)
      if (child.connected) return child
    }
    const child = fork(PROCESS, {
      serialization: 'advanced',
      // It opens what strangers made, so it may read program files, load the image library, and nothing else: no writing,
      // no other processes.
      execArgv: [`--max-old-space-size=${heapMegabytes}`, '--permission', '--allow-fs-read=*', '--allow-addons'],
      // pdf.js and image libraries complain about damaged files in words of the file; those belong in no log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    })
    running.add(child)
    child.on('exit', () => {
      running.delete(child)
      clearTimeout(idle.get(child))
      idle.delete(child)
    })
    return child
  }

  function giveBack(child: ChildProcess): void {
    if (closing.signal.aborted || !child.connected) return void child.kill('SIGKILL')
    const timer = setTimeout(() => child.kill('SIGKILL'), idleMilliseconds)
    timer.unref()
    idle.set(child, timer)
  }

  function readWith(child: ChildProcess, request: ReadRequest, options: ReadOptions): Promise<ReadDocument> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined
      const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])])
      const settle = (outcome: () => void, healthy: boolean): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        child.off('message', onMessage).off('exit', onExit).off('error', onError)
        if (healthy) giveBack(child)
        else child.kill('SIGKILL')
        outcome()
      }
      const fail = (error: Error, healthy = false): void => settle(() => reject(error), healthy)
      const startClock = (): void => {
        clearTimeout(timer)
        timer = setTimeout(
          () => fail(new ReadError('timeout', `A page took longer than ${pageMilliseconds} ms`)),
          pageMilliseconds,
        )
      }
      const onAbort = (): void => fail(new ReadError('cancelled', 'The reading was cancelled'))
      const onExit = (): void => fail(new ReadError('unreadable', 'The file ended the process that read it'))
      const onError = (cause: Error): void => fail(new Error('The reading process could not be reached', { cause }))
      const helped: Promise<void>[] = []
      const tell = (message: ToReadingProcess): void => void child.send(message)
      const help = async (reply: Extract<ReadReply, { type: 'recall' | 'keep' | 'transcribe' }>): Promise<void> => {
        if (reply.type === 'transcribe') {
          // A page that others look at takes as long as they need; they have limits of their own.
          clearTimeout(timer)
          const transcript = await options.transcribe?.(reply.picture)
          startClock()
          return tell({ type: 'transcribed', transcript })
        }
        if (reply.type === 'keep') return options.pictures?.keep(reply.digest, reply.reading)
        tell({ type: 'recalled', reading: await options.pictures?.recall(reply.digest) })
      }
      const onMessage = (message: unknown): void => {
        const reply = message as ReadReply
        if (reply.type === 'page') {
          startClock()
          options.onProgress?.({ stage: 'reading', page: reply.page, pages: reply.pages })
        } else if (reply.type === 'recall' || reply.type === 'keep' || reply.type === 'transcribe') {
          const helping = help(reply)
          // What goes wrong here is a fault of ours and no fault of the file.
          helping.catch((error: Error) => fail(error))
          helped.push(helping)
        } else if (reply.type === 'read') {
          void Promise.all(helped).then(
            () => settle(() => resolve(reply.document), true),
            () => undefined,
          )
        } else fail(reply.code ? new ReadError(reply.code, reply.message) : new Error(reply.message), true)
      }
      if (signal.aborted) return onAbort()
      signal.addEventListener('abort', onAbort, { once: true })
      child.on('message', onMessage).on('exit', onExit).on('error', onError)
      startClock()
      tell(request)
    })
  }

  return {
    read: (bytes, readOptions = {}) =>
      limit(() => {
        const person = readOptions.person ?? { sex: undefined, ageYears: undefined }
        if (readOptions.signal?.aborted || closing.signal.aborted) {
          throw new ReadError('cancelled', 'The reading was cancelled')
        }
        return readWith(
          take(),
          { type: 'read', bytes, person, mayAsk: readOptions.transcribe !== undefined },
          readOptions,
        )
      }),
    async close() {
      closing.abort()
      const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of running) child.kill('SIGKILL')
      await Promise.all(ended)
    },
  }
}
