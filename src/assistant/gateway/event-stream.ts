import { once } from 'node:events'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Proxies and phones drop connections that say nothing. */
const HEARTBEAT_MILLISECONDS = 15_000
/** A reader that takes nothing for this long is gone, or as good as gone. The run goes on without it. */
const PATIENCE_MILLISECONDS = 60_000

/**
 * Answers with server-sent events. A reader that is slower than the events is waited for, so what is not yet sent stays
 * where it is kept and does not pile up here.
 * @param chunks text of whole events. A stream that throws, or ends with `false`, is cut off instead of ended: the client
 * must not take a part for the whole.
 */
export async function sendEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  chunks: AsyncGenerator<string, boolean>,
): Promise<void> {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value)
  }
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Tells reverse proxies not to collect the stream before passing it on.
    'x-accel-buffering': 'no',
  })
  const heartbeat = setInterval(() => raw.destroyed || raw.write(':\n\n'), HEARTBEAT_MILLISECONDS)
  try {
    let next = await chunks.next()
    for (; !next.done; next = await chunks.next()) {
      if (raw.destroyed) return
      heartbeat.refresh()
      if (!raw.write(next.value)) await drained(raw)
    }
    if (next.value) raw.end('data: [DONE]\n\n')
    else raw.destroy()
  } catch (error) {
    request.log.warn({ err: error }, 'an event stream broke off')
    raw.destroy()
  } finally {
    clearInterval(heartbeat)
    await chunks.return(false)
  }
}

/** Aborted when the client of a request goes away. */
export function clientSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  return gone.signal
}

async function drained(raw: FastifyReply['raw']): Promise<void> {
  const closed = new AbortController()
  const close = (): void => closed.abort()
  raw.once('close', close)
  const timer = setTimeout(() => raw.destroy(), PATIENCE_MILLISECONDS)
  try {
    await once(raw, 'drain', { signal: closed.signal })
  } catch (error) {
    if (!closed.signal.aborted) throw error
  } finally {
    clearTimeout(timer)
    raw.off('close', close)
  }
}
