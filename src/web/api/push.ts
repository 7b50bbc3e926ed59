import { request } from './client.ts'

/** Messages to this very device (Web Push), while somebody is signed in. */

const PATH = '/api/v1/notifications/push-subscriptions'
const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

export interface Push {
  /** The server's public key; nothing where the server or the browser sends none. */
  readonly key: string | null
  readonly isOn: boolean
}

async function findSubscription(): Promise<PushSubscription | undefined> {
  if (!canPush()) return undefined
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? undefined
}

/** Whether messages can come to this device, and whether they do. */
export async function readPush(signal: AbortSignal): Promise<Push> {
  if (!canPush() || !(await navigator.serviceWorker.getRegistration())) return { key: null, isOn: false }
  const { public_key } = await request<{ readonly public_key: string | null }>(
    'GET',
    '/api/v1/notifications/push-key',
    { signal },
  )
  return { key: public_key, isOn: (await findSubscription()) !== undefined }
}

/** Answers whether the person allowed it. */
export async function beginPush(key: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscription.toJSON()
  await request('POST', PATH, { body: { endpoint, keys } })
  return true
}

/** Ends the messages to this device, and tells the server. */
export async function endPush(): Promise<void> {
  const endpoint = await endPushHere()
  if (endpoint === undefined) return
  const { data } = await request<{ readonly data: readonly { readonly id: string; readonly endpoint: string }[] }>(
    'GET',
    PATH,
    { query: { limit: 100 } },
  )
  const own = data.find((each) => each.endpoint === endpoint)
  if (own) await request('DELETE', `${PATH}/${own.id}`)
}

/** Ends them on the device alone, which needs no network: what the server sends then comes to nobody. */
export async function endPushHere(): Promise<string | undefined> {
  const subscription = await findSubscription()
  await subscription?.unsubscribe()
  return subscription?.endpoint
}
