import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An SMS or a call that was asked for. */
export interface TwilioRequest {
  readonly kind: 'sms' | 'call'
  readonly to: string
  /** The text of an SMS, or the TwiML of a call. */
  readonly body: string
  readonly sid: string
}

export interface ScriptedTwilio {
  readonly baseUrl: string
  /** Settings of a server that uses it. */
  readonly environment: Readonly<Record<string, string>>
  readonly requests: TwilioRequest[]
  /** What becomes of a message: a status of Twilio's, or a status code of HTTP that refuses it. By default it arrives. */
  script: (request: TwilioRequest) => string | number
  /** Called as each request comes in, before and after it is answered; also for questions about the status. */
  onContact: (moment: 'received' | 'answered' | 'asked', request: TwilioRequest) => void | Promise<void>
  close(): Promise<void>
}

const ACCOUNT = `AC${'0'.repeat(32)}`
const TOKEN = 'secret'

/** Speaks the part of Twilio's REST API (2010-04-01) that sends SMS, makes calls and tells how they ended. */
export async function startTwilio(): Promise<ScriptedTwilio> {
  const requests: TwilioRequest[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const answer = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      const credentials = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`
      if (request.headers.authorization !== credentials) return answer(401, { code: 20003, message: 'Authenticate' })
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const [, resource, sid] = /\/(Messages|Calls)(?:\/(\w+))?\.json/.exec(request.url ?? '') ?? []
      if (sid !== undefined) {
        const known = requests.find((each) => each.sid === sid)
        if (!known) return answer(404, { code: 20404, message: 'Not found' })
        await twilio.onContact('asked', known)
        return answer(200, { sid, status: String(twilio.script(known)) })
      }
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
      const kind = resource === 'Calls' ? 'call' : 'sms'
      const asked: TwilioRequest = {
        kind,
        to: form.get('To') ?? '',
        body: form.get(kind === 'call' ? 'Twiml' : 'Body') ?? '',
        sid: `${kind === 'call' ? 'CA' : 'SM'}${String(requests.length).padStart(32, '0')}`,
      }
      await twilio.onContact('received', asked)
      const outcome = twilio.script(asked)
      if (typeof outcome === 'number') return answer(outcome, { code: 21211, message: 'Refused', status: outcome })
      requests.push(asked)
      answer(201, { sid: asked.sid, status: 'queued' })
      await twilio.onContact('answered', asked)
    })().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const twilio: ScriptedTwilio = {
    baseUrl,
    environment: {
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_FROM: '+15005550006',
      TWILIO_BASE_URL: baseUrl,
    },
    requests,
    script: () => 'delivered',
    onContact: () => undefined,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return twilio
}
