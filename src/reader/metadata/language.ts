import type { Language } from '../../clinical/language-forms.ts'

/** The language that most of a text's words are in. Reports mix: a few words of Hindi in an English one change nothing. */
export function languageOfText(text: string): Language {
  const letters = (script: RegExp) => text.match(script)?.length ?? 0
  const latin = letters(/\p{Script=Latin}/gu)
  const devanagari = letters(/\p{Script=Devanagari}/gu)
  const tamil = letters(/\p{Script=Tamil}/gu)
  if (devanagari > tamil && devanagari > 0.4 * latin) return 'hi'
  return tamil > 0.4 * latin ? 'ta' : 'en'
}
