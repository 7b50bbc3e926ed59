import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let client: ApiClient

beforeAll(async () => {
  server = await startTestServer()
  client = await registerClient(server.address)
})
afterAll(() => server.close())

describe('the running server', () => {
  it('computes trends soon after a reading, and notes what the person does', async () => {
    await client.json('POST', '/api/v1/metrics', { metric_type: 'heart_rate', value: '72', unit: 'bpm' })
    const trends = () => client.json<{ data: { trend_period: string }[] }>('GET', '/api/v1/trends')
    await vi.waitFor(async () => expect((await trends()).data).toHaveLength(4), { timeout: 30_000, interval: 200 })
    await client.ask('Hello')
    const activity = await client.json<{ data: { activity_type: string }[] }>('GET', '/api/v1/activity')
    expect(activity.data.map(({ activity_type }) => activity_type)).toEqual(['chat', 'login'])
  })
})
