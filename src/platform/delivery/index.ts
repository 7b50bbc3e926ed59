export { DeliveryFailed } from './delivery-failed.ts'
export type { DeliverySettings } from './delivery-settings.ts'
export { type EmailChannel, type EmailMessage, type EmailServer, openEmailChannel } from './email-channel.ts'
export type { EmailTemplate, EmailValues } from './email-template.ts'
