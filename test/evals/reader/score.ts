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
  const foundFor = pairUp(truth, results)
  for (const row of truth) {
    score.rows += 1
    const found = foundFor.get(row)
    if (found) {
      scoreRow(row, found, score, label)
      continue
    }
    score.missed += 1
    score.notes.push(`${label}: missed ${row.test} ${row.value}`)
  }
  const taken = new Set(foundFor.values())
  for (const result of results.filter((each) => !taken.has(each))) {
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

/**
 * Each result stands for the row that it is likest, the likest pairs first: the row above a missed one must not be
 * taken for it, and then call its own row missed too.
 */
function pairUp(truth: readonly TruthRow[], results: readonly LabResult[]): Map<TruthRow, LabResult> {
  const pairs = truth
    .flatMap((row) =>
      results.map((result) => {
        const same = likeness(row.test, result.test)
        return { row, result, same, rating: same + (valueRight(row, result) ? 0.5 : 0) }
      }),
    )
    .filter(({ same, rating }) => same >= 0.6 || rating >= 0.95)
    .toSorted((a, b) => b.rating - a.rating)
  const foundFor = new Map<TruthRow, LabResult>()
  const taken = new Set<LabResult>()
  for (const { row, result } of pairs) {
    if (foundFor.has(row) || taken.has(result)) continue
    foundFor.set(row, result)
    taken.add(result)
  }
  return foundFor
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
