import { convertUnit, parseNumber } from '../units/index.ts'
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

export interface Agreement {
  /** Higher fits better; only comparisons mean something. */
  readonly score: number
  /** The unit or the result is of a kind that this test does not have. */
  readonly contradicted: boolean
}

/** How well an analyte fits the unit (UCUM), the result and the heading around its name. */
export function agreement(analyte: Analyte, unit: string | undefined, context: NameContext): Agreement {
  let score = 0
  let contradicted = false
  const hasUnits = analyte.units.some((accepted) => accepted.ucum !== '1')
  if (unit !== undefined) {
    const accepted = analyte.units.some((each) => each.ucum === unit)
    score += accepted ? 4 : -4
    contradicted = !accepted
  }
  const text = context.valueText?.trim() ?? ''
  if (text !== '') {
    const number = parseNumber(text)
    if (number) {
      if (analyte.scale !== 'quantitative') score -= hasUnits ? 1 : 2
      else score += isPossible(analyte, number.value, unit) ? 1 : -1
    } else if (gradeOf(text) !== undefined) {
      score += analyte.scale === 'quantitative' ? -3 : 3
      contradicted ||= analyte.scale === 'quantitative'
    }
  }
  const heading = new Set(headingWords(context.section ?? ''))
  if (heading.has('absolute')) score += analyte.key.endsWith('_absolute') ? 1 : 0
  if (heading.has('stool') !== (analyte.specimen === 'stool')) score -= 1
  return { score, contradicted }
}

function isPossible(analyte: Analyte, value: number, unit: string | undefined): boolean {
  const { possible } = analyte
  if (!possible) return true
  const units = unit === undefined ? analyte.units.map((accepted) => accepted.ucum) : [unit]
  return units.some((each) => {
    const canonical = convertUnit(value, each, analyte.unit, analyte)
    return canonical !== undefined && canonical >= possible.low && canonical <= possible.high
  })
}
