import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a chat request carried, as far as tests look at it. */
export interface ScriptedRequest {
  readonly model: string
  readonly stream: boolean
  readonly messages: readonly {
    readonly role: string
    readonly content: unknown
    readonly tool_calls?: readonly { readonly id: string; readonly function: { name: string; arguments: string } }[]
    readonly tool_call_id?: string
  }[]
  readonly tools: readonly { readonly function: { readonly name: string; readonly parameters: unknown } }[]
  readonly tool_choice: unknown
}

interface Pace {
  /** Characters a chunk; the default is 4, about a token. */
  readonly chunk?: number
  /** Milliseconds between chunks; the default is none. */
  readonly every?: number
}

/** One answer of the scripted model. */
export type ScriptedAnswer =
  | ({ readonly say: string } & Pace)
  | {
      /** Function calls; `arguments` as text is sent as it is, so it may be malformed. */
      readonly call: readonly {
        readonly name: string
        readonly arguments: string | Readonly<Record<string, unknown>>
      }[]
      /** Text before the calls. */
      readonly say?: string
    }
  /** An HTTP error before anything is streamed. */
  | { readonly status: number; readonly retryAfter?: number; readonly message?: string }
  /** Says something and then nothing more, with the connection open. */
  | ({ readonly stallAfter: string } & Pace)
  /** Says something and then drops the connection. */
  | ({ readonly dropAfter: string } & Pace)
  /** Says something and ends the body properly, without a finish reason or `[DONE]`. */
  | ({ readonly cutAfter: string } & Pace)
  /** Goes on for ever. */
  | ({ readonly forever: string } & Pace)
  /** A frame that is no JSON in the middle of the stream. */
  | { readonly garbageAfter: string }
  /** A body of any kind, over and over where it `repeats`. */
  | { readonly body: string; readonly contentType?: string; readonly repeats?: true }
  /** Accepts the request and never answers, not even with headers. */
  | { readonly silence: true }

/** Answers in order, the last one again and again; or a function of the request and its number from 0. */
export type Script =
  | readonly ScriptedAnswer[]
  | ((request: ScriptedRequest, number: number) => ScriptedAnswer | Promise<ScriptedAnswer>)

export interface ScriptedModelServer {
  /** Base URL as `OPENAI_BASE_URL` takes it, with `/v1`. */
  readonly url: string
  readonly requests: readonly ScriptedRequest[]
  /** Chat requests that the client gave up before the answer ended. */
  readonly aborted: () => number
  /** Replaces the script and forgets the requests. */
  readonly play: (script: Script) => void
  readonly close: () => Promise<void>
}

/**
 * A server that speaks OpenAI's chat completions and embeddings over real HTTP and does as it is told: streams at a pace,
 * calls tools, fails in every way that model servers fail. Embeddings are hashed bags of words of 64 dimensions.
 */
export async function startScriptedModelServer(script: Script = [{ say: 'Hello.' }]): Promise<ScriptedModelServer> {
  let current = script
  let requests: ScriptedRequest[] = []
  let aborted = 0
  const sockets = new Set<Socket>()

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(error))
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse((await readBody(request)) || '{}') as Record<string, unknown>
    if (request.url?.endsWith('/embeddings')) {
      sendJson(response, 200, embeddings(body))
      return
    }
    if (!request.url?.endsWith('/chat/completions')) {
      sendJson(response, 404, { error: { message: 'no such route', type: 'invalid_request_error' } })
      return
    }
    const asked = {
      ...body,
      stream: body['stream'] === true,
      tools: body['tools'] ?? [],
    } as unknown as ScriptedRequest
    const number = requests.length
    requests.push(asked)
    response.on('close', () => {
      if (!response.writableFinished) aborted += 1
    })
    const chosen =
      typeof current === 'function' ? await current(asked, number) : (current[number] ?? current[current.length - 1])
    if (chosen === undefined) throw new Error('The script has no answer')
    await perform(chosen, asked, body, response)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get requests() {
      return requests
    },
    aborted: () => aborted,
    play: (next) => {
      current = next
      requests = []
      aborted = 0
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function perform(
  chosen: ScriptedAnswer,
  asked: ScriptedRequest,
  body: Record<string, unknown>,
  response: ServerResponse,
): Promise<void> {
  if ('silence' in chosen) return
  if ('status' in chosen) {
    const headers = chosen.retryAfter === undefined ? {} : { 'retry-after': String(chosen.retryAfter) }
    sendJson(
      response,
      chosen.status,
      { error: { message: chosen.message ?? `scripted ${chosen.status}`, type: 'scripted', code: null } },
      headers,
    )
    return
  }
  if ('body' in chosen) {
    response.writeHead(200, { 'content-type': chosen.contentType ?? 'text/event-stream' })
    do {
      if (!response.write(chosen.body) && chosen.repeats) await drained(response)
    } while (chosen.repeats && !response.destroyed)
    response.end()
    return
  }
  if (!asked.stream) {
    sendJson(response, 200, wholeAnswer(chosen, asked))
    return
  }
  const id = 'chatcmpl-scripted'
  const frame = (delta: object, finish: string | null = null) =>
    `data: ${JSON.stringify({
      id,
      object: 'chat.completion.chunk',
      created: 0,
      model: asked.model,
      choices: [{ index: 0, delta, finish_reason: finish }],
    })}\n\n`
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(frame({ role: 'assistant', content: '' }))
  const speak = async (text: string, pace: Pace) => {
    const letters = [...text]
    const size = pace.chunk ?? 4
    for (let at = 0; at < letters.length && !response.destroyed; at += size) {
      response.write(frame({ content: letters.slice(at, at + size).join('') }))
      if (pace.every !== undefined) await sleep(pace.every)
    }
  }
  const finish = (reason: string, text: string) => {
    response.write(frame({}, reason))
    const options = body['stream_options'] as { include_usage?: boolean } | undefined
    if (options?.include_usage) {
      const usage = usageOf(asked, text)
      response.write(
        `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created: 0, model: asked.model, choices: [], usage })}\n\n`,
      )
    }
    response.end('data: [DONE]\n\n')
  }
  if ('stallAfter' in chosen) {
    await speak(chosen.stallAfter, chosen)
  } else if ('dropAfter' in chosen) {
    await speak(chosen.dropAfter, chosen)
    await sleep(5)
    response.destroy()
  } else if ('cutAfter' in chosen) {
    await speak(chosen.cutAfter, chosen)
    response.end()
  } else if ('forever' in chosen) {
    while (!response.destroyed) {
      await speak(chosen.forever, chosen)
      await sleep(1)
    }
  } else if ('garbageAfter' in chosen) {
    await speak(chosen.garbageAfter, {})
    response.write('data: {"choices": [{"delta": \n\n')
    response.end()
  } else if ('call' in chosen) {
    await speak(chosen.say ?? '', {})
    for (const [index, call] of chosen.call.entries()) {
      const text = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments)
      const opening = {
        index,
        id: callId(asked, index),
        type: 'function',
        function: { name: call.name, arguments: '' },
      }
      response.write(frame({ tool_calls: [opening] }))
      for (let at = 0; at < text.length; at += 12) {
        response.write(frame({ tool_calls: [{ index, function: { arguments: text.slice(at, at + 12) } }] }))
      }
    }
    finish('tool_calls', chosen.say ?? '')
  } else {
    await speak(chosen.say, chosen)
    finish('stop', chosen.say)
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })
}

function callId(asked: ScriptedRequest, index: number): string {
  return `call_${asked.messages.length}_${index}`
}

function usageOf(asked: ScriptedRequest, text: string) {
  const prompt = Math.ceil(JSON.stringify(asked.messages).length / 4)
  const completion = Math.ceil([...text].length / 4)
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

function wholeAnswer(chosen: ScriptedAnswer, asked: ScriptedRequest) {
  const text = 'say' in chosen ? (chosen.say ?? '') : ''
  const calls = 'call' in chosen ? chosen.call : []
  const toolCalls = calls.map((call, index) => ({
    id: callId(asked, index),
    type: 'function',
    function: {
      name: call.name,
      arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    },
  }))
  return {
    id: 'chatcmpl-scripted',
    object: 'chat.completion',
    created: 0,
    model: asked.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}) },
        finish_reason: toolCalls.length > 0 ? 'tool_calls' : 'stop',
      },
    ],
    usage: usageOf(asked, text),
  }
}

function embeddings(body: Record<string, unknown>) {
  const input = (Array.isArray(body['input']) ? body['input'] : [body['input']]) as string[]
  const data = input.map((text, index) => {
    const vector = new Float32Array(64)
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const place = createHash('sha256').update(word).digest().readUInt8(0) % vector.length
      vector[place] = (vector[place] ?? 0) + 1
    }
    const norm = Math.hypot(...vector) || 1
    const unit = vector.map((value) => value / norm)
    const embedding =
      body['encoding_format'] === 'base64' ? Buffer.from(unit.buffer).toString('base64') : Array.from(unit)
    return { object: 'embedding', index, embedding }
  })
  return { object: 'list', data, model: body['model'], usage: { prompt_tokens: 1, total_tokens: 1 } }
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
