import { interpret, isLikelyRange, referenceRange } from '../../../clinical/analytes/index.ts'
import { convertUnit } from '../../../clinical/units/index.ts'
import { flagsDisagree } from '../printed/printed-flag.ts'
import { chooseRange, parseRanges, type RangeReader } from '../printed/printed-range.ts'
import type { Reviewable } from '../review.ts'
import type { Doubt } from './doubt.ts'

/** A range is held against ours where the test's name is known so well. */
const SURE_NAME = 0.6
/** With its decimal point where it belongs a range differs from ours by less than this. */
const CLOSE = 1.7

/**
 * Printed ranges that cannot be right: upside down, impossible for this test, or a decimal point off ("9.8 - 107" for
 * chloride). From recognised text such a range is dropped, so that it calls no value abnormal.
 */
export function rangeDoubt({ judged, result }: Reviewable, person: RangeReader): Doubt | undefined {
  const { referenceLow: low, referenceHigh: high } = result
  if (low === null && high === null) return undefined
  const reversed = low !== null && high !== null && low > high
  if (!reversed && !isFarFromOurs({ judged, result }, person)) return undefined
  const other = otherReading({ judged, result }, person)
  if (other) return other
  if (!reversed && !pointMayBeLost({ judged, result }, person)) return { reason: 'range_implausible' }
  return { reason: 'range_implausible', correction: withoutRange({ judged, result }, person) }
}

/** A range that the picture may show as well, where that one is an ordinary range for this test. */
function otherReading({ judged, result }: Reviewable, person: RangeReader): Doubt | undefined {
  for (const text of judged.row.otherRangeTexts) {
    const chosen = chooseRange(parseRanges(text), person)
    if (!chosen) continue
    const read = { ...result, referenceLow: chosen.low, referenceHigh: chosen.high, referenceText: text }
    if (!judged.match || isFarFromOurs({ judged, result: read }, person)) continue
    const { flag } = interpret(judged.match.analyte, result.valueNumber ?? result.value, result.unit ?? undefined, {
      ...person,
      printedRange: { low: chosen.low ?? undefined, high: chosen.high ?? undefined },
    })
    const { referenceLow, referenceHigh, referenceText } = read
    const correction = {
      referenceLow,
      referenceHigh,
      referenceText,
      flag,
      flagDisagrees: flagsDisagree(result.flagPrinted, flag),
    }
    return { reason: 'range_implausible', correction }
  }
  return undefined
}

/**
 * Whether the range would be an ordinary one with its decimal point elsewhere. A text layer loses no points, and a
 * range that is wrong in any other way is the laboratory's own mistake and is kept as printed.
 */
function pointMayBeLost({ judged, result }: Reviewable, person: RangeReader): boolean {
  if (judged.row.page.source === 'text_layer' && judged.row.by !== 'words') return false
  const { referenceLow: low, referenceHigh: high } = result
  const analyte = judged.match?.analyte
  const own = analyte && referenceRange(analyte, person)
  if (!own) return false
  const pairs = [
    [low, own.low],
    [high, own.high],
  ] as const
  return [0.1, 0.01, 10].some((by) =>
    pairs.some(([printed, ours]) => {
      const comparable =
        ours === undefined ? undefined : convertUnit(ours, own.unit, result.unit ?? analyte.unit, analyte)
      if (printed === null || printed === 0 || !comparable) return false
      const ratio = (printed * by) / comparable
      return ratio > 1 / CLOSE && ratio < CLOSE
    }),
  )
}

function withoutRange({ judged, result }: Reviewable, person: RangeReader): NonNullable<Doubt['correction']> {
  const value = result.valueNumber ?? result.value
  const flag = judged.match ? interpret(judged.match.analyte, value, result.unit ?? undefined, person).flag : 'unknown'
  return { referenceLow: null, referenceHigh: null, flag, flagDisagrees: false }
}

function isFarFromOurs({ judged, result }: Reviewable, person: RangeReader): boolean {
  const analyte = judged.match?.analyte
  if (result.unit === null && result.unitPrinted !== null) return false
  if (!analyte || (judged.match?.confidence ?? 0) < SURE_NAME) return false
  const printed = { low: result.referenceLow ?? undefined, high: result.referenceHigh ?? undefined }
  return !isLikelyRange(analyte, printed, result.unit ?? undefined, person)
}
