import { Readable } from 'node:stream'
import { Beat } from './beat.ts'
import { ModelStalled, ModelStreamBroken } from './model-errors.ts'
import { type SendRequest, sendRequest } from './send-request.ts'

/** Takes the text of an answer as it comes. `request` is the same object for all text of one request. */
export type TextListener = (text: string, request: object) => void

/** What a request may carry besides what `fetch` knows: who is to hear the text, past the client that asked for it. */
export interface HeardRequest extends RequestInit {
  readonly listener?: TextListener
}

export interface MergingFetchOptions {
  /** Text deltas that arrive between two beats of this length become one; beats are up to four times as long where many streams run at once. */
  readonly mergeMilliseconds: number
  /** Longest wait for the response's headers. */
  readonly answerWithinMilliseconds: number
  /** Longest silence inside a stream. */
  readonly stallAfterMilliseconds: number
}

export const MERGING_FETCH_DEFAULTS: MergingFetchOptions = {
  mergeMilliseconds: 50,
  answerWithinMilliseconds: 60_000,
  stallAfterMilliseconds: 30_000,
}

/**
 * What a server may send, in UTF-16 units or bytes: an answer of the longest kind comes nowhere near. A server that never
 * ends a line, or never an answer, must not fill our memory.
 */
const LONGEST_FRAME = 1_000_000
const LONGEST_ANSWER = 20_000_000
/** Of that, text that is said: a hundred pages. */
const LONGEST_TEXT = 400_000

/** With more streams than this at once their deltas are merged for longer, so that none of them falls behind. */
const FEW_STREAMS = 50
const LONGEST_TIMES = 4

/** How long deltas are merged while so many streams run. */
export function mergingTime(milliseconds: number, streams: number): number {
  return milliseconds * Math.min(LONGEST_TIMES, Math.max(1, streams / FEW_STREAMS))
}

/** A chunk of a chat completion, as far as merging looks at it. */
interface Frame {
  choices?: { delta?: { content?: unknown }; finish_reason?: unknown }[]
}

/**
 * A `fetch` for chat completion clients that merges the text deltas of some milliseconds into one before the client parses
 * them: nearly all that a stream costs is paid per chunk. The first delta passes at once, so the first word is not late;
 * the rest passes in one beat for all streams, so that what is done with it can be done for all of them together.
 * Where the request names a listener, the text goes straight there, and the client gets it in one piece at the end.
 * It also notices what clients wait for in vain: a server that goes silent, and a body that ends before the answer does.
 *
 * The body fails with {@link ModelStalled} or {@link ModelStreamBroken}.
 */
export function mergingFetch(
  options: MergingFetchOptions = MERGING_FETCH_DEFAULTS,
  send: SendRequest = sendRequest,
): typeof fetch {
  let streams = 0
  const beat = new Beat(() => mergingTime(options.mergeMilliseconds, streams))
  const enter = () => {
    streams += 1
    let inside = true
    return () => {
      if (inside) streams -= 1
      inside = false
    }
  }
  return async (input, request: HeardRequest = {}) => {
    const { listener, ...init } = request
    const silence = new AbortController()
    const timer = setTimeout(
      () => silence.abort(new ModelStalled('The model server did not answer in time')),
      options.answerWithinMilliseconds,
    )
    const signal = init.signal ? AbortSignal.any([init.signal, silence.signal]) : silence.signal
    try {
      const { body: source, ...response } = await send(String(input), { ...init, signal })
      if (!response.headers.get('content-type')?.includes('text/event-stream')) {
        const whole = Readable.toWeb(source) as ReadableStream<Uint8Array>
        return new Response(whole.pipeThrough(atMost(LONGEST_ANSWER)), response)
      }
      const call = {}
      const hear = listener && ((text: string) => listener(text, call))
      const body = mergeDeltas(source, {
        beat,
        hear,
        stallAfter: options.stallAfterMilliseconds,
        leave: enter(),
      })
      return new Response(body, response)
    } catch (error) {
      throw silence.signal.aborted ? silence.signal.reason : error
    } finally {
      clearTimeout(timer)
    }
  }
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength
      if (left >= 0) controller.enqueue(chunk)
      else controller.error(tooLong())
    },
  })
}

function tooLong(): ModelStreamBroken {
  return new ModelStreamBroken('The model server sent more than any answer has')
}

interface MergedStream {
  /** When merged deltas pass on. */
  readonly beat: Beat
  readonly hear: ((text: string) => unknown) | undefined
  /** Longest silence, in milliseconds. */
  readonly stallAfter: number
  /** Called when the stream has ended, whichever way. */
  readonly leave: () => void
}

function mergeDeltas(source: Readable, options: MergedStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let open = true
  const close = (): void => {
    open = false
    clearTimeout(stalled)
    options.leave()
  }
  let stalled: NodeJS.Timeout | undefined
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const merger = new DeltaMerger((text) => open && controller.enqueue(encoder.encode(text)), {
        beat: options.beat,
        hear: options.hear && ((text) => open && options.hear?.(text)),
      })
      const fail = (error: unknown) => {
        if (!open) return
        merger.flush()
        close()
        controller.error(error)
        source.destroy()
      }
      stalled = setTimeout(
        () => fail(new ModelStalled('The model server stopped in the middle of an answer')),
        options.stallAfter,
      )
      const take = (work: () => void) => {
        if (!open) return
        try {
          work()
        } catch (error) {
          fail(error)
        }
      }
      source.setEncoding('utf8')
      source.on('data', (text: string) => {
        stalled?.refresh()
        take(() => merger.push(text))
      })
      source.on('end', () =>
        take(() => {
          merger.end()
          close()
          controller.close()
        }),
      )
      source.on('error', fail)
      source.on('close', () => fail(new ModelStreamBroken('The model server closed the connection')))
    },
    cancel() {
      close()
      source.destroy()
    },
  })
}

/** Cuts a server-sent event stream into frames and joins neighbouring text deltas. */
class DeltaMerger {
  readonly #emit: (text: string) => void
  readonly #hear: ((text: string) => unknown) | undefined
  readonly #beat: Beat
  readonly #onBeat = () => (this.#hear === undefined ? this.flush() : this.#tell())
  readonly #frames = new FrameReader()
  #rest = ''
  #received = 0
  #said = 0
  /** The first frame of the deltas being joined; its text grows. Of it, so much was heard. */
  #waiting: { frame: Frame; content: string; heard: number } | undefined
  #spoken = false
  #finished = false

  constructor(emit: (text: string) => void, { beat, hear }: Pick<MergedStream, 'beat' | 'hear'>) {
    this.#emit = emit
    this.#beat = beat
    this.#hear = hear
  }

  push(text: string): void {
    this.#received += text.length
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop() ?? ''
    if (this.#rest.length > LONGEST_FRAME || this.#received > LONGEST_ANSWER) throw tooLong()
    for (const line of lines) this.#line(line.endsWith('\r') ? line.slice(0, -1) : line)
  }

  end(): void {
    if (this.#rest !== '') this.#line(this.#rest)
    this.flush()
    if (!this.#finished) throw new ModelStreamBroken('The model server ended the stream before the answer')
  }

  flush(): void {
    this.#beat.drop(this.#onBeat)
    this.#tell()
    const waiting = this.#waiting
    if (waiting === undefined) return
    this.#waiting = undefined
    const delta = waiting.frame.choices?.[0]?.delta
    if (delta !== undefined) delta.content = waiting.content
    this.#emit(`data: ${JSON.stringify(waiting.frame)}\n\n`)
  }

  /** Lets the listener hear what waits and was not heard yet. */
  #tell(): void {
    const { content, heard } = this.#waiting ?? { content: '', heard: 0 }
    if (this.#hear === undefined || content.length === heard) return
    if (this.#waiting) this.#waiting.heard = content.length
    this.#hear(content.slice(heard))
  }

  #line(line: string): void {
    if (!line.startsWith('data:')) return
    const data = line.slice(5).trim()
    if (data === '[DONE]') {
      this.#finished = true
      this.flush()
      this.#emit('data: [DONE]\n\n')
      return
    }
    const { frame, text } = this.#frames.read(data)
    if (text === undefined) {
      this.flush()
      if (frame?.choices?.[0]?.finish_reason) this.#finished = true
      this.#emit(`data: ${data}\n\n`)
      const content = frame?.choices?.[0]?.delta?.content
      if (typeof content === 'string' && content !== '') this.#hear?.(content)
      return
    }
    this.#said += text.length
    if (this.#said > LONGEST_TEXT) throw tooLong()
    if (this.#waiting !== undefined) this.#waiting.content += text
    else this.#waiting = { frame: frame ?? parseFrame(data), content: text, heard: 0 }
    if (this.#spoken) this.#beat.next(this.#onBeat)
    else this.#onBeat()
    this.#spoken ||= text !== ''
  }
}

/**
 * Frames of one answer differ in little but their text, so what stands around the text is remembered, and a frame that is
 * the same around a text without anything escaped is not parsed again.
 */
class FrameReader {
  #head = ''
  #tail = ''

  /** The text of a frame that carries nothing else, or the frame; both where it was parsed. */
  read(data: string): { readonly frame?: Frame; readonly text?: string } {
    const [head, tail] = [this.#head, this.#tail]
    if (head !== '' && data.length >= head.length + tail.length && data.startsWith(head) && data.endsWith(tail)) {
      const text = data.slice(head.length, data.length - tail.length)
      if (!/["\\]/.test(text)) return { text }
    }
    const frame = parseFrame(data)
    const text = plainContent(frame)
    if (text === undefined) return { frame }
    this.#remember(data, text)
    return { frame, text }
  }

  #remember(data: string, text: string): void {
    const opening = CONTENT.exec(data)
    if (text === '' || opening === null || /["\\]/.test(text)) return
    const start = opening.index + opening[0].length
    const end = start + text.length
    if (data.slice(start, end) !== text || data[end] !== '"') return
    this.#head = data.slice(0, start)
    this.#tail = data.slice(end)
  }
}

const CONTENT = /"content"\s*:\s*"/

function parseFrame(data: string): Frame {
  try {
    return JSON.parse(data) as Frame
  } catch (cause) {
    throw new ModelStreamBroken('The model server sent a frame that is no JSON', { cause })
  }
}

/** The text of a frame that carries nothing else. */
function plainContent(frame: Frame): string | undefined {
  const [choice, ...others] = frame.choices ?? []
  if (choice?.delta === undefined || others.length > 0 || choice.finish_reason) return undefined
  const { content } = choice.delta
  const keys = Object.keys(choice.delta)
  return typeof content === 'string' && keys.every((key) => key === 'content' || key === 'role') ? content : undefined
}
