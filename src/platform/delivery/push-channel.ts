import { createHash } from 'node:crypto'
import webPush from 'web-push'
import { DeliveryFailed } from './delivery-failed.ts'
import type { PushSettings } from './delivery-settings.ts'
import type { VapidKeys } from './vapid-keys.ts'

/** A browser's subscription, as its `PushSubscription` says it. Keys are base64url. */
export interface PushSubscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export interface PushMessage {
  /** Read by our service worker alone: it is encrypted for the subscription (RFC 8291). At most 3,900 bytes. */
  readonly payload: unknown
  /** Names the occasion: a push service drops an earlier message under the same name that has not arrived yet. */
  readonly id: string
  readonly urgent: boolean
  /** How long the push service should keep trying while the device is away. */
  readonly secondsToLive: number
}

export interface PushChannel {
  /** What a browser subscribes with. */
  readonly publicKey: string
  /** Whether an endpoint belongs to a push service that we send to. */
  isKnownService(endpoint: string): boolean
  /**
   * @returns `gone` where the subscription does not exist any more and should be forgotten.
   * @throws {DeliveryFailed}
   */
  send(subscription: PushSubscription, message: PushMessage): Promise<'sent' | 'gone'>
}

const ANSWER_MILLISECONDS = 15_000

/**
 * The push services of Chrome, Edge, Firefox and Safari. An endpoint is an address that a client tells us to send requests
 * to, so it must be one of these or of those in the settings: anything else could be a machine in our own network.
 */
const SERVICES = [
  /^https:\/\/fcm\.googleapis\.com$/,
  /^https:\/\/(?:[a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
  /^https:\/\/(?:[a-z0-9-]+\.)+notify\.windows\.com$/,
  /^https:\/\/(?:[a-z0-9-]+\.)*push\.apple\.com$/,
]

/** Web Push (RFC 8030), with the key pair by which push services know us. */
export function openPushChannel(
  keys: VapidKeys,
  settings: Pick<PushSettings, 'subject' | 'moreServices'>,
): PushChannel {
  const more = new Set(settings.moreServices.map((address) => URL.parse(address)?.origin))
  function isKnownService(endpoint: string): boolean {
    const origin = URL.parse(endpoint)?.origin
    return origin !== undefined && (more.has(origin) || SERVICES.some((service) => service.test(origin)))
  }
  return {
    publicKey: keys.publicKey,
    isKnownService,
    async send({ endpoint, p256dh, auth }, { payload, id, urgent, secondsToLive }) {
      if (!isKnownService(endpoint)) return 'gone'
      const request = prepare({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload), {
        vapidDetails: { ...keys, subject: settings.subject },
        contentEncoding: 'aes128gcm',
        TTL: secondsToLive,
        urgency: urgent ? 'high' : 'normal',
        topic: createHash('sha256').update(id).digest('base64url').slice(0, 32),
      })
      const status = await post(request)
      if (status < 300) return 'sent'
      if (status === 404 || status === 410) return 'gone'
      throw new DeliveryFailed(`HTTP ${status}`, { permanent: [400, 413].includes(status) })
    },
  }
}

/** @throws {DeliveryFailed} for a subscription whose keys are no keys. */
function prepare(...given: Parameters<typeof webPush.generateRequestDetails>): webPush.RequestDetails {
  try {
    return webPush.generateRequestDetails(...given)
  } catch (error) {
    throw new DeliveryFailed('The keys of the subscription cannot be used', { permanent: true, cause: error })
  }
}

async function post({ endpoint, headers, body }: webPush.RequestDetails): Promise<number> {
  // `fetch` counts the bytes itself.
  const { 'Content-Length': _, ...others } = headers as Record<string, string | number>
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(body ?? []),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    })
    await answer.body?.cancel()
    return answer.status
  } catch (error) {
    throw new DeliveryFailed('The push service cannot be reached', { permanent: false, cause: error })
  }
}
