import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../src/operations/define-operation.ts'
import { type Answer, type OperationsApp, openOperationsApp } from '../contract/support/operations-app.ts'
import { say, startGatewayServer } from './gateway/gateway-server.ts'

let app: OperationsApp
let asha: Caller
let session: string

beforeAll(async () => {
  app = await openOperationsApp()
  asha = app.asha
})
afterAll(() => app.close())

async function talk(...texts: string[]): Promise<string> {
  const server = await startGatewayServer(app.testDatabase.database, { script: say(['Your sugar ', 'is fine.']) })
  let conversation: string | undefined
  for (const text of texts) {
    const response = await fetch(`${server.url}/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${asha.userId}`, 'content-type': 'application/json' },
      body: JSON.stringify({ input: text, ...(conversation && { conversation }) }),
    })
    const body = (await response.json()) as { conversation: { id: string } }
    conversation = body.conversation.id
  }
  await server.close()
  return conversation ?? ''
}

beforeEach(async () => {
  session = await talk('How is my sugar?', 'And my pressure?')
})

const rows = (answer: Answer) => answer.body_.data as Record<string, unknown>[]

describe('a conversation as a record', () => {
  it('has its title, counters and messages, each with what is known about it', async () => {
    const got = await app.call(asha, 'GET', `/chat/sessions/${session}`)
    expect(got.body_).toMatchObject({
      session_title: 'How is my sugar?',
      language: 'en',
      total_messages: 4,
      duration_minutes: expect.any(Number),
      status: 'active',
      ended_at: null,
    })
    const messages = rows(await app.call(asha, 'GET', `/chat/sessions/${session}/messages`))
    expect(messages.map((row) => [row['message_type'], row['content']])).toEqual([
      ['user', 'How is my sugar?'],
      ['ai', 'Your sugar is fine.'],
      ['user', 'And my pressure?'],
      ['ai', 'Your sugar is fine.'],
    ])
    expect(messages[0]).toMatchObject({ attachments: [], ai_response: null, ai_confidence: null })
    expect(messages[1]).toMatchObject({
      ai_confidence: 0.8,
      token_count: 12,
      ai_response: {
        intent_detected: 'test',
        suggestions: ['And then?'],
        triage: { level: 'routine' },
        model: 'scripted',
      },
    })
    const one = await app.call(asha, 'GET', `/chat/sessions/${session}/messages/${messages[1]?.['id']}`)
    expect(one.body_).toEqual(messages[1])
  })

  it('can be renamed, bookmarked, completed and taken up again', async () => {
    const body = { session_title: 'Sugar', is_bookmarked: true, status: 'completed' }
    const changed = await app.call(asha, 'PATCH', `/chat/sessions/${session}`, { body })
    expect(changed.body_).toMatchObject(body)
    expect(changed.body_.ended_at).toEqual(expect.any(String))
    const marked = rows(await app.call(asha, 'GET', '/chat/sessions?is_bookmarked=true'))
    expect(marked.map((row) => row['id'])).toContain(session)
    const again = await app.call(asha, 'PATCH', `/chat/sessions/${session}`, { body: { status: 'active' } })
    expect(again.body_.ended_at).toBeNull()
  })

  it('counts nothing that the client says', async () => {
    const answer = await app.call(asha, 'PATCH', `/chat/sessions/${session}`, { body: { total_messages: 99 } })
    expect(answer.statusCode).toBe(422)
  })

  it('is tagged, once with each tag', async () => {
    const path = `/chat/sessions/${session}/tags`
    const added = await app.call(asha, 'POST', path, { body: { tag_name: 'diabetes' } })
    expect(added.statusCode).toBe(201)
    expect(added.body_).toMatchObject({ tag_name: 'diabetes', auto_generated: false })
    expect((await app.call(asha, 'POST', path, { body: { tag_name: 'diabetes' } })).statusCode).toBe(409)
    expect((await app.call(asha, 'DELETE', `${path}/${added.body_.id}`)).statusCode).toBe(204)
    expect(rows(await app.call(asha, 'GET', path))).toEqual([])
  })

  it('goes with everything that was said in it, and what search knew of that', async () => {
    const changes: string[] = []
    const watched = await openOperationsApp({
      changeListeners: [(_, { kind, table }) => void changes.push(`${kind} ${table}`)],
    })
    const { body_: begun } = await watched.call(watched.asha, 'POST', '/chat/sessions', { body: { language: 'ta' } })
    await watched.testDatabase.query(
      `insert into chat_messages (user_id, session_id, message_type, content, language) values ($1, $2, 'user', 'x', 'ta')`,
      [watched.asha.userId, begun.id],
    )
    expect((await watched.call(watched.asha, 'DELETE', `/chat/sessions/${begun.id}`)).statusCode).toBe(204)
    expect(changes).toEqual(['created chat_sessions', 'deleted chat_sessions', 'deleted chat_messages'])
    const left = await watched.testDatabase.query('select id from chat_messages where session_id = $1', [begun.id])
    expect(left).toEqual([])
    await watched.close()
  })

  it('takes its runs and their events with it', async () => {
    await app.call(asha, 'DELETE', `/chat/sessions/${session}`)
    for (const table of ['response_runs', 'chat_messages', 'chat_session_tags']) {
      expect(await app.testDatabase.query(`select 1 from ${table} where session_id = $1`, [session])).toEqual([])
    }
  })
})
