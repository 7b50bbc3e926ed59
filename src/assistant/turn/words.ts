import { type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { romanise } from '../language/index.ts'

/**
 * Fixed words for a person, in the script they write. Only the assistant's own words are written in Latin letters by
 * hand; the rest of the product's are turned into them.
 */
export function wordsIn(
  form: LanguageForm,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const translate = translator(form)
  return (key, values = {}) => inScriptOf(form, translate(key, values))
}

/** A text in the script of a form, where it came in the language's own. */
export function inScriptOf(form: LanguageForm, text: string): string {
  const language = languageOf(form)
  return form === language || language === 'en' ? text : romanise(text, language).replaceAll('।', '.')
}
