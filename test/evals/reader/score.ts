import { distance } from 'fastest-levenshtein'
import { isSameUnit, normaliseUnit, parseNumber } from '../../../src/clinical/units/index.ts'
import type { LabResult } from '../../../src/reader/index.ts'

/** A row of a truth file, every part as printed. */
export interface TruthRow {
  readonly test: string
  readonly value: string
  readonly unit: string | null
  readonly refLow: string | null
  readonly refHigh: string | null
  readonly flag: string | null
  readonly computed: 'low' | 'high' | 'in' | null
  readonly page: number
}

export interface Score {
  rows: number
  /** Name, value, unit and range all right. */
  right: number
  /** Rows of which the value is right. */
  values: number
  flags: number
  flagsRight: number
  missed: number
  invented: number
  /** Wrong values that are not marked for review. */
  silent: number
  /** Right rows that are marked for review. */
  reviewed: number
  readonly notes: string[]
}

export function emptyScore(): Score {
  return {
    rows: 0,
    right: 0,
    values: 0,
    flags: 0,
    flagsRight: 0,
    missed: 0,
    invented: 0,
    silent: 0,
    reviewed: 0,
    notes: [],
  }
}

export function addScore(sum: Score, part: Score): Score {
  return {
    rows: sum.rows + part.rows,
    right: sum.right + part.right,
    values: sum.values + part.values,
    flags: sum.flags + part.flags,
    flagsRight: sum.flagsRight + part.flagsRight,
    missed: sum.missed + part.missed,
    invented: sum.invented + part.invented,
    silent: sum.silent + part.silent,
    reviewed: sum.reviewed + part.reviewed,
    notes: [...sum.notes, ...part.notes],
  }
}

/** Holds the results of one document against its truth. A name counts as right with one letter in ten misread. */
export function scoreDocument(truth: readonly TruthRow[], results: readonly LabResult[], label: string): Score {
  const score = emptyScore()
  const left = new Set(results)
  for (const row of truth) {
    score.rows += 1
    const found = best(row, [...left])
    if (!found) {
      score.missed += 1
      score.notes.push(`${label}: missed ${row.test} ${row.value}`)
      continue
    }
    left.delete(found)
    scoreRow(row, found, score, label)
  }
  for (const result of left) {
    score.invented += 1
    score.notes.push(`${label}: invented ${result.test} ${result.value}`)
  }
  return score
}

function scoreRow(row: TruthRow, found: LabResult, score: Score, label: string): void {
  const wrong = [
    nameRight(row, found) ? '' : `name "${found.test}"`,
    valueRight(row, found) ? '' : `value "${found.value}"`,
    unitRight(row, found) ? '' : `unit "${found.unitPrinted}"`,
    rangeRight(row, found) ? '' : `range ${found.referenceLow}..${found.referenceHigh} "${found.referenceText}"`,
  ].filter((part) => part !== '')
  if (valueRight(row, found)) score.values += 1
  else if (!found.needsReview) score.silent += 1
  if (wrong.length === 0) {
    score.right += 1
    if (found.needsReview) score.reviewed += 1
  } else {
    const mark = found.needsReview ? `(marked ${found.reviewReason})` : '(SILENT)'
    score.notes.push(
      `${label}: ${row.test} ${row.value} ${row.unit} ${row.refLow}..${row.refHigh}: ${wrong.join(', ')} ${mark}`,
    )
  }
  if (row.computed === null) return
  score.flags += 1
  if (flagRight(row, found)) score.flagsRight += 1
  else score.notes.push(`${label}: ${row.test}: flag ${found.flag} instead of ${row.computed}`)
}

function best(row: TruthRow, results: readonly LabResult[]): LabResult | undefined {
  const rated = results.map((result) => ({
    result,
    rating: likeness(row.test, result.test) + (valueRight(row, result) ? 0.5 : 0),
  }))
  const top = rated.toSorted((a, b) => b.rating - a.rating)[0]
  return top && (likeness(row.test, top.result.test) >= 0.6 || top.rating >= 0.95) ? top.result : undefined
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

function likeness(a: string, b: string): number {
  const [one, other] = [fold(a), fold(b)]
  const longest = Math.max(one.length, other.length)
  return longest === 0 ? 0 : 1 - distance(one, other) / longest
}

function nameRight(row: TruthRow, found: LabResult): boolean {
  return likeness(row.test, found.test) >= 0.9
}

function valueRight(row: TruthRow, found: LabResult): boolean {
  const expected = parseNumber(row.value)
  if (!expected) return fold(row.value) === fold(found.value)
  return found.valueNumber === expected.value
}

function unitRight(row: TruthRow, found: LabResult): boolean {
  if (row.unit === null) return found.unitPrinted === null
  if (found.unitPrinted !== null && fold(found.unitPrinted) === fold(row.unit)) return true
  const expected = normaliseUnit(row.unit)
  return expected !== undefined && found.unit !== null && isSameUnit(expected, found.unit)
}

function rangeRight(row: TruthRow, found: LabResult): boolean {
  return boundRight(row.refLow, found.referenceLow) && boundRight(row.refHigh, found.referenceHigh)
}

/** A bound such as 10.000 is right in either reading. */
function boundRight(expected: string | null, found: number | null): boolean {
  if (expected === null) return found === null
  const parsed = parseNumber(expected)
  return found !== null && (found === parsed?.value || found === parsed?.alternative)
}

function flagRight(row: TruthRow, found: LabResult): boolean {
  const ours = found.flag.replace('critical_', '')
  return ours === (row.computed === 'in' ? 'normal' : row.computed)
}
