import { afterEach, describe, expect, it, vi } from 'vitest'
import { endPush } from './push.ts'

const ENDPOINT = 'https://push.example/mine'
const asked: string[] = []
let isSubscribed: boolean

/** A browser with a push service, and a server that knows two devices. */
function deviceWith({ subscribed }: { readonly subscribed: boolean }): void {
  isSubscribed = subscribed
  asked.length = 0
  const subscription = {
    endpoint: ENDPOINT,
    unsubscribe: async () => {
      isSubscribed = false
      return true
    },
  }
  const registration = { pushManager: { getSubscription: async () => (isSubscribed ? subscription : null) } }
  vi.stubGlobal('navigator', { languages: ['en'], serviceWorker: { getRegistration: async () => registration } })
  vi.stubGlobal('PushManager', class {})
  vi.stubGlobal('Notification', class {})
  vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path}`)
    const data = [
      { id: 'other', endpoint: 'https://push.example/other' },
      { id: 'mine', endpoint: ENDPOINT },
    ]
    return method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json({ data, next_cursor: null })
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('endPush', () => {
  it('ends the messages to this device, and this one only', async () => {
    deviceWith({ subscribed: true })
    await endPush()
    expect(isSubscribed).toBe(false)
    expect(asked.filter((each) => each.startsWith('DELETE'))).toEqual([
      'DELETE /api/v1/notifications/push-subscriptions/mine',
    ])
  })

  it('asks nothing where there were none', async () => {
    deviceWith({ subscribed: false })
    await endPush()
    expect(asked).toEqual([])
  })

  it('ends them on the device where the server cannot be told', async () => {
    deviceWith({ subscribed: true })
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    await expect(endPush()).rejects.toMatchObject({ name: 'Unreachable' })
    expect(isSubscribed).toBe(false)
  })
})
