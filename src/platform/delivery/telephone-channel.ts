import type { Language } from '../../clinical/language-forms.ts'
import { DeliveryFailed } from './delivery-failed.ts'
import type { TelephoneAccount } from './delivery-settings.ts'
import { telephoneNumber } from './telephone-number.ts'

export type TelephoneMethod = 'sms' | 'call'

/** How something sent stands. An SMS that left is `under_way` until the handset has it; a call until somebody answers. */
export type TelephoneStatus = 'under_way' | 'delivered' | 'failed'

export interface TelephoneMessage {
  readonly method: TelephoneMethod
  /** As people write it. */
  readonly to: string
  readonly language: Language
  readonly text: string
}

export interface TelephoneChannel {
  /**
   * Sends an SMS, or calls and reads the text out twice.
   * @returns what the provider knows it by.
   * @throws {DeliveryFailed}
   */
  send(message: TelephoneMessage): Promise<string>
  /** @throws {DeliveryFailed} where the provider cannot be asked. */
  statusOf(method: TelephoneMethod, reference: string): Promise<TelephoneStatus>
}

/** Voices that read the three languages (https://www.twilio.com/docs/voice/twiml/say/text-speech). */
const VOICES = { en: 'en-IN', hi: 'hi-IN', ta: 'ta-IN' } as const

const ANSWER_MILLISECONDS = 15_000
const RING_SECONDS = 30

/** https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const MESSAGE_ENDS: Readonly<Record<string, TelephoneStatus>> = {
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/** https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
const CALL_ENDS: Readonly<Record<string, TelephoneStatus>> = {
  'in-progress': 'delivered',
  completed: 'delivered',
  busy: 'failed',
  'no-answer': 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/** SMS and calls through Twilio. Its client is a heavy package: it is loaded only where there is an account. */
export async function openTelephoneChannel(account: TelephoneAccount): Promise<TelephoneChannel> {
  const { default: twilio } = await import('twilio')
  const client = twilio(account.accountSid, account.authToken, { timeout: ANSWER_MILLISECONDS })
  client.api.baseUrl = account.baseUrl
  const sender = account.from.startsWith('MG') ? { messagingServiceSid: account.from } : { from: account.from }
  return {
    async send({ method, to, language, text }) {
      const number = telephoneNumber(to)
      if (number === undefined) throw new DeliveryFailed('Not a telephone number', { permanent: true })
      try {
        if (method === 'sms') return (await client.messages.create({ ...sender, to: number, body: text })).sid
        const spoken = new twilio.twiml.VoiceResponse()
        spoken.say({ language: VOICES[language], loop: 2 }, text)
        const twiml = spoken.toString()
        return (await client.calls.create({ from: account.from, to: number, twiml, timeout: RING_SECONDS })).sid
      } catch (error) {
        throw failureOf(error)
      }
    },
    async statusOf(method, reference) {
      try {
        if (method === 'sms') return MESSAGE_ENDS[(await client.messages(reference).fetch()).status] ?? 'under_way'
        return CALL_ENDS[(await client.calls(reference).fetch()).status] ?? 'under_way'
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** What is wrong with our account or their service passes; what is wrong with the message does not. */
function failureOf(error: unknown): DeliveryFailed {
  const { status, code } = error as { status?: number; code?: number | string }
  const permanent = status !== undefined && [400, 404, 410, 422].includes(status)
  const reason = status === undefined ? `HTTP ${code ?? 'failed'}` : `HTTP ${status}${code ? ` (${code})` : ''}`
  return new DeliveryFailed(reason, { permanent, cause: error })
}
