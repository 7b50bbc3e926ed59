import type { Analyte, Specimen } from './analyte.ts'
import { ANALYTES } from './catalogue.ts'
import { foldName } from './printed-name.ts'

/** What stands around a name on the page. */
export interface NameContext {
  /** The heading above, such as "URINE ROUTINE". */
  readonly section?: string | undefined
  /** As printed. */
  readonly unit?: string | undefined
  readonly specimen?: Specimen | undefined
  /** The result as printed: "Trace", "4500". */
  readonly valueText?: string | undefined
}

export interface AnalyteMatch {
  readonly analyte: Analyte
  /** 0 to 1. 1 is a spelling that we know and that nothing around it contradicts. */
  readonly confidence: number
  /** The synonym that the name was recognised by. */
  readonly matched: string
}

const bySpelling = new Map<string, { analyte: Analyte; synonym: string }[]>()
for (const analyte of ANALYTES) {
  for (const synonym of analyte.synonyms) {
    const spelling = foldName(synonym)
    bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), { analyte, synonym }])
  }
}

/** The analyte that a printed test name means, or `undefined` where none is likely enough. */
export function findAnalyte(printedName: string, _context: NameContext = {}): AnalyteMatch | undefined {
  const [entry] = bySpelling.get(foldName(printedName)) ?? []
  return entry && { analyte: entry.analyte, confidence: 1, matched: entry.synonym }
}
