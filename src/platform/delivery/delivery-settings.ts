import type { EmailServer } from './email-channel.ts'
import type { VapidKeys } from './vapid-keys.ts'

/** An account at Twilio, or at what speaks its API. */
export interface TelephoneAccount {
  readonly accountSid: string
  readonly authToken: string
  /** The number, E.164, that messages and calls come from. */
  readonly from: string
  readonly baseUrl: string
}

export interface PushSettings {
  /** Absent: made at the first start where there is a data folder to keep them in. */
  readonly keys: VapidKeys | undefined
  /** Where a push service turns to when something is wrong: a `mailto:` or `https:` address (RFC 8292, 2.1). */
  readonly subject: string
  /** Origins besides those of the browsers' makers. */
  readonly moreServices: readonly string[]
}

export interface DeliverySettings {
  readonly email: EmailServer | undefined
  readonly telephone: TelephoneAccount | undefined
  readonly push: PushSettings
}
