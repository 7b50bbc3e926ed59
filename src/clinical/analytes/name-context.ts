import { convertUnit, isSameUnit, parseNumber } from '../units/index.ts'
import type { Analyte, Specimen } from './analyte.ts'
import { headingWords } from './printed-name.ts'
import { gradeOf } from './qualitative.ts'

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

/** The surroundings of a name, read once for all the tests that it may mean. */
export interface Surroundings {
  /** UCUM. */
  readonly unit: string | undefined
  readonly value: number | undefined
  /** The result is a word or a grade ("Trace", "++"). */
  readonly isGrade: boolean
  readonly specimen: Specimen | undefined
  readonly heading: ReadonlySet<string>
  /** The name is written as a ratio: with a slash, a colon or the word. */
  readonly isRatio: boolean
}

export function surroundings(
  printedName: string,
  unit: string | undefined,
  specimen: Specimen | undefined,
  context: NameContext,
): Surroundings {
  const text = context.valueText?.trim() ?? ''
  const value = text === '' ? undefined : parseNumber(text)?.value
  return {
    unit,
    value,
    isGrade: value === undefined && text !== '' && gradeOf(text) !== undefined,
    specimen,
    heading: new Set(headingWords(context.section ?? '')),
    isRatio: /[/:]|ratio|अनुपात|விகிதம்/iu.test(printedName),
  }
}

export interface Agreement {
  /** Higher fits better; only comparisons mean something. */
  readonly score: number
  /** The unit or the result is of a kind that this test does not have. */
  readonly contradicted: boolean
}

/** How well an analyte fits what stands around its name. */
export function agreement(analyte: Analyte, around: Surroundings): Agreement {
  const { unit, value, isGrade, heading } = around
  const unitFits = unit === undefined || analyte.units.some((accepted) => isSameUnit(accepted.ucum, unit))
  const isNumeric = analyte.scale === 'quantitative'
  let score = unit === undefined ? 0 : unitFits ? 4 : -4
  if (value !== undefined) score += isNumeric ? (isPossible(analyte, value, unit) ? 1 : -1) : -2
  if (isGrade) score += isNumeric && analyte.normalText === undefined ? -3 : isNumeric ? 1 : 3
  if (around.isRatio !== analyte.key.endsWith('_ratio')) score -= 1
  if (heading.has('absolute')) score += analyte.key.endsWith('_absolute') ? 1 : 0
  if (around.specimen === undefined && analyte.specimen === 'blood') score += 0.5
  return { score, contradicted: !unitFits || (isGrade && isNumeric && analyte.normalText === undefined) }
}

/** Whether a number can be this test's, in the printed unit or, without one, in any of its units. */
function isPossible(analyte: Analyte, value: number, unit: string | undefined): boolean {
  const { possible } = analyte
  if (!possible) return true
  const units = unit === undefined ? analyte.units.map((accepted) => accepted.ucum) : [unit]
  return units.some((each) => {
    const canonical = convertUnit(value, each, analyte.unit, analyte)
    return canonical !== undefined && canonical >= possible.low && canonical <= possible.high
  })
}
