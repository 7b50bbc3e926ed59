import type { DeliverySettings } from './delivery-settings.ts'
import { type EmailChannel, openEmailChannel } from './email-channel.ts'
import { openPushChannel, type PushChannel } from './push-channel.ts'
import { openTelephoneChannel, type TelephoneChannel } from './telephone-channel.ts'
import { vapidKeysOfFolder } from './vapid-keys.ts'

/** The ways out of the house. One that is not configured is absent. */
export interface DeliveryChannels {
  readonly email?: EmailChannel
  readonly push?: PushChannel
  /** SMS and calls. */
  readonly telephone?: TelephoneChannel
}

/**
 * Opens what is configured.
 * @param keyFolder Where push keys are kept, and made at the first start, when the settings bring none.
 */
export async function openDeliveryChannels(
  settings: DeliverySettings,
  keyFolder: string | undefined,
): Promise<DeliveryChannels> {
  const keys = settings.push.keys ?? (keyFolder === undefined ? undefined : await vapidKeysOfFolder(keyFolder))
  return {
    ...(settings.email && { email: openEmailChannel(settings.email) }),
    ...(keys && { push: openPushChannel(keys, settings.push) }),
    ...(settings.telephone && { telephone: await openTelephoneChannel(settings.telephone) }),
  }
}

/** What operators are told of the channels. */
export function channelStates({ email, push, telephone }: DeliveryChannels): Readonly<Record<string, 'on' | 'off'>> {
  const state = (channel: unknown) => (channel === undefined ? 'off' : 'on')
  return {
    'in-app': 'on',
    push: state(push),
    email: state(email),
    sms: state(telephone),
    voice: state(telephone),
  }
}
