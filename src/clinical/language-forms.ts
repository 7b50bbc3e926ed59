/** The languages that people may choose. Stored and sent as ISO 639-1 codes. */
export const LANGUAGES = ['en', 'hi', 'ta'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * A language together with the script it is written in, as BCP 47 tags. Hindi and Tamil typed in Latin letters are
 * forms of their own: whoever writes that way is answered that way.
 */
export const LANGUAGE_FORMS = ['en', 'hi', 'ta', 'hi-Latn', 'ta-Latn'] as const
export type LanguageForm = (typeof LANGUAGE_FORMS)[number]

/** A text in all five forms. */
export type FormText = Readonly<Record<LanguageForm, string>>

/** The language of a form: `hi-Latn` is Hindi. */
export function languageOf(form: LanguageForm): Language {
  return form === 'hi-Latn' ? 'hi' : form === 'ta-Latn' ? 'ta' : form
}
