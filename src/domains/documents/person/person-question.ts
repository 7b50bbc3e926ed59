import type { Language } from '../../../clinical/language-forms.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import type { DocumentRow } from '../document-store.ts'

/** What has to be asked before a document's values count, in the person's language; `null` where it is clear whose it is. */
export function personQuestion(
  document: Pick<DocumentRow, 'subject' | 'patient_name' | 'patient_age' | 'patient_sex'>,
  language: Language,
): string | null {
  if (document.subject !== 'unclear') return null
  const translate = translator(language)
  const { patient_name: name, patient_age: age, patient_sex: sex } = document
  if (name !== null) return translate('documents:person.names', { name })
  const facts = [
    age === null ? undefined : translate('documents:person.age', { age }),
    sex === null ? undefined : translate(`documents:person.${sex}`),
  ].filter((fact) => fact !== undefined)
  return translate('documents:person.states', { facts: facts.join(', ') })
}
