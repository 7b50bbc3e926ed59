import type { ReadPage } from '../read-document.ts'
import { type LabelledValue, labelledValues } from './labelled-values.ts'
import { parseDate } from './printed-date.ts'

export interface ReportDates {
  readonly sampleDate: string | null
  readonly reportDate: string | null
  readonly documentDate: string | null
}

const SAMPLE = /(?:sample|specimen|collect(?:ed|ion)|drawn|नमूना|மாதிரி)/iu
const REPORT = /(?:report|result|approved|authori[sz]ed|रिपोर्ट|அறிக்கை)/iu
const REGISTERED = /(?:regist|received|accession|booking|order|reg\.? date|पंजीकरण|பதிவு)/iu
const NOT_OF_THE_REPORT = /(?:birth|d\.?o\.?b|print|generat|expir|valid|जन्म|பிறந்த)/iu

const BIRTH = /\b(?:d\.?o\.?b|birth)\b/i

/** The dates that a report's head states. A sample's day is the day that its values are true of. */
export function readDates(pages: readonly ReadPage[]): ReportDates {
  const dated = pages
    .slice(0, 2)
    .flatMap((page) => [...labelledValues(page), ...unlabelled(page)])
    .flatMap(({ label, value }) => {
      const date = parseDate(value)
      return date && !NOT_OF_THE_REPORT.test(label) && !BIRTH.test(value) ? [{ label, date }] : []
    })
  const labelled = (pattern: RegExp) => dated.find(({ label }) => pattern.test(label))?.date ?? null
  const sampleDate = labelled(SAMPLE)
  const reportDate = labelled(REPORT)
  const documentDate = sampleDate ?? labelled(REGISTERED) ?? reportDate ?? dated[0]?.date ?? null
  return { sampleDate, reportDate, documentDate }
}

/** Dates whose label stands in the same cell without a colon: "Reported on 17/10/2024". */
function unlabelled(page: ReadPage): LabelledValue[] {
  return page.lines
    .filter((line) => line.box.y < 0.45 * page.height && !line.text.includes(':'))
    .map((line) => ({ label: line.text, value: line.text }))
}
