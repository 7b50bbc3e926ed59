import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addUser, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { finished, type GatewayServer, say, startGatewayServer } from './gateway-server.ts'
import { textOf, type WireEvent } from './socket-client.ts'

/** Begun, triaged, kept, and its events written as they come up, many at once; the heartbeat of all runs may fall in between. */
const TURN_ROUND_TRIPS = 24
const RESUME_ROUND_TRIPS = 8

let db: TestDatabase
let server: GatewayServer
let userId: string
let client: OpenAI

beforeAll(async () => {
  db = await openTestDatabase()
  server = await startGatewayServer(db.database)
})
afterAll(async () => {
  await server.close()
  await db.close()
})
beforeEach(async () => {
  userId = await addUser(db.database)
  client = new OpenAI({ baseURL: server.url, apiKey: userId, maxRetries: 0 })
  server.play(say(['Hello ', 'there.']))
})

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${userId}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as WireEvent }
}

describe('what an answer costs the database, in round trips', () => {
  async function cost(work: () => Promise<unknown>): Promise<number> {
    const before = db.database.roundTrips()
    await work()
    return db.database.roundTrips() - before
  }

  it('is little, and grows neither with the words nor with the conversation', async () => {
    const ask = async (previous?: string) =>
      await client.responses.create({ model: 'swasthwrap', input: 'Hi', previous_response_id: previous ?? null })
    let last = await ask()
    const short = await cost(async () => {
      last = await ask(last.id)
    })
    for (let turn = 0; turn < 4; turn += 1) last = await ask(last.id)
    server.play(say(Array.from({ length: 400 }, (_, word) => `word${word} `)))
    const long = await cost(async () => {
      last = await ask(last.id)
    })
    expect(short).toBeGreaterThan(0)
    expect(short).toBeLessThanOrEqual(TURN_ROUND_TRIPS)
    expect(long).toBeLessThanOrEqual(TURN_ROUND_TRIPS)
  })

  it('is next to nothing for an answer that is resumed', async () => {
    const { id } = await client.responses.create({ model: 'swasthwrap', input: 'Hi' })
    const resumed = await cost(async () => {
      for await (const event of await client.responses.retrieve(id, { stream: true, starting_after: 2 })) void event
    })
    expect(resumed).toBeGreaterThan(0)
    expect(resumed).toBeLessThanOrEqual(RESUME_ROUND_TRIPS)
  })
})

describe('the stock client', () => {
  it('gets a whole answer', async () => {
    const response = await client.responses.create({ model: 'swasthwrap', input: 'Hi' })
    expect(response.status).toBe('completed')
    expect(response.output_text).toBe('Hello there.')
    expect(response.conversation?.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('holds a conversation of two turns, streaming', async () => {
    const first = client.responses.stream({ model: 'swasthwrap', input: 'My name is Asha.' })
    const { id } = await first.finalResponse()
    server.play(async function* ({ history, text }) {
      yield {
        type: 'text.delta',
        text: `${text} – ${history.map((entry) => 'text' in entry && entry.text).join(' | ')}`,
      }
      yield finished
    })
    const second = client.responses.stream({ model: 'swasthwrap', input: 'Who am I?', previous_response_id: id })
    const deltas: string[] = []
    second.on('response.output_text.delta', (event) => deltas.push(event.delta))
    const response = await second.finalResponse()
    expect(response.output_text).toBe('Who am I? – My name is Asha. | Hello there.')
    expect(deltas.join('')).toBe(response.output_text)
    expect(response.previous_response_id).toBe(id)
  })

  it('goes on in a conversation that it names', async () => {
    const first = await client.responses.create({ model: 'swasthwrap', input: 'One' })
    const conversation = first.conversation?.id ?? ''
    const second = await client.responses.create({ model: 'swasthwrap', input: 'Two', conversation })
    expect(second.conversation?.id).toBe(conversation)
  })

  it('reads a response again, and replays its events after a number', async () => {
    const { id } = await client.responses.create({ model: 'swasthwrap', input: 'Hi' })
    expect((await client.responses.retrieve(id)).output_text).toBe('Hello there.')
    const events: WireEvent[] = []
    for await (const event of await client.responses.retrieve(id, { stream: true, starting_after: 5 }))
      events.push(event)
    expect(events[0].sequence_number).toBe(6)
    expect(events.at(-1).type).toBe('response.completed')
  })

  it('runs functions of its own', async () => {
    server.play(async function* ({ history, clientTools }) {
      const result = history.find((entry) => entry.kind === 'client_tool_result')
      if (result?.kind === 'client_tool_result') {
        yield { type: 'text.delta', text: `It is ${result.output}.` }
      } else {
        const name = clientTools[0]?.name ?? '?'
        yield { type: 'client_tool.called', callId: 'call_1', name, arguments: '{"city":"Chennai"}' }
      }
      yield finished
    })
    const first = await client.responses.create({
      model: 'swasthwrap',
      input: 'Weather?',
      tools: [{ type: 'function', name: 'get_weather', parameters: { type: 'object' }, strict: false }],
    })
    const call = first.output.find((item) => item.type === 'function_call')
    expect(call).toMatchObject({ name: 'get_weather', arguments: '{"city":"Chennai"}', call_id: 'call_1' })
    const second = await client.responses.create({
      model: 'swasthwrap',
      previous_response_id: first.id,
      input: [{ type: 'function_call_output', call_id: 'call_1', output: 'sunny' }],
    })
    expect(second.output_text).toBe('It is sunny.')
  })

  it('lists the models', async () => {
    const { data } = await client.models.list()
    expect(data.map((model) => model.id)).toContain('swasthwrap')
  })

  it.each(['none', 'in progress'])('cancels a run; waiting %s', async () => {
    server.play(say(['Go', 'ing on'], (index) => (index === 1 ? new Promise(() => undefined) : Promise.resolve())))
    const stream = await client.responses.create({ model: 'swasthwrap', input: 'Hi', stream: true })
    const events: WireEvent[] = []
    let milliseconds = Number.POSITIVE_INFINITY
    for await (const event of stream) {
      events.push(event)
      if (event.type === 'response.output_text.delta') {
        const started = performance.now()
        const cancelled = await client.responses.cancel(events[0].response.id)
        milliseconds = performance.now() - started
        expect(cancelled.status).toBe('cancelled')
      }
    }
    expect(milliseconds).toBeLessThan(1_000)
    expect(events.at(-1)).toMatchObject({ type: 'response.incomplete', response: { status: 'cancelled' } })
    expect(textOf(events)).toBe('Go')
  })
})

describe('a stream of events', () => {
  it('names each event, numbers them from 0 and ends with [DONE]', async () => {
    const response = await fetch(`${server.url}/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${userId}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'swasthwrap', input: 'Hi', stream: true }),
    })
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const text = await response.text()
    const frames = text.trim().split('\n\n')
    expect(frames.at(-1)).toBe('data: [DONE]')
    const events = frames.slice(0, -1).map((frame) => {
      const [, name, data] = /^event: (.+)\ndata: (.+)$/.exec(frame) ?? []
      return { name, data: JSON.parse(data ?? 'null') as WireEvent }
    })
    expect(events.map(({ data }) => data.sequence_number)).toEqual(events.map((_, index) => index))
    expect(events.every(({ name, data }) => name === data.type)).toBe(true)
  })

  it('says nothing of ours to a client that asked for the standard alone', async () => {
    const { body } = await post({ model: 'swasthwrap-standard', input: 'Hi' })
    expect(body.output.map((item: WireEvent) => item.type)).toEqual(['message'])
  })
})

describe('what is kept of a turn', () => {
  it('is message, answer, sources, suggestions, usage, timing and the counters of the conversation', async () => {
    const { body } = await post({ model: 'swasthwrap', input: 'नमस्ते, कैसे हो?' })
    const [session] = await db.query(`select * from chat_sessions where id = $1`, [body.conversation.id])
    expect(session).toMatchObject({
      language: 'hi',
      session_title: 'नमस्ते, कैसे हो?',
      total_messages: 2,
      status: 'active',
    })
    const messages = await db.query(`select * from chat_messages where session_id = $1 order by created_at`, [
      body.conversation.id,
    ])
    expect(messages.map((row) => [row['message_type'], row['content'], row['language_form']])).toEqual([
      ['user', 'नमस्ते, कैसे हो?', 'hi'],
      ['ai', 'Hello there.', 'hi'],
    ])
    expect(server.indexed.slice(-2)).toEqual(['नमस्ते, कैसे हो?', 'Hello there.'])
    expect(messages[1]).toMatchObject({ token_count: 12, ai_confidence: '0.80' })
    const [kept] = await db.query(`select * from ai_responses where message_id = $1`, [messages[1]?.['id']])
    expect(kept).toMatchObject({ intent_detected: 'test', suggestions: ['And then?'], model: 'scripted' })
  })

  it('of an emergency is the reviewed text, and no model was asked', async () => {
    server.play(() => {
      throw new Error('A model was asked')
    })
    const { body } = await post({ model: 'swasthwrap', input: 'I have chest pain' })
    expect(body.output[0]).toMatchObject({
      type: 'swasthwrap:triage',
      level: 'emergency',
      calls: [{ label: 'Emergency', number: '112' }],
    })
    expect(body.output[1].content[0].text).toBe('Call 112 now.')
  })

  it('of a cancelled or failed turn is what was said', async () => {
    server.play(async function* () {
      yield { type: 'text.delta', text: 'Half an' }
      throw new Error('The model burst')
    })
    const { body } = await post({ model: 'swasthwrap', input: 'Hi' })
    expect(body).toMatchObject({ status: 'failed', error: { code: 'internal_error' } })
    expect(body.error.message).not.toContain('burst')
    const messages = await db.query(`select content from chat_messages where session_id = $1 order by created_at`, [
      body.conversation.id,
    ])
    expect(messages.map((row) => row['content'])).toEqual(['Hi', 'Half an'])
  })
})

describe('the same message twice', () => {
  const message = (text: string) => ({ input: [{ type: 'message', role: 'user', id: 'client-1', content: text }] })

  it('makes one run, also when both arrive at once', async () => {
    let asked = 0
    server.play(async function* () {
      asked++
      yield { type: 'text.delta', text: 'Once.' }
      yield finished
    })
    const answers = await Promise.all([post(message('Hi')), post(message('Hi')), post(message('Hi'))])
    const later = await post(message('Hi'))
    expect(new Set([...answers, later].map(({ body }) => body.id)).size).toBe(1)
    expect(asked).toBe(1)
  })

  it('with another text is refused', async () => {
    await post(message('Hi'))
    expect(await post(message('Something else'))).toMatchObject({
      status: 409,
      body: { error: { code: 'duplicate_message' } },
    })
  })

  it('may be of another person', async () => {
    const first = await post(message('Hi'))
    userId = await addUser(db.database)
    const second = await post(message('Hi'))
    expect(second.body.id).not.toBe(first.body.id)
  })
})

describe('the person’s word on a change that waits', () => {
  async function waiting() {
    const { body } = await post({ model: 'swasthwrap', input: 'Log my sugar' })
    const [row] = await db.query<{ id: string }>(
      `insert into pending_actions (user_id, session_id, operation, input, expires_at)
       values ($1, $2, 'metrics.add', '{}', now() + interval '1 hour') returning id`,
      [userId, body.conversation.id],
    )
    return { conversation: body.conversation.id as string, action: row?.id ?? '' }
  }

  it.each([
    ['haan', 'confirmed'],
    ['venam', 'rejected'],
  ] as const)('%s: %s', async (word, outcome) => {
    const { conversation, action } = await waiting()
    const { body } = await post({ input: word, conversation })
    expect(server.pending[outcome]).toContain(action)
    expect(body.output.find((item: WireEvent) => item.type === 'swasthwrap:tool_call')).toMatchObject({
      name: 'metrics.add',
      status: 'completed',
      pending_action_id: action,
    })
  })

  it('a message that says more is an ordinary message', async () => {
    const { conversation, action } = await waiting()
    await post({ input: 'yes but tomorrow', conversation })
    expect([...server.pending.confirmed, ...server.pending.rejected]).not.toContain(action)
  })
})

describe('requests that cannot be served', () => {
  it.each([
    ['no JSON', '{"input":', 400, 'malformed_request'],
    ['no input', {}, 400, 'missing_required_parameter'],
    ['another model', { model: 'gpt-4o', input: 'x' }, 404, 'model_not_found'],
    [
      'an unknown conversation',
      { input: 'x', conversation: '0199f000-0000-7000-8000-000000000001' },
      404,
      'conversation_not_found',
    ],
    [
      'an unknown previous response',
      { input: 'x', previous_response_id: `resp_${'0'.repeat(32)}` },
      400,
      'previous_response_not_found',
    ],
    [
      'a result nobody waits for',
      { input: [{ type: 'function_call_output', call_id: 'c', output: 'x' }] },
      400,
      'tool_call_not_found',
    ],
    [
      'a document that is not there',
      { input: [{ role: 'user', content: [{ type: 'input_file', file_id: '0199f000-0000-7000-8000-000000000001' }] }] },
      404,
      'file_not_found',
    ],
    ['U+0000', { input: 'a\u0000b' }, 400, 'invalid_parameter'],
    ['half a surrogate pair', { input: 'a\ud83d' }, 400, 'invalid_parameter'],
  ])('%s', async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({
      status,
      body: { error: { code, message: expect.any(String), param: expect.any(String) } },
    })
  })

  it('are refused in the language of the person', async () => {
    const { body } = await post({}, { 'accept-language': 'hi' })
    expect(body.error.message).toMatch(/[\u0900-\u097f]/)
  })

  it('without a credential are refused', async () => {
    const response = await fetch(`${server.url}/responses`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'unauthenticated' } })
  })

  it('of another person’s response or conversation do not find it', async () => {
    const { body } = await post({ input: 'Hi' })
    userId = await addUser(db.database)
    expect(await post({ input: 'x', previous_response_id: body.id })).toMatchObject({ status: 400 })
    expect(await post({ input: 'x', conversation: body.conversation.id })).toMatchObject({ status: 404 })
    const other = new OpenAI({ baseURL: server.url, apiKey: userId, maxRetries: 0 })
    await expect(other.responses.retrieve(body.id)).rejects.toMatchObject({ status: 404 })
    await expect(other.responses.cancel(body.id)).rejects.toMatchObject({ status: 404 })
  })
})
