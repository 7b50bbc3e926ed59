import type { Language } from '../../clinical/language-forms.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { ReadWarning } from '../../reader/index.ts'
import type { DocumentRow } from './document-store.ts'
import { personQuestion } from './person/person-question.ts'

export type NotedDocument = Pick<DocumentRow, 'subject' | 'patient_name' | 'patient_age' | 'patient_sex'> & {
  readonly reading_notes: readonly ReadWarning[] | undefined
}

interface ReadingNote {
  readonly code: ReadWarning['code'] | 'person_unclear'
  readonly page: number | null
  readonly text: string
}

/** What a person should know about the reading of a document, and what they are asked. */
export function readingNotes(document: NotedDocument, language: Language): ReadingNote[] {
  const translate = translator(language)
  const question = personQuestion(document, language)
  const notes = (document.reading_notes ?? []).map(({ code, page }) => ({
    code,
    page,
    text: translate(`documents:notes.${code}`, { page }),
  }))
  return question === null ? notes : [{ code: 'person_unclear', page: null, text: question }, ...notes]
}
