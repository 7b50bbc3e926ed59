import type { Language } from '../../clinical/language-forms.ts'
import { translator } from '../i18n/translator.ts'

/** The kinds of e-mail there are. Their words stand in `locales/<language>/emails.json`, under the same names. */
export const EMAIL_TEMPLATES = [
  'notification',
  'emergency-alert',
  'emergency-resolved',
  'emergency-false-alarm',
  'verify-email',
  'reset-password',
  'password-changed',
  'new-sign-in',
  'account-locked',
  'account-deleted',
  'shared-document',
] as const
export type EmailTemplate = (typeof EMAIL_TEMPLATES)[number]

/**
 * What the words of a template are filled with. `name` greets the reader; `url`, an absolute address, becomes a button
 * where the template has one. Other values are those that the template's words name.
 */
export interface EmailValues {
  readonly name?: string
  readonly url?: string
  readonly [value: string]: string | number | undefined
}

export interface RenderedEmail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** An e-mail as plain text and as HTML, both saying the same. */
export function renderEmail(template: EmailTemplate, language: Language, values: EmailValues): RenderedEmail {
  const translate = translator(language)
  const words = (part: string) => translate(`emails:${template}.${part}`, { ...values, defaultValue: '' })
  const greeting = values.name === undefined ? [] : [translate('emails:greeting', { name: values.name })]
  const paragraphs = [...greeting, ...words('text').split('\n\n')].filter((paragraph) => paragraph !== '')
  const action = values.url === undefined ? '' : words('action')
  const footer = translate('emails:footer')
  // A line break in a subject would begin another header.
  const subject = words('subject').replace(/\s+/g, ' ').trim()
  const link = action === '' ? [] : [`${action}: ${values.url}`]
  return {
    subject,
    text: `${[...paragraphs, ...link].join('\n\n')}\n\n-- \n${footer}\n`,
    html: page(language, subject, [
      ...paragraphs.map((paragraph) => `<p>${asMarkup(paragraph).replaceAll('\n', '<br>')}</p>`),
      ...(action === '' ? [] : [button(action, values.url ?? '')]),
      `<p class="footer">${asMarkup(footer)}</p>`,
    ]),
  }
}

function asMarkup(text: string): string {
  const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

function button(label: string, url: string): string {
  const style = 'background:#0b6e4f;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none'
  return `<p><a href="${asMarkup(url)}" style="${style}">${asMarkup(label)}</a></p>`
}

/** Without pictures and scripts: nothing is fetched when the mail is opened, so nobody learns of that. */
function page(language: Language, title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asMarkup(title)}</title>
<style>body{font:16px/1.5 sans-serif;color:#1b1b1b;max-width:36em;margin:24px auto;padding:0 16px}.footer{color:#666;font-size:13px}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`
}
