import { type Analyte, type Flag, interpret, mendedName, plausibility } from '../../clinical/analytes/index.ts'
import { displayUnit, isSameUnit, normaliseUnit } from '../../clinical/units/index.ts'
import type { Box, LabResult, ReadPage, Word } from '../read-document.ts'
import type { EarlierResult } from './checks/earlier-values.ts'
import { countUnit } from './count-unit.ts'
import { type JudgedRow, judgeRow, unitInRange } from './judge-row.ts'
import { flagsDisagree } from './printed/printed-flag.ts'
import { type Bounds, chooseRange, parseRanges, type RangeEntry, type RangeReader } from './printed/printed-range.ts'
import { repairUnit } from './repair-unit.ts'
import { review } from './review.ts'
import { type FoundRow, findRows } from './table/find-rows.ts'

/** "Bold indicates abnormal values". */
const BOLD_MARKS_ABNORMAL = /\bbold\w*\b[^.]{0,40}\babnormal|\babnormal\b[^.]{0,40}\bbold/i

/** Signs that no laboratory prints in a unit and that recognition makes of raised ones: 'x10" 3/uL'. */
const NOT_IN_UNITS = /[^\p{L}\p{M}\p{N}\s/%^*×.()-]/u

/**
 * The results that the pages of one document state, in reading order, each with what makes it doubtful.
 * @param earlier values that the person had before, which new ones are held against.
 */
export function readResults(
  pages: readonly ReadPage[],
  person: RangeReader,
  earlier: readonly EarlierResult[] = [],
): LabResult[] {
  const sampleType = sampleTypeOf(pages)
  const boldMarks = pages.some((page) => BOLD_MARKS_ABNORMAL.test(page.text))
  const judged = findRows(pages).flatMap((row) => judgeRow(row, sampleType) ?? [])
  return review(
    judged.map((row) => ({ judged: row, result: assemble(row, person, boldMarks) })),
    person,
    earlier,
  )
}

/** "Sample Type: Urine" decides which glucose is meant. */
function sampleTypeOf(pages: readonly ReadPage[]): string | null {
  for (const page of pages) {
    const match = /\b(?:sample|specimen)(?:\s+type)?\s*:?\s*(blood|serum|plasma|urine|stool)\b/i.exec(page.text)
    if (match?.[1]) return match[1]
  }
  return null
}

function assemble({ row, match, value }: JudgedRow, person: RangeReader, boldMarks: boolean): LabResult {
  const printedUnit = row.unit
  const entries = row.rangeText === null ? [] : parseRanges(withLeadingPoints(row.rangeText, row.page.source))
  const chosen = chooseRange(entries, person)
  const number = numberOf(row.value?.number ?? null, row.value?.alternative ?? null, chosen)
  const readUnit = unitOf(row, match?.analyte)
  const unit = countUnit(match?.analyte, number, readUnit, chosen)
  // A unit that nobody knows must not be taken for the usual one.
  const unitIsKnown = unit !== null || (printedUnit ?? unitInRange(row.rangeText)) === null
  const flag = flagOf({ analyte: unitIsKnown ? match?.analyte : undefined, value, number, unit, chosen, person })
  const flagPrinted =
    row.flag ?? (boldMarks && isBold(row.valueCell.words) && !isBold(row.nameCell.words) ? 'bold' : null)
  return {
    test: match && row.page.source === 'ocr' ? mendedName(row.name, match) : row.name,
    code: match?.analyte.loinc ?? null,
    analyteKey: match?.analyte.key ?? null,
    section: row.headings.at(-1) ?? null,
    value,
    valueNumber: number,
    comparator: row.value?.comparator ?? null,
    unit,
    unitPrinted: mendedText(row, readUnit),
    referenceLow: chosen?.low ?? null,
    referenceHigh: chosen?.high ?? null,
    referenceText: row.rangeText,
    flagPrinted,
    flag,
    flagDisagrees: flagsDisagree(flagPrinted, flag),
    page: row.page.number,
    box: fraction(row.box, row.page),
    confidence: confidenceOf(row.valueCell.words, match?.confidence ?? 0.7, row.by),
    needsReview: false,
    reviewReason: null,
    candidate: null,
  }
}

/** "02 - 6.0": recognition has dropped the point behind the nought. "00 - 06" is printed so. */
function withLeadingPoints(rangeText: string, source: 'text_layer' | 'ocr'): string {
  return source === 'text_layer' ? rangeText : rangeText.replace(/(?<![\d.,])0(\d+)(?=\s?-\s?\d+\.\d)/, '0.$1')
}

/** UCUM. Recognised text that is no unit of this test is held against those that are. */
function unitOf(row: FoundRow, analyte: Analyte | undefined): string | null {
  const printed = row.unit ?? unitInRange(row.rangeText)
  if (printed === null) return null
  const unit = normaliseUnit(printed)
  if (row.page.source !== 'ocr' || !analyte || isOneOf(unit, analyte)) return unit ?? null
  return repairUnit(printed, analyte, row.value?.number ?? null) ?? unit ?? null
}

function isOneOf(unit: string | undefined, analyte: Analyte): boolean {
  return unit !== undefined && analyte.units.some(({ ucum }) => isSameUnit(ucum, unit))
}

/** The unit as printed; where recognition mangled it ("x1073/uL"), as the unit that it must be is written. */
function mendedText({ unit: printed, page }: FoundRow, unit: string | null): string | null {
  if (printed === null || unit === null || page.source !== 'ocr') return printed
  const asRead = NOT_IN_UNITS.test(printed) ? undefined : normaliseUnit(printed)
  return asRead !== undefined && isSameUnit(asRead, unit) ? printed : displayUnit(unit)
}

/** A point between thousands ("12.000") is told by the range that the value is printed beside. */
function numberOf(number: number | null, alternative: number | null, bounds: Bounds | undefined): number | null {
  if (number === null || alternative === null || !bounds) return number
  const { low, high } = bounds
  const span = Math.max(low ?? 0, high ?? 0)
  return span > 0 && number < span / 50 && alternative <= span * 50 ? alternative : number
}

interface FlagQuestion {
  readonly analyte: Analyte | undefined
  readonly value: string
  readonly number: number | null
  readonly unit: string | null
  readonly chosen: RangeEntry | undefined
  readonly person: RangeReader
}

function flagOf({ analyte, value, number, unit, chosen, person }: FlagQuestion): Flag {
  const printedRange = chosen && { low: chosen.low ?? undefined, high: chosen.high ?? undefined }
  // A value that nobody can have is misread or mistyped; it must raise no alarm as critical.
  const possible = analyte && (number === null || plausibility(analyte, number, unit ?? undefined).plausible)
  if (analyte && possible) {
    return interpret(analyte, number ?? value, unit ?? undefined, {
      sex: person.sex,
      ageYears: person.ageYears,
      printedRange,
    }).flag
  }
  if (number === null || !chosen) return 'unknown'
  if (chosen.low !== null && number < chosen.low) return 'low'
  return chosen.high !== null && number > chosen.high ? 'high' : 'normal'
}

function isBold(words: readonly Word[]): boolean {
  return words.length > 0 && words.every((word) => word.bold)
}

function fraction(box: Box, page: ReadPage): Box {
  const part = (value: number, of: number) => Number(Math.min(1, Math.max(0, value / of)).toFixed(4))
  return {
    x: part(box.x, page.width),
    y: part(box.y, page.height),
    width: part(box.width, page.width),
    height: part(box.height, page.height),
  }
}

const BY_FACTOR = { columns: 1, gaps: 0.97, words: 0.93 } as const

function confidenceOf(words: readonly Word[], name: number, by: keyof typeof BY_FACTOR): number {
  const reading = Math.min(...words.map((word) => word.confidence), 1)
  return Number((reading * (0.5 + 0.5 * name) * BY_FACTOR[by]).toFixed(2))
}
