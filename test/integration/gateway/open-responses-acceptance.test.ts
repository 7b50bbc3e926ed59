import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEvents } from '../../faults/support/event-reader.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { finished, type GatewayServer, type Script, startGatewayServer } from './gateway-server.ts'
import { compactionSchema, eventSchema, responseSchema, socketErrorSchema } from './open-responses-schema.ts'
import { SocketClient, textOf, type WireEvent } from './socket-client.ts'

/**
 * The cases of the specification's own acceptance tests, with the model name under which nothing but the standard is
 * sent: those tests know no extensions.
 */
const model = 'swasthwrap-standard'

let db: TestDatabase
let server: GatewayServer
let userId: string

/** Calls the client's function where there is one, goes on from its result, and cites what it says. */
const script: Script = async function* ({ clientTools, history, text }) {
  const result = history.at(-1)
  if (result?.kind === 'client_tool_result') yield { type: 'text.delta', text: `It is ${result.output}.` }
  else if (clientTools[0]) {
    yield { type: 'client_tool.called', callId: 'call_1', name: clientTools[0].name, arguments: '{"location":"SF"}' }
  } else {
    const before = history.map((entry) => ('text' in entry ? entry.text : '')).join(' ')
    yield { type: 'text.delta', text: `You said ${text} ` }
    yield { type: 'text.delta', text: `after ${before}.` }
  }
  yield finished
}

beforeAll(async () => {
  db = await openTestDatabase()
  server = await startGatewayServer(db.database, { script })
})
afterAll(async () => {
  await server.close()
  await db.close()
})
beforeEach(async () => {
  userId = await addUser(db.database)
})

const send = (path: string, body: object) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${userId}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
async function respond(body: object): Promise<WireEvent> {
  const response = await send('/responses', { model, ...body })
  expect(response.status).toBe(200)
  return responseSchema.parse(await response.json())
}
/** A PNG of 32 by 32 points. */
const RED_SQUARE = (
  await sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
).toString('base64')
const message = (role: string, content: unknown, more: object = {}) => ({ type: 'message', role, content, ...more })
const weather = {
  type: 'function',
  name: 'get_weather',
  description: 'Get the current weather for a location',
  parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
}

describe('over HTTP', () => {
  it.each([
    ['a message', [message('user', 'Say hello in exactly 3 words.')]],
    [
      'phases',
      [
        message('assistant', 'I look.', { phase: 'commentary' }),
        message('assistant', 'Four.', { phase: 'final_answer' }),
        message('user', 'Repeat.'),
      ],
    ],
    ['a system prompt', [message('system', 'You are a pirate.'), message('user', 'Say hello.')]],
    [
      'a conversation',
      [message('user', 'My name is Alice.'), message('assistant', 'Hello Alice!'), message('user', 'What is my name?')],
    ],
    ['a string', 'Write a sentence.'],
    [
      'a picture',
      [
        message('user', [
          { type: 'input_text', text: 'What do you see in this image?' },
          { type: 'input_image', image_url: `data:image/png;base64,${RED_SQUARE}` },
        ]),
      ],
    ],
  ])('%s', async (_, input) => {
    expect(await respond({ input })).toMatchObject({ status: 'completed', output: [{ type: 'message' }] })
  })

  it('calls functions and goes on from their results', async () => {
    const tools = [weather]
    const first = await respond({ input: 'Weather?', tools, tool_choice: { type: 'function', name: 'get_weather' } })
    const call = first.output.find((item: WireEvent) => item.type === 'function_call')
    const second = await respond({
      previous_response_id: first.id,
      input: [{ type: 'function_call_output', call_id: call.call_id, output: '64 degrees and clear' }],
    })
    expect(second.output[0].content[0].text).toBe('It is 64 degrees and clear.')
  })

  it('remembers by previous_response_id', async () => {
    const first = await respond({ input: 'The word is papaya.' })
    const second = await respond({ input: 'Which word?', previous_response_id: first.id })
    expect(second.output[0].content[0].text).toContain('papaya')
  })

  it.each<[string, { tools?: object[] }]>([
    ['text', {}],
    ['calls', { tools: [weather] }],
  ])('streams %s', async (_, more) => {
    const events: WireEvent[] = []
    const response = await send('/responses', { model, input: [message('user', 'Count.')], stream: true, ...more })
    for await (const event of readEvents(response)) events.push(eventSchema.parse(event))
    expect(events.at(-1).type).toBe('response.completed')
    const types = events.map(({ type, item }) => (item ? `${type} ${item.type}` : type))
    const parts = more.tools
      ? [
          'response.output_item.added function_call',
          'response.function_call_arguments.delta',
          'response.function_call_arguments.done',
          'response.output_item.done function_call',
        ]
      : ['response.output_item.added message', 'response.output_text.delta', 'response.output_item.done message']
    expect(types).toEqual(expect.arrayContaining(parts))
  })

  it('compacts a conversation, which then goes on', async () => {
    const input = [message('user', 'The word is slate.'), message('assistant', 'OK.'), message('user', 'Compress.')]
    const compacted = await send('/responses/compact', { model, input, prompt_cache_key: 'key' })
    const { output } = compactionSchema.parse(await compacted.json())
    expect(JSON.stringify(output)).not.toContain('slate')
    const answer = await respond({ input: [...output, message('user', 'Which word?')] })
    expect(answer.output[0].content[0].text).toContain('slate')
    userId = await addUser(db.database)
    expect((await send('/responses', { model, input: [...output, message('user', 'Which word?')] })).status).toBe(400)
  })

  it('compacts nothing without a model', async () => {
    expect((await send('/responses/compact', { input: 'x' })).status).toBe(400)
  })
})

describe('over a socket', () => {
  const open = () => SocketClient.open(server.webSocketUrl, userId)
  const create = (input: unknown, more: object = {}) => ({
    type: 'response.create',
    model,
    store: false,
    input,
    ...more,
  })
  const answerOf = async (client: SocketClient) => {
    const events = await client.answer()
    return events.map((event) => (event.type === 'error' ? socketErrorSchema : eventSchema).parse(event) as WireEvent)
  }

  it('answers one after the other, and goes on from the one before', async () => {
    const client = await open()
    client.send(create('The word is cobalt.'))
    const { id } = (await answerOf(client)).at(-1).response
    client.send(create('Which word?', { previous_response_id: id }))
    expect(textOf(await answerOf(client))).toContain('cobalt')
    client.socket.close()
  })

  it('says so where there is nothing to go on from', async () => {
    const client = await open()
    client.send(create('Go on', { previous_response_id: `resp_openresponses_missing_${Date.now()}` }))
    expect((await answerOf(client)).at(-1)).toMatchObject({ error: { code: 'previous_response_not_found' } })
    client.send(create([message('user', 'Start anew.')]))
    expect((await answerOf(client)).at(-1).type).toBe('response.completed')
    client.socket.close()
  })
})
