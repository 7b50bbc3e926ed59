import { type AnalyteMatch, findAnalyte, gradeOf } from '../../clinical/analytes/index.ts'
import { normaliseUnit } from '../../clinical/units/index.ts'
import { parseRanges } from './printed/printed-range.ts'
import { looksLikeUnit } from './printed/printed-unit.ts'
import type { FoundRow } from './table/find-rows.ts'
import { isClosing, isGrade, isLabel } from './table/row-names.ts'

/** A row that is a result, with the test that it is a result of where that is known. */
export interface JudgedRow {
  readonly row: FoundRow
  readonly match: AnalyteMatch | undefined
  /** As printed, without unit. */
  readonly value: string
}

/** Outside of tables a name has to be known this well. */
const SURE = 0.85
const LIKELY = 0.6

/**
 * Decides whether a row states a result. Under a table's header a row is one unless it is something else; anywhere
 * else its test has to be known, and a unit or a range has to stand beside the value.
 */
export function judgeRow(row: FoundRow, sampleType: string | null): JudgedRow | undefined {
  const name = row.name.trim()
  if (!/\p{L}/u.test(name) || name.length > 90) return undefined
  const value = row.value?.text ?? row.valueCell.text
  const match = matchOf(row, value, sampleType)
  const confidence = match?.confidence ?? 0
  if (isLabel(name) && confidence < 1) return undefined
  if (isClosing(name)) return undefined
  const stated = row.value === undefined ? isNamedFinding(row, match) : isResult(row, confidence)
  return stated ? { row, match, value } : undefined
}

function matchOf(row: FoundRow, value: string, sampleType: string | null): AnalyteMatch | undefined {
  const section = [...row.headings, ...(sampleType === null ? [] : [sampleType])].join(' / ')
  return findAnalyte(row.name, {
    ...(section === '' ? {} : { section }),
    unit: row.unit ?? unitInRange(row.rangeText) ?? undefined,
    valueText: value,
  })
}

function isResult(row: FoundRow, confidence: number): boolean {
  const unitKnown = row.unit !== null && (normaliseUnit(row.unit) !== undefined || looksLikeUnit(row.unit))
  const hasRange = row.rangeText !== null && parseRanges(row.rangeText).length > 0
  const known = confidence >= LIKELY
  if (isGrade(row.name) && !known) return false
  if (row.place === 'table' && row.by !== 'words') {
    if (row.value?.kind === 'words') return known || isReportedWord(row.value.text)
    return known || unitKnown || hasRange || row.name.split(' ').length <= 6
  }
  // Below the tables names and numbers of neighbouring lines have nothing to do with each other.
  if (!row.isOneLine) return false
  if (row.value?.kind === 'words') return confidence >= SURE && row.place === 'after' && isReportedWord(row.value.text)
  if (row.by === 'words' && unitKnown && hasRange) return row.name.split(' ').length <= 6
  return confidence >= SURE && (unitKnown || hasRange)
}

/** "Normal" beside an unknown name is an opinion; "Negative" or "G2" is a result. */
function isReportedWord(text: string): boolean {
  return (
    !/^(?:normal|adequate|inadequate|clear|within normal limits)$/i.test(text) &&
    (gradeOf(text) !== undefined || /\d|^[a-z ]{3,20}$/i.test(text))
  )
}

/** A result in words that no list holds ("Pale Yellow", "B Positive") counts where the test reports words. */
function isNamedFinding(row: FoundRow, match: AnalyteMatch | undefined): boolean {
  if (row.place === 'outside' || row.valueCell.words.length > 4) return false
  if (/^[-–—_.*\s]*$/.test(row.valueCell.text)) return false
  return match !== undefined && match.confidence >= SURE && match.analyte.scale !== 'quantitative'
}

/** Some reports print the unit beside the range only. */
export function unitInRange(rangeText: string | null): string | null {
  return rangeText === null ? null : (parseRanges(rangeText).find((range) => range.unit !== null)?.unit ?? null)
}
