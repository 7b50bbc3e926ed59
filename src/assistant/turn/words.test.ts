import { expect, it } from 'vitest'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import { wordsIn } from './words.ts'

it.each(LANGUAGE_FORMS)('%s is said in its own script, also where nobody wrote it by hand', (form) => {
  const native = {
    en: /[A-Za-z]/,
    hi: /[\u0900-\u097f]/,
    ta: /[\u0b80-\u0bff]/,
    'hi-Latn': /[A-Za-z]/,
    'ta-Latn': /[A-Za-z]/,
  }
  for (const key of ['errors:internal-error.detail', 'assistant:answer_interrupted']) {
    const text = wordsIn(form)(key)
    expect(text).toMatch(native[form])
    if (form.endsWith('Latn')) expect(text).not.toMatch(/[\u0900-\u097f\u0b80-\u0bff]/)
  }
})
