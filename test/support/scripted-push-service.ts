import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decrypt } from 'http_ece'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'

/** A message as the browser's service worker would get it, and how it came. */
export interface ReceivedPush {
  readonly subscription: string
  readonly payload: Record<string, unknown>
  readonly topic: string | undefined
  readonly urgency: string | undefined
  /** From the signed VAPID token. */
  readonly subject: string | undefined
}

/** A push service (RFC 8030) with browsers of its own: it checks the sender's signature and decrypts what they are sent. */
export interface ScriptedPushService {
  readonly origin: string
  readonly received: ReceivedPush[]
  /** Status codes to answer the next messages with instead of taking them. */
  readonly refusals: number[]
  /** A new browser, as it would describe itself. */
  subscribe(): { endpoint: string; keys: { p256dh: string; auth: string } }
  close(): Promise<void>
}

export async function startPushService(): Promise<ScriptedPushService> {
  const browsers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: string }>()
  const received: ReceivedPush[] = []
  const refusals: number[] = []

  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const refusal = refusals.shift()
      if (refusal !== undefined) return response.writeHead(refusal).end()
      const browser = browsers.get(request.url ?? '')
      if (!browser) return response.writeHead(410).end()
      const subject = await verifiedSubject(request.headers.authorization ?? '', origin)
      const plain = decrypt(Buffer.concat(chunks), {
        version: 'aes128gcm',
        privateKey: browser.ecdh,
        authSecret: browser.auth,
      })
      received.push({
        subscription: request.url ?? '',
        payload: JSON.parse(plain.toString('utf8')) as Record<string, unknown>,
        topic: headerOf(request.headers['topic']),
        urgency: headerOf(request.headers['urgency']),
        subject,
      })
      response.writeHead(201).end()
    })().catch(() => response.writeHead(400).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    received,
    refusals,
    subscribe: () => {
      const ecdh = createECDH('prime256v1')
      const p256dh = ecdh.generateKeys('base64url')
      const auth = randomBytes(16).toString('base64url')
      const path = `/send/${randomBytes(9).toString('base64url')}`
      browsers.set(path, { ecdh, auth })
      return { endpoint: `${origin}${path}`, keys: { p256dh, auth } }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** `vapid t=<token>, k=<public key>` (RFC 8292, 3). */
async function verifiedSubject(authorization: string, audience: string): Promise<string | undefined> {
  const token = /t=([^,\s]+)/.exec(authorization)?.[1] ?? ''
  const raw = Buffer.from(/k=([^,\s]+)/.exec(authorization)?.[1] ?? '', 'base64url')
  const key = await importJWK(
    {
      kty: 'EC',
      crv: 'P-256',
      x: raw.subarray(1, 33).toString('base64url'),
      y: raw.subarray(33).toString('base64url'),
    },
    decodeProtectedHeader(token).alg ?? 'ES256',
  )
  const { payload } = await jwtVerify(token, key, { audience })
  return payload.sub
}
