import { createOpenResponses } from '@ai-sdk/open-responses'
import { generateText, jsonSchema, type ModelMessage, stepCountIs, streamText, tool } from 'ai'
import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addUser, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { finished, type GatewayServer, type Script, say, startGatewayServer } from './gateway-server.ts'

let db: TestDatabase
let server: GatewayServer
let userId: string

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
  server.play(say(['Hello ', 'there.']))
})

/** Says what it was told before. */
const echo: Script = async function* ({ text, history, instructions }) {
  const before = history.map((entry) => ('text' in entry ? entry.text : entry.kind)).join(' | ')
  yield { type: 'text.delta', text: `${text} [${before}] (${instructions ?? ''})` }
  yield finished
}

/** Asks the client for the weather, and says what it answered. */
const askForWeather: Script = async function* ({ history, clientTools }) {
  const result = history.findLast((entry) => entry.kind === 'client_tool_result')
  if (result?.kind === 'client_tool_result') yield { type: 'text.delta', text: `It is ${result.output}.` }
  else {
    const name = clientTools[0]?.name ?? '?'
    yield { type: 'client_tool.called', callId: 'call_1', name, arguments: '{"city":"Chennai"}' }
  }
  yield finished
}

describe('the AI SDK, by its Open Responses provider', () => {
  const model = () =>
    createOpenResponses({ name: 'swasthwrap', url: `${server.url}/responses`, apiKey: userId })('swasthwrap')

  it('holds a conversation of two turns, streaming', async () => {
    const messages: ModelMessage[] = [{ role: 'user', content: 'My name is Asha.' }]
    const first = streamText({ model: model(), instructions: 'Be kind.', messages })
    const parts: string[] = []
    for await (const part of first.textStream) parts.push(part)
    expect(parts).toEqual(['Hello ', 'there.'])
    server.play(echo)
    const second = streamText({
      model: model(),
      instructions: 'Be kind.',
      messages: [...messages, ...(await first.response).messages, { role: 'user', content: 'Who am I?' }],
    })
    expect(await second.text).toBe('Who am I? [My name is Asha. | Hello there.] (Be kind.)')
    expect(await second.finishReason).toBe('stop')
    expect((await second.usage).totalTokens).toBe(12)
  })

  it('gets a whole answer', async () => {
    expect((await generateText({ model: model(), prompt: 'Hi' })).text).toBe('Hello there.')
  })

  it('runs its own tools and goes on', async () => {
    server.play(askForWeather)
    const weather = tool({
      description: 'The weather',
      inputSchema: jsonSchema<{ city: string }>({ type: 'object', properties: { city: { type: 'string' } } }),
      execute: async ({ city }) => `sunny in ${city}`,
    })
    const { text } = await generateText({
      model: model(),
      prompt: 'Weather?',
      tools: { weather },
      stopWhen: stepCountIs(3),
    })
    expect(text).toBe('It is sunny in Chennai.')
  })

  it('is told in words what is wrong', async () => {
    const other = createOpenResponses({ name: 'swasthwrap', url: `${server.url}/responses`, apiKey: userId })('gpt-4o')
    await expect(generateText({ model: other, prompt: 'Hi', maxRetries: 0 })).rejects.toThrow(/gpt-4o/)
  })

  it('learns of a failure in the middle of a stream', async () => {
    server.play(async function* () {
      yield { type: 'text.delta', text: 'Half' }
      throw new Error('burst')
    })
    const errors: unknown[] = []
    const result = streamText({ model: model(), prompt: 'Hi', onError: ({ error }) => void errors.push(error) })
    let text = ''
    for await (const part of result.textStream) text += part
    expect(text).toBe('Half')
    expect(String(errors[0])).toContain('Something went wrong')
  })
})

describe('chat completions', () => {
  const client = () => new OpenAI({ baseURL: server.url, apiKey: userId, maxRetries: 0 })

  it('answer as a whole', async () => {
    const completion = await client().chat.completions.create({
      model: 'swasthwrap',
      messages: [{ role: 'user', content: 'Hi' }],
    })
    expect(completion.choices).toMatchObject([
      { message: { role: 'assistant', content: 'Hello there.' }, finish_reason: 'stop' },
    ])
    expect(completion.usage).toMatchObject({ prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 })
  })

  it('stream, with the usage where it is asked for', async () => {
    server.play(echo)
    const stream = client().chat.completions.stream({
      model: 'swasthwrap',
      stream_options: { include_usage: true },
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'My name is Asha.' },
        { role: 'assistant', content: 'Hello Asha.' },
        { role: 'user', content: [{ type: 'text', text: 'Who am I?' }] },
      ],
    })
    const completion = await stream.finalChatCompletion()
    expect(completion.choices[0]?.message.content).toBe('Who am I? [My name is Asha. | Hello Asha.] (Be kind.)')
    expect((await stream.totalUsage()).total_tokens).toBe(12)
  })

  it('call functions of the client', async () => {
    server.play(askForWeather)
    const tools = [{ type: 'function' as const, function: { name: 'get_weather', parameters: { type: 'object' } } }]
    const user = { role: 'user' as const, content: 'Weather?' }
    const first = await client().chat.completions.create({ model: 'swasthwrap', messages: [user], tools })
    expect(first.choices[0]).toMatchObject({
      finish_reason: 'tool_calls',
      message: { content: null, tool_calls: [{ id: 'call_1', function: { name: 'get_weather' } }] },
    })
    const second = client().chat.completions.stream({
      model: 'swasthwrap',
      tools,
      messages: [
        user,
        first.choices[0]?.message ?? { role: 'assistant', content: '' },
        { role: 'tool', tool_call_id: 'call_1', content: 'sunny' },
      ],
    })
    expect(await second.finalContent()).toBe('It is sunny.')
  })

  it('say in words what is wrong', async () => {
    const failing = (body: object) =>
      client().chat.completions.create({ model: 'swasthwrap', messages: [{ role: 'user', content: 'Hi' }], ...body })
    await expect(failing({ n: 2 })).rejects.toMatchObject({ status: 400, code: 'unsupported_parameter', param: 'n' })
    await expect(failing({ messages: [] })).rejects.toMatchObject({ status: 400, param: 'messages' })
    await expect(failing({ model: 'gpt-4o' })).rejects.toMatchObject({ status: 404, code: 'model_not_found' })
    server.play(async function* () {
      yield { type: 'text.delta', text: 'Half' }
      throw new Error('burst')
    })
    await expect(failing({})).rejects.toMatchObject({ status: 500, code: 'internal_error' })
    const stream = await client().chat.completions.create({
      model: 'swasthwrap',
      stream: true,
      messages: [{ role: 'user', content: 'Hi' }],
    })
    const reading = (async () => {
      for await (const chunk of stream) expect(chunk.choices.length).toBeLessThan(2)
    })()
    await expect(reading).rejects.toThrow(/went wrong/)
  })
})
