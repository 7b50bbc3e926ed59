import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import { ReadError } from '../read-error.ts'
import type { DrawReply, DrawRequest, PageImage } from './messages.ts'

export interface PageImageOptions {
  /** How long one page may take. A PDF page takes half a second. */
  readonly pageMilliseconds?: number
  readonly heapMegabytes?: number
  /** The process ends when it has had nothing to draw for so long, and gives its memory back. */
  readonly idleMilliseconds?: number
}

export interface PageImages {
  /**
   * Draws a page in a process apart, which a hostile file may crash without harm. Pages are drawn one after the other.
   * @returns nothing where the upload has no such page.
   * @throws {ReadError} also `timeout` and `cancelled`.
   */
  draw(request: DrawRequest): Promise<PageImage | undefined>
  close(): Promise<void>
}

function failure({ code, message }: Extract<DrawReply, { type: 'failed' }>): Error {
  return code === undefined || code === 'no_such_page' ? new Error(message) : new ReadError(code, message)
}

const PROCESS = fileURLToPath(new URL('./drawing-process.ts', import.meta.url))

/** Draws pages of uploads, apart from the reading, so that nobody waits for a picture behind a long document. */
export function createPageImages(options: PageImageOptions = {}): PageImages {
  const { pageMilliseconds = 15_000, heapMegabytes = 256, idleMilliseconds = 60_000 } = options
  const oneByOne = pLimit(1)
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let closed = false

  function take(): ChildProcess {
    clearTimeout(idle)
    if (child?.connected) return child
    const started = fork(PROCESS, {
      serialization: 'advanced',
      // It opens what strangers made, so it may read program files, load the image library, and nothing else.
      execArgv: [`--max-old-space-size=${heapMegabytes}`, '--permission', '--allow-fs-read=*', '--allow-addons'],
      // Libraries complain about damaged files in words of the file; those belong in no log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    })
    child = started
    return started
  }

  function drawWith(drawer: ChildProcess, request: DrawRequest): Promise<PageImage | undefined> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => end(() => reject(new ReadError('timeout', `A page took longer than ${pageMilliseconds} ms`)), false),
        pageMilliseconds,
      )
      const end = (outcome: () => void, healthy: boolean): void => {
        clearTimeout(timer)
        drawer.off('message', onMessage).off('exit', onExit).off('error', onError)
        if (healthy) idle = setTimeout(() => drawer.kill('SIGKILL'), idleMilliseconds).unref()
        else drawer.kill('SIGKILL')
        outcome()
      }
      const onExit = (): void =>
        end(() => reject(new ReadError(closed ? 'cancelled' : 'unreadable', 'The drawing process ended')), false)
      const onError = (cause: Error): void =>
        end(() => reject(new Error('The drawing process could not be reached', { cause })), false)
      const onMessage = (message: unknown): void => {
        const reply = message as DrawReply
        if (reply.type === 'drawn') end(() => resolve(reply.image), true)
        else if (reply.code === 'no_such_page') end(() => resolve(undefined), true)
        else end(() => reject(failure(reply)), true)
      }
      drawer.on('message', onMessage).on('exit', onExit).on('error', onError)
      drawer.send(request)
    })
  }

  return {
    draw: (request) =>
      oneByOne(() => {
        if (closed) throw new ReadError('cancelled', 'The server is stopping')
        return drawWith(take(), request)
      }),
    async close() {
      closed = true
      clearTimeout(idle)
      const running = child
      if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGKILL')
      await ended
    },
  }
}
