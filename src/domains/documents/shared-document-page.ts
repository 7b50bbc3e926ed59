import { createHash } from 'node:crypto'
import type { Language } from '../../clinical/language-forms.ts'
import { translator } from '../../platform/i18n/translator.ts'

const STYLE =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:34rem;margin:10vh auto;padding:0 1rem}input,button{font:inherit;padding:.5rem .75rem;width:100%;box-sizing:border-box;margin-top:.75rem}body.whole{max-width:none;margin:0;padding:0}iframe,img{border:0;display:block;width:100%}iframe{height:100vh}'

/** Nothing but the page's own style, pictures and frames of this server, and its form. No script at all. */
export const SHARED_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Asks whoever has a link for the e-mail address that it was sent to. The same for every link, whether it works or not. */
export function askingPage(language: Language): string {
  const translate = translator(language)
  const [title, ask, email, open] = ['title', 'ask', 'email', 'open'].map((key) =>
    escapeHtml(translate(`documents:shared.${key}`)),
  )
  return page(
    language,
    title ?? '',
    `<h1>${title}</h1><form method="post"><label for="email">${ask}</label><input id="email" name="email" type="email" required maxlength="255" autocomplete="email" placeholder="${email}"><button>${open}</button></form>`,
  )
}

/** Says that a link does not work, and not why. */
export function gonePage(language: Language): string {
  const translate = translator(language)
  const title = escapeHtml(translate('documents:shared.gone_title'))
  return page(language, title, `<h1>${title}</h1><p>${escapeHtml(translate('documents:shared.gone'))}</p>`)
}

/** Shows a document. */
export function viewPage(
  language: Language,
  document: { readonly name: string; readonly mimeType: string; readonly contentUrl: string },
): string {
  const name = escapeHtml(document.name)
  const source = escapeHtml(document.contentUrl)
  const content = document.mimeType.startsWith('image/')
    ? `<img src="${source}" alt="${name}">`
    : `<iframe src="${source}" title="${name}"></iframe>`
  return page(language, name, content, 'whole')
}

function page(language: Language, title: string, content: string, className = ''): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body class="${className}">${content}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
