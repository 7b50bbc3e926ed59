import { readResults } from './labs/read-results.ts'
import { categoryOf } from './metadata/category.ts'
import { laboratoryOf, titleOf } from './metadata/headings.ts'
import { languageOfText } from './metadata/language.ts'
import { readPatient } from './metadata/patient.ts'
import { readDates } from './metadata/report-dates.ts'
import { readOtherDocument } from './other-documents/read-other-document.ts'
import type { ReadDocument, ReadPage } from './read-document.ts'
import type { Person } from './read-upload.ts'

/**
 * What the text of a document's pages says: results, what the document is, and whose.
 * @param person whose account it is, for what the report does not say.
 */
export function interpretPages(
  pages: readonly ReadPage[],
  person: Person = { sex: undefined, ageYears: undefined },
): Pick<ReadDocument, 'results' | 'proposals' | 'metadata' | 'language'> {
  const [first] = pages
  const text = pages.map((page) => page.text).join('\n')
  const patient = first ? readPatient(first) : { patientName: null, patientAge: null, patientSex: null }
  const reader = { sex: patient.patientSex ?? person.sex, ageYears: patient.patientAge ?? person.ageYears }
  const results = readResults(pages, reader, person.earlierResults)
  const dates = readDates(pages)
  const other = readOtherDocument(pages, categoryOf(text, results.length), dates.documentDate)
  return {
    results,
    proposals: other.proposals,
    language: languageOfText(text),
    metadata: {
      category: other.category,
      title: first ? titleOf(first) : null,
      laboratory: first ? laboratoryOf(first) : null,
      ...dates,
      documentDate: other.dischargeDate ?? dates.documentDate,
      ...patient,
      doctor: other.doctor,
      summary: other.summary,
    },
  }
}
