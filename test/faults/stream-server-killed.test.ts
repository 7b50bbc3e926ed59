import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { textOf, type WireEvent } from '../integration/gateway/socket-client.ts'
import { apiClient, registerClient } from '../support/api-client.ts'
import { type ScriptedModelServer, startScriptedModelServer } from '../support/scripted-model-server.ts'
import { createServerDatabase } from '../support/server-database.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { readEvents } from './support/event-reader.ts'

const ANSWER =
  'Rest well and drink enough water. Eat light food, and sleep early. Walk a little in the evening if you feel up to it. ' +
  'Tell your doctor if it does not get better, or if something new comes up that worries you.'

let model: ScriptedModelServer
const running: ServerProcess[] = []
const cleanUps: (() => Promise<void>)[] = []

beforeAll(async () => {
  model = await startScriptedModelServer([{ say: ANSWER, every: 40 }])
})
afterAll(() => model.close())
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** Starts the real server, again and again on the same data. */
async function restartable(): Promise<() => Promise<ServerProcess>> {
  const folder = await temporaryFolder()
  cleanUps.push(folder.remove)
  const databaseUrl = process.env['TEST_DATABASE_URL']
  const database = databaseUrl ? await createServerDatabase(databaseUrl) : undefined
  if (database) cleanUps.push(database.remove)
  const environment = {
    ...(database && { DATABASE_URL: database.connectionString, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }),
    OPENAI_BASE_URL: model.url,
    OPENAI_API_KEY: 'none',
    CHAT_MODEL: 'scripted',
  }
  return async () => {
    const server = await startServerProcess(folder.path, environment)
    running.push(server)
    return server
  }
}

describe('the whole server, killed in the middle of an answer', () => {
  it.each([6, 12])('after event %i: the client ends with the whole text', async (cut) => {
    const start = await restartable()
    const first = await start()
    const person = await registerClient(first.address)
    const heard: WireEvent[] = []
    const asked = await person.request('POST', '/v1/responses', { input: 'I feel a bit tired', stream: true })
    for await (const event of readEvents(asked)) {
      heard.push(event)
      if (event.sequence_number === cut) await first.kill()
    }
    const second = await start()
    const again = apiClient(second.address, person.userId, person.accessToken)
    const { id } = heard[0].response
    const after = heard.at(-1).sequence_number
    for await (const event of readEvents(
      await again.request('GET', `/v1/responses/${id}?stream=true&starting_after=${after}`),
    )) {
      heard.push(event)
    }
    expect(heard.map((event) => event.sequence_number)).toEqual(heard.map((_, index) => index))
    const { response } = heard.at(-1)
    const message = response.output.find((item: WireEvent) => item.type === 'message')
    expect(message.content[0].text).toContain('something new comes up that worries you')
    expect(textOf(heard)).toBe(message.content[0].text)
  })
})
