import type { LanguageForm } from '../../clinical/language-forms.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { FactWords } from './record-facts.ts'
import { writtenDate } from './written-date.ts'

/** Words of fact titles in the answer's language. */
export function factWords(form: LanguageForm): FactWords {
  const t = translator(form)
  return {
    date: (at) => writtenDate(at, form),
    metric: (type) => t(`builtin:metric.${type}`, { defaultValue: type.replaceAll('_', ' ') }),
    page: (page) => t('builtin:fact.page', { page }),
  }
}
