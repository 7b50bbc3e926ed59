import { createTransport } from 'nodemailer'
import type { Language } from '../../clinical/language-forms.ts'
import { DeliveryFailed } from './delivery-failed.ts'
import { type EmailTemplate, type EmailValues, renderEmail } from './email-template.ts'

export interface EmailServer {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string
  /** `Swasthwrap <care@example.org>` */
  readonly from: string
}

export interface EmailMessage {
  readonly to: string
  readonly language: Language
  readonly template: EmailTemplate
  readonly values: EmailValues
  /** Names the occasion. A message that is sent again under it bears the same Message-ID, so that it is the same e-mail. */
  readonly id?: string
  /** Asks programs to show it before others. */
  readonly urgent?: boolean
}

export interface EmailChannel {
  /**
   * Resolves when the server has taken the message.
   * @throws {DeliveryFailed}
   */
  sendEmail(message: EmailMessage): Promise<void>
  close(): void
}

const CONNECT_MILLISECONDS = 10_000
const ANSWER_MILLISECONDS = 20_000

/** E-mail by SMTP, over a few connections that are kept. */
export function openEmailChannel({ url, from }: EmailServer): EmailChannel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: ANSWER_MILLISECONDS,
    // Texts come from records: none of them may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async sendEmail({ to, language, template, values, id, urgent }) {
      const rendered = renderEmail(template, language, values)
      try {
        await transport.sendMail({
          from,
          // As an object, so that no text in it can become a second recipient.
          to: { name: '', address: to },
          ...rendered,
          textEncoding: 'base64',
          ...(id !== undefined && { messageId: `<${id}@${domain}>` }),
          ...(urgent && { priority: 'high' as const }),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        })
      } catch (error) {
        throw failureOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** Replies from 500 up are final (RFC 5321, 4.2.1), but one that refuses us and not the message is for us to put right. */
function failureOf(error: unknown): DeliveryFailed {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  const permanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && responseCode !== 503
  const reason = responseCode === undefined ? `SMTP ${code ?? 'failed'}` : `SMTP ${responseCode}`
  return new DeliveryFailed(reason, { permanent, cause: error })
}
