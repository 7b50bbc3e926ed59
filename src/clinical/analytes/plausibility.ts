import { convertUnit } from '../units/index.ts'
import type { Analyte } from './analyte.ts'

export interface Candidate {
  readonly value: number
  /** UCUM. */
  readonly unit: string
  readonly reason: 'decimal_point_lost' | 'decimal_point_added' | 'other_unit'
}

export type Plausibility =
  | { readonly plausible: true }
  | {
      readonly plausible: false
      readonly reason: 'not_humanly_possible' | 'unknown_unit'
      readonly candidate?: Candidate
    }

const SHIFTS = [
  [10, 'decimal_point_lost'],
  [100, 'decimal_point_lost'],
  [1000, 'decimal_point_lost'],
  [0.1, 'decimal_point_added'],
] as const

/** Whether a living person can have this value; where not, the value that was most likely meant. */
export function plausibility(analyte: Analyte, value: number, unit: string | undefined): Plausibility {
  const possible = analyte.possible
  if (!possible) return { plausible: true }
  const used = unit ?? analyte.unit
  const canonical = convertUnit(value, used, analyte.unit, analyte)
  if (canonical === undefined) return { plausible: false, reason: 'unknown_unit' }
  const fits = (number: number) => number >= possible.low && number <= possible.high
  if (fits(canonical)) return { plausible: true }
  const shift = SHIFTS.find(([divisor]) => fits(canonical / divisor))
  if (!shift) return { plausible: false, reason: 'not_humanly_possible' }
  const [divisor, reason] = shift
  return {
    plausible: false,
    reason: 'not_humanly_possible',
    candidate: { value: Number((value / divisor).toPrecision(12)), unit: used, reason },
  }
}
