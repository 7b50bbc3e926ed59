import { LANGUAGES, type Language } from '../../clinical/language-forms.ts'

/**
 * The language that an `Accept-Language` header (RFC 9110, 12.5.4) likes best among ours, or nothing where it names
 * none of them. `*` names none: whoever accepts anything is served best in the language of their account.
 */
export function preferredLanguage(header: string | undefined): Language | undefined {
  if (header === undefined) return undefined
  let best: { language: Language; quality: number } | undefined
  for (const part of header.slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const language = LANGUAGES.find((candidate) => candidate === tag.split('-')[0])
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    if (language !== undefined && quality > 0 && quality <= 1 && quality > (best?.quality ?? 0)) {
      best = { language, quality }
    }
  }
  return best?.language
}
