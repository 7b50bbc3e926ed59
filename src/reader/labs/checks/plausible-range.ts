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
  const restored = withItsPoints({ judged, result }, person)
  if (restored) return restored
  return { reason: 'range_implausible', correction: withoutRange({ judged, result }, person) }
}

/** A range that the picture may show as well, where that one is an ordinary range for this test. */
function otherReading(row: Reviewable, person: RangeReader): Doubt | undefined {
  const texts = row.judged.row.otherRangeTexts
  return texts.map((text) => readInstead(row, text, person)).find((doubt) => doubt !== undefined)
}

/** A recognised range with points put in, where one way to do so, and no more, gives an ordinary range for this test. */
function withItsPoints(row: Reviewable, person: RangeReader): Doubt | undefined {
  const { referenceText } = row.result
  if (row.judged.row.page.source !== 'ocr' || referenceText === null) return undefined
  const found = parseRanges(referenceText).length === 1 ? pointings(referenceText) : []
  const [first, second] = found.flatMap((text) => readInstead(row, text, person) ?? [])
  return second === undefined ? first : undefined
}

/** "50 - 13.0" as "5.0 - 13.0": every number of a text with as many decimals as the others. */
function pointings(text: string): string[] {
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  const printed = Math.max(0, ...numbers.map((number) => /\.(\d+)$/.exec(number)?.[1]?.length ?? 0))
  return (printed === 0 ? [1, 2] : [printed])
    .map((decimals) =>
      text.replace(/\d+(?:[.,]\d+)?/g, (number) =>
        /^\d+$/.test(number) && number.length > decimals
          ? `${number.slice(0, -decimals)}.${number.slice(-decimals)}`
          : number,
      ),
    )
    .filter((pointed) => pointed !== text)
}

/** The doubt about a row's range, with what it is when read so; nothing where that is no ordinary range for its test. */
function readInstead({ judged, result }: Reviewable, text: string, person: RangeReader): Doubt | undefined {
  const chosen = chooseRange(parseRanges(text), person)
  if (!chosen || !judged.match) return undefined
  const { low: referenceLow, high: referenceHigh } = chosen
  const reversed = referenceLow !== null && referenceHigh !== null && referenceLow > referenceHigh
  const read = { ...result, referenceLow, referenceHigh, referenceText: text }
  if (reversed || isFarFromOurs({ judged, result: read }, person)) return undefined
  const { flag } = interpret(judged.match.analyte, result.valueNumber ?? result.value, result.unit ?? undefined, {
    ...person,
    printedRange: { low: referenceLow ?? undefined, high: referenceHigh ?? undefined },
  })
  const flagDisagrees = flagsDisagree(result.flagPrinted, flag)
  return {
    reason: 'range_implausible',
    correction: { referenceLow, referenceHigh, referenceText: text, flag, flagDisagrees },
  }
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
