import type { LabResult } from '../read-document.ts'
import { arithmeticDoubts } from './checks/arithmetic.ts'
import type { Doubt } from './checks/doubt.ts'
import { type EarlierResult, earlierDoubt } from './checks/earlier-values.ts'
import { rangeDoubt } from './checks/plausible-range.ts'
import { plausibilityDoubt } from './checks/plausible-value.ts'
import { readingDoubt } from './checks/sure-reading.ts'
import type { JudgedRow } from './judge-row.ts'
import type { RangeReader } from './printed/printed-range.ts'

export interface Reviewable {
  readonly judged: JudgedRow
  readonly result: LabResult
}

/** Marks every result that something speaks against. The first doubt is the one told; a candidate survives from any. */
export function review(
  rows: readonly Reviewable[],
  person: RangeReader,
  earlier: readonly EarlierResult[] = [],
): LabResult[] {
  const recognised = rows.filter(({ judged }) => judged.row.page.source === 'ocr').map(({ result }) => result)
  const arithmetic = arithmeticDoubts(
    rows.map(({ result }) => result),
    new Set(recognised),
  )
  return rows.map((row) => {
    const { result } = row
    const doubts: (Doubt | undefined)[] = [
      readingDoubt(row),
      plausibilityDoubt(row, person),
      unreadUnitDoubt(row),
      rangeDoubt(row, person),
      arithmetic.get(result),
      earlierDoubt(row, earlier),
      result.flagDisagrees && result.flagPrinted !== 'bold' ? { reason: 'printed_flag_disagrees' } : undefined,
    ]
    const found = doubts.filter((doubt) => doubt !== undefined)
    const [first] = found
    if (!first) return result
    const correction = found.find((doubt) => doubt.correction)?.correction ?? {}
    return {
      ...result,
      ...correction,
      needsReview: true,
      reviewReason: first.reason,
      candidate: found.find((doubt) => doubt.candidate !== undefined)?.candidate ?? null,
      confidence: Math.min(result.confidence, 0.6),
    }
  })
}

/** What stands in the units' place and was recognised as no unit may have been any. */
function unreadUnitDoubt({ judged, result }: Reviewable): Doubt | undefined {
  const isUnread = result.unitPrinted !== null && result.unit === null && result.valueNumber !== null
  return isUnread && judged.match && judged.row.page.source === 'ocr' ? { reason: 'unit_implausible' } : undefined
}
