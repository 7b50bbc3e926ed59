import { setTimeout as delay } from 'node:timers/promises'
import OpenAI from 'openai'
import { ResponsesWS } from 'openai/resources/responses/ws'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addUser, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { finished, type GatewayServer, say, startGatewayServer } from './gateway-server.ts'
import { SocketClient, textOf, type WireEvent } from './socket-client.ts'

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

const open = (headers?: Record<string, string>) => SocketClient.open(server.webSocketUrl, userId, headers)
const create = (input: unknown, more: object = {}) => ({ type: 'response.create', model: 'swasthwrap', input, ...more })

/** A script that says one word each time it is let. */
function stepped(words: readonly string[]) {
  const gates = words.map(() => Promise.withResolvers<void>())
  return {
    script: say(words, (index) => gates[index]?.promise ?? Promise.resolve()),
    let: (index: number) => gates[index]?.resolve(),
  }
}

it('the stock client holds a conversation of two turns on one socket', async () => {
  const client = new OpenAI({ baseURL: server.url, apiKey: userId })
  const socket = new ResponsesWS(client)
  const answers: string[] = []
  let text = ''
  let conversation: string | undefined
  const done = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('response.output_text.delta', (event) => {
      text += event.delta
    })
    socket.on('response.completed', ({ response }) => {
      answers.push(text)
      text = ''
      if (answers.length === 2) return resolve()
      conversation = response.conversation?.id
      server.play(async function* ({ history }) {
        yield { type: 'text.delta', text: `I remember ${history.length} messages.` }
        yield finished
      })
      socket.send({
        type: 'response.create',
        model: 'swasthwrap',
        input: 'And now?',
        previous_response_id: response.id,
      })
    })
  })
  socket.send({ type: 'response.create', model: 'swasthwrap', input: 'Hi' })
  await done
  socket.close()
  expect(answers).toEqual(['Hello there.', 'I remember 2 messages.'])
  expect(conversation).toMatch(/^[0-9a-f-]{36}$/)
})

describe('one socket', () => {
  it('answers what comes at once one after the other', async () => {
    server.play(async function* ({ text }) {
      yield { type: 'text.delta', text }
      yield finished
    })
    const client = await open()
    for (const text of ['one', 'two', 'three']) client.send(create(text))
    const texts = [textOf(await client.answer()), textOf(await client.answer()), textOf(await client.answer())]
    expect(texts).toEqual(['one', 'two', 'three'])
    client.socket.close()
  })

  it('takes the request inside `response` too, and repeats the lane it came in', async () => {
    const client = await open()
    client.send({ type: 'response.create', stream_id: 'lane 1', response: { input: 'Hi' } })
    const events = await client.answer()
    expect(textOf(events)).toBe('Hello there.')
    expect(events.every((event) => event.stream_id === 'lane 1')).toBe(true)
    client.socket.close()
  })

  it('survives every malformed frame and still answers', async () => {
    const client = await open()
    const frames = [
      'not json',
      '[]',
      '"text"',
      'null',
      '{}',
      '{"type":5}',
      '{"type":"response.dance"}',
      '{"type":"response.create"}',
      '{"type":"response.create","input":{}}',
      '{"type":"response.create","input":"x","model":"other"}',
      '{"type":"swasthwrap:response.resume"}',
      '{"type":"swasthwrap:response.resume","response_id":"resp_1"}',
      `{"type":"swasthwrap:response.resume","response_id":"resp_${'0'.repeat(32)}","starting_after":-7}`,
      '{"type":"swasthwrap:response.cancel"}',
      `{"type":"swasthwrap:response.cancel","response_id":"resp_${'0'.repeat(32)}"}`,
      `{"type":"response.create","input":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ]
    for (const frame of frames) client.send(frame)
    client.socket.send(Buffer.from([0xff, 0xfe, 0x00]), { binary: true })
    const errors: WireEvent[] = []
    for (let count = 0; count <= frames.length; count++) errors.push(await client.next())
    expect(errors.map((event) => event.type)).toEqual(errors.map(() => 'error'))
    expect(errors.every((event) => event.status >= 400 && event.status < 500 && event.error.message)).toBe(true)
    client.send(create('Hi'))
    expect(textOf(await client.answer())).toBe('Hello there.')
    client.socket.close()
  })

  it('is closed over a frame larger than any report, and the server goes on', async () => {
    const client = await open()
    client.send(`{"type":"response.create","input":"${'x'.repeat(32_000_001)}"}`)
    expect(await client.closed).toBe(1009)
    const next = await open()
    next.send(create('Hi'))
    expect(textOf(await next.answer())).toBe('Hello there.')
    next.socket.close()
  })

  it('cancels what it is being told', async () => {
    const { script, let: allow } = stepped(['One', 'Two'])
    server.play(script)
    const client = await open()
    client.send(create('Count'))
    allow(0)
    await client.until('response.output_text.delta')
    const started = performance.now()
    client.send({ type: 'swasthwrap:response.cancel' })
    const rest = await client.until('response.incomplete')
    expect(performance.now() - started).toBeLessThan(200)
    expect(rest.at(-1).response.status).toBe('cancelled')
    client.socket.close()
  })

  it('stops the model of a cancelled answer', async () => {
    const stopped = Promise.withResolvers<number>()
    server.play(async function* ({ signal }) {
      yield { type: 'text.delta', text: 'One' }
      signal.addEventListener('abort', () => stopped.resolve(performance.now()))
      await new Promise(() => undefined)
    })
    const client = await open()
    client.send(create('Count'))
    await client.until('response.output_text.delta')
    const asked = performance.now()
    client.send({ type: 'swasthwrap:response.cancel' })
    expect((await stopped.promise) - asked).toBeLessThan(200)
    client.socket.close()
  })

  it('is told of what happens outside its answers', async () => {
    const client = await open()
    server.bus.publish(userId, { type: 'document.progress', document_id: 'd', stage: 'ocr', page: 1, pages: 3 })
    server.bus.publish(userId, { type: 'notification.created', notification_id: 'n' })
    server.bus.publish(await addUser(db.database), { type: 'notification.created', notification_id: 'theirs' })
    expect(await client.next()).toEqual({
      type: 'swasthwrap:document',
      event: 'document.progress',
      document_id: 'd',
      stage: 'ocr',
      page: 1,
      pages: 3,
    })
    expect(await client.next()).toEqual({
      type: 'swasthwrap:notification',
      event: 'notification.created',
      notification_id: 'n',
    })
    client.send(create('Hi'))
    expect(JSON.stringify(await client.answer())).not.toContain('theirs')
    client.socket.close()
  })
})

describe('who may open a socket', () => {
  it.each([
    ['a program', {}, 'opens'],
    ['our own page', { origin: 'own' }, 'opens'],
    ['an allowed origin', { origin: 'https://allowed.example' }, 'opens'],
    ['another website', { origin: 'https://evil.example' }, 'HTTP 403'],
    ['a sandboxed page', { origin: 'null' }, 'HTTP 403'],
    ['nobody', { authorization: '' }, 'HTTP 401'],
  ])('%s: %s', async (_, headers, outcome) => {
    const own = server.webSocketUrl.replace('ws:', 'http:').replace('/v1/responses', '')
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === 'own' ? own : value]),
    )
    const opening = open(sent).then(
      ({ socket }) => {
        socket.close()
        return 'opens'
      },
      (error: Error) => error.message,
    )
    expect(await opening).toBe(outcome)
  })
})

describe('a run belongs to no socket', () => {
  it('goes on when its socket is cut, and is resumed from any number', async () => {
    const { script, let: allow } = stepped(['One ', 'two ', 'three.'])
    server.play(script)
    const first = await open()
    first.send(create('Count'))
    allow(0)
    const heard = await first.until('response.output_text.delta')
    first.socket.terminate()
    allow(1)
    allow(2)
    const second = await open()
    second.send({
      type: 'swasthwrap:response.resume',
      response_id: heard[0].response.id,
      starting_after: heard.at(-1).sequence_number,
    })
    const rest = await second.answer()
    expect(textOf([...heard, ...rest])).toBe('One two three.')
    expect(rest[0].sequence_number).toBe(heard.at(-1).sequence_number + 1)
    second.socket.close()
  })

  it('is followed by a second device while it lasts', async () => {
    const { script, let: allow } = stepped(['One ', 'two ', 'three.'])
    server.play(script)
    const [phone, laptop] = [await open(), await open()]
    phone.send(create('Count'))
    allow(0)
    const begun = await phone.until('response.output_text.delta')
    laptop.send({ type: 'swasthwrap:response.resume', response_id: begun[0].response.id })
    expect(textOf(await laptop.until('response.output_text.delta'))).toBe('One ')
    allow(1)
    allow(2)
    const [onPhone, onLaptop] = await Promise.all([phone.answer(), laptop.answer()])
    expect(textOf([...begun, ...onPhone])).toBe('One two three.')
    expect(onLaptop.map((event) => event.sequence_number)).toEqual(onPhone.map((event) => event.sequence_number))
    phone.socket.close()
    laptop.socket.close()
  })

  it('of another person cannot be followed', async () => {
    const client = await open()
    client.send(create('Hi'))
    const [created] = await client.answer()
    const other = await SocketClient.open(server.webSocketUrl, await addUser(db.database))
    other.send({ type: 'swasthwrap:response.resume', response_id: created.response.id })
    expect(await other.next()).toMatchObject({ type: 'error', status: 404, error: { code: 'response_not_found' } })
    client.socket.close()
    other.socket.close()
  })
})

describe('answers that are not to be stored', () => {
  const unstored = (input: unknown, more: object = {}) => create(input, { store: false, ...more })

  it('are continued on their own socket and nowhere else', async () => {
    const client = await open()
    client.send(unstored('Remember cobalt'))
    const { id } = (await client.answer()).at(-1).response
    client.send(unstored('What was it?', { previous_response_id: id }))
    expect((await client.answer()).at(-1).type).toBe('response.completed')
    const other = await open()
    other.send(unstored('What was it?', { previous_response_id: id }))
    expect((await other.answer()).at(-1)).toMatchObject({
      type: 'error',
      error: { code: 'previous_response_not_found' },
    })
    const response = await fetch(`${server.url}/responses/${id}`, { headers: { authorization: `Bearer ${userId}` } })
    expect(response.status).toBe(404)
    client.socket.close()
    other.socket.close()
  })

  it('are forgotten when a continuation fails', async () => {
    const client = await open()
    client.send(unstored('Remember ember'))
    const { id } = (await client.answer()).at(-1).response
    const missing = [{ type: 'function_call_output', call_id: 'call_missing', output: 'x' }]
    client.send(unstored(missing, { previous_response_id: id }))
    expect((await client.answer()).at(-1)).toMatchObject({ type: 'error' })
    client.send(unstored('Go on', { previous_response_id: id }))
    expect((await client.answer()).at(-1)).toMatchObject({ error: { code: 'previous_response_not_found' } })
    client.socket.close()
  })
})

it('a reader that takes nothing holds up nobody, and its run ends', async () => {
  const word = 'x'.repeat(20_000)
  server.play(say(Array.from({ length: 100 }, () => word)))
  const slow = await open()
  slow.socket.pause()
  slow.send(create('Much'))
  server.play(say(Array.from({ length: 100 }, () => word)))
  await delay(100)
  server.play(say(['Quick.']))
  const quick = await open()
  quick.send(create('Hi'))
  expect(textOf(await quick.answer())).toBe('Quick.')
  slow.socket.resume()
  const events = await slow.answer()
  expect(textOf(events)).toHaveLength(100 * 20_000)
  slow.socket.close()
  quick.socket.close()
})

it('beyond what the process makes well, answers wait in line visibly, and an emergency does not', async () => {
  const small = await startGatewayServer(db.database, { maximumAnswers: 1 })
  const { script, let: allow } = stepped(['One.'])
  small.play(script)
  const openHere = () => SocketClient.open(small.webSocketUrl, userId)
  const [first, second, third] = [await openHere(), await openHere(), await openHere()]
  first.send(create('Count'))
  await first.until('response.output_item.done')
  second.send(create('Count'))
  expect((await second.until('response.queued')).at(-1).response.status).toBe('queued')
  third.send(create('I have chest pain'))
  expect(textOf(await third.answer())).toBe('Call 112 now.')
  allow(0)
  expect(textOf(await first.answer())).toBe('One.')
  expect(textOf(await second.answer())).toBe('One.')
  for (const { socket } of [first, second, third]) socket.close()
  await small.close()
})
