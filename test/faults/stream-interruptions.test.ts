import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { finished, type GatewayServer, say, startGatewayServer } from '../integration/gateway/gateway-server.ts'
import { SocketClient, textOf, type WireEvent } from '../integration/gateway/socket-client.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { readEvents } from './support/event-reader.ts'
import { type StreamProcess, startStreamProcess } from './support/stream-process.ts'

const WORDS = ['Your ', 'sugar ', 'is ', '112 ', 'mg/dL. ', 'उच्च ', 'இரத்த ', 'अழுத்தம் ', '👍🏽 ', 'Done.']
const WHOLE = WORDS.join('')

let db: TestDatabase
let userId: string
beforeAll(async () => {
  db = await openTestDatabase()
  userId = await addUser(db.database)
})
afterAll(() => db.close())

const authorization = () => ({ authorization: `Bearer ${userId}` })

function ask(url: string, signal?: AbortSignal) {
  return fetch(`${url}/responses`, {
    method: 'POST',
    headers: { ...authorization(), 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'swasthwrap', input: 'What is my sugar?', stream: true }),
    ...(signal && { signal }),
  })
}

function resume(url: string, id: string, after: number) {
  return fetch(`${url}/responses/${id}?stream=true&starting_after=${after}`, { headers: authorization() })
}

async function collect(events: AsyncGenerator<WireEvent>, into: WireEvent[] = []): Promise<WireEvent[]> {
  for await (const event of events) into.push(event)
  return into
}

/** A client's whole story must read as if nothing had happened. */
function expectWhole(events: readonly WireEvent[]) {
  expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index))
  expect(textOf(events)).toBe(WHOLE)
  const { response } = events.at(-1)
  expect(response.status).toBe('completed')
  expect(response.output.find((item: WireEvent) => item.type === 'message').content[0].text).toBe(WHOLE)
}

describe('a connection that is cut at any event', () => {
  let server: GatewayServer
  beforeAll(async () => {
    server = await startGatewayServer(db.database)
    server.play(say(WORDS, () => new Promise((resolve) => setTimeout(resolve, 3))))
  })
  afterAll(() => server.close())

  /** created, in_progress, triage ×2, message and part added, the words, three for the end, answer ×2, completed. */
  const numbers = Array.from({ length: 6 + WORDS.length + 6 }, (_, index) => index)

  it.each(numbers)('over HTTP, after number %i', async (cut) => {
    const leaving = new AbortController()
    const heard: WireEvent[] = []
    try {
      for await (const event of readEvents(await ask(server.url, leaving.signal))) {
        heard.push(event)
        if (event.sequence_number === cut) leaving.abort()
      }
    } catch (error) {
      expect((error as Error).name).toBe('AbortError')
    }
    const kept = heard.filter((event) => event.sequence_number <= cut)
    expectWhole(await collect(readEvents(await resume(server.url, heard[0].response.id, cut)), kept))
  })

  it.each(numbers)('over a socket, after number %i', async (cut) => {
    const first = await SocketClient.open(server.webSocketUrl, userId)
    first.send({ type: 'response.create', input: 'What is my sugar?' })
    const heard: WireEvent[] = []
    do heard.push(await first.next())
    while (heard.at(-1).sequence_number < cut)
    first.socket.terminate()
    const second = await SocketClient.open(server.webSocketUrl, userId)
    second.send({ type: 'swasthwrap:response.resume', response_id: heard[0].response.id, starting_after: cut })
    const whole = cut < numbers.length - 1 ? [...heard, ...(await second.answer())] : heard
    expectWhole(whole)
    second.socket.close()
  })
})

describe('a server process that dies', () => {
  const running: StreamProcess[] = []
  afterEach(async () => {
    for (const one of running.splice(0)) await one.kill('SIGKILL')
  })

  const start = async (options: Partial<Parameters<typeof startStreamProcess>[0]> = {}) => {
    const started = await startStreamProcess({ connectionString: db.connectionString, words: WORDS, ...options })
    running.push(started)
    return started
  }

  async function hearUntil(url: string, cut: number) {
    const heard: WireEvent[] = []
    for await (const event of readEvents(await ask(url))) {
      heard.push(event)
      if (event.sequence_number === cut) break
    }
    return heard
  }

  it.each([0, 4, 9, 15])('after event %i: the next one goes on where it was left', async (cut) => {
    const first = await start()
    const heard = await hearUntil(first.url, cut)
    await first.kill('SIGKILL')
    const second = await start()
    expectWhole(await collect(readEvents(await resume(second.url, heard[0].response.id, cut)), heard))
  })

  it('while another one is up: that one takes over', async () => {
    const [first, second] = [await start({ quietSeconds: 1 }), await start({ quietSeconds: 1 })]
    const heard = await hearUntil(first.url, 8)
    const elsewhere = collect(readEvents(await resume(second.url, heard[0].response.id, 8)), heard)
    await first.kill('SIGKILL')
    expectWhole(await elsewhere)
  })

  it('with an answer that cannot be had again: the run fails in words, and nobody waits for ever', async () => {
    const first = await start()
    const heard = await hearUntil(first.url, 9)
    await first.kill('SIGKILL')
    const second = await start({ words: ['Something ', 'else.'] })
    const rest = await collect(readEvents(await resume(second.url, heard[0].response.id, 9)))
    expect(rest.at(-1)).toMatchObject({ type: 'response.failed', response: { error: { code: 'answer_interrupted' } } })
    expect(rest.at(-1).response.error.message).toContain('ask again')
  })

  it('is told to stop: it finishes what it can and hands over the rest', async () => {
    const first = await start({ pauseMilliseconds: 200 })
    const heard: WireEvent[] = []
    const hearing = collect(readEvents(await ask(first.url)), heard)
    while (heard.length < 8) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await first.kill('SIGTERM')).toBe(0)
    await hearing
    expect(heard.at(-1).type).toBe('response.output_text.delta')
    const second = await start({ pauseMilliseconds: 5 })
    const rest = await resume(second.url, heard[0].response.id, heard.at(-1).sequence_number)
    expectWhole(await collect(readEvents(rest), heard))
  })
})

it('a second server process follows and stops a run of the first', async () => {
  const options = { connectionString: db.connectionString, words: WORDS, pauseMilliseconds: 150, quietSeconds: 5 }
  const [first, second] = [await startStreamProcess(options), await startStreamProcess(options)]
  try {
    const heard: WireEvent[] = []
    const hearing = collect(readEvents(await ask(first.url)), heard)
    while (heard.length < 7) await new Promise((resolve) => setTimeout(resolve, 20))
    const elsewhere = collect(readEvents(await resume(second.url, heard[0].response.id, -1)))
    const cancelled = await fetch(`${second.url}/responses/${heard[0].response.id}/cancel`, {
      method: 'POST',
      headers: authorization(),
    })
    expect(await cancelled.json()).toMatchObject({ status: 'cancelled' })
    expect((await hearing).at(-1).type).toBe('response.incomplete')
    expect((await elsewhere).map((event) => event.sequence_number)).toEqual(heard.map((event) => event.sequence_number))
  } finally {
    await first.kill('SIGKILL')
    await second.kill('SIGKILL')
  }
})

it('a run that fails over and over is given up in words', async () => {
  const server = await startGatewayServer(db.database)
  try {
    server.play(async function* () {
      yield { type: 'text.delta', text: 'One' }
      await new Promise(() => undefined)
      yield finished
    })
    const { response } = (await readEvents(await ask(server.url)).next()).value
    await db.query(`update response_runs set attempts = 9, heartbeat_at = null where status = 'in_progress'`)
    const other = await startGatewayServer(db.database)
    const events = await collect(readEvents(await resume(other.url, response.id, -1)))
    expect(events.at(-1)).toMatchObject({
      type: 'response.failed',
      response: { error: { code: 'answer_interrupted' } },
    })
    await other.close()
  } finally {
    await server.close()
  }
})
