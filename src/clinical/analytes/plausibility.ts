import { convertUnit, isSameUnit } from '../units/index.ts'
import type { Analyte } from './analyte.ts'
import { referenceRange } from './reference-range.ts'

/** What was most likely meant by an impossible value. */
interface Candidate {
  readonly value: number
  /** UCUM. */
  readonly unit: string
  readonly reason: 'decimal_point_lost' | 'decimal_point_added' | 'other_unit'
}

type Plausibility =
  | { readonly plausible: true }
  | {
      readonly plausible: false
      readonly reason: 'not_humanly_possible' | 'unit_of_another_quantity'
      readonly candidate?: Candidate
    }

const SHIFTS = [
  [1 / 10, 'decimal_point_lost'],
  [1 / 100, 'decimal_point_lost'],
  [1 / 1000, 'decimal_point_lost'],
  [10, 'decimal_point_added'],
  [100, 'decimal_point_added'],
] as const

/**
 * Whether a living person can have this value; where not, the value or unit that was most likely meant: of those that
 * are possible, the one nearest to the reference range. `unit` is a UCUM code; `undefined` stands for the canonical
 * one. Tests without humanly possible limits (results in words) are always plausible.
 */
export function plausibility(analyte: Analyte, value: number, unit: string | undefined): Plausibility {
  if (!analyte.possible) return { plausible: true }
  const used = unit ?? analyte.unit
  const canonical = convertUnit(value, used, analyte.unit, analyte)
  if (canonical !== undefined && isPossible(analyte, canonical)) return { plausible: true }
  const candidate = candidates(analyte, value, used).sort((a, b) => a.distance - b.distance)[0]
  return {
    plausible: false,
    reason: canonical === undefined ? 'unit_of_another_quantity' : 'not_humanly_possible',
    ...(candidate ? { candidate: candidate.candidate } : {}),
  }
}

function isPossible(analyte: Analyte, canonical: number): boolean {
  const { possible } = analyte
  return possible === undefined || (canonical >= possible.low && canonical <= possible.high)
}

function candidates(analyte: Analyte, value: number, unit: string): { candidate: Candidate; distance: number }[] {
  const otherUnits = analyte.units
    .filter((accepted) => !isSameUnit(accepted.ucum, unit))
    .map((accepted): Candidate => ({ value, unit: accepted.ucum, reason: 'other_unit' }))
  const shifted = SHIFTS.map(
    ([factor, reason]): Candidate => ({ value: Number((value * factor).toPrecision(12)), unit, reason }),
  )
  return [...otherUnits, ...shifted].flatMap((candidate) => {
    const canonical = convertUnit(candidate.value, candidate.unit, analyte.unit, analyte)
    if (canonical === undefined || !isPossible(analyte, canonical)) return []
    return [{ candidate, distance: distanceFromRange(analyte, canonical) }]
  })
}

/** How many times a value lies beyond the reference range, as a logarithm; 0 inside. */
function distanceFromRange(analyte: Analyte, canonical: number): number {
  const range = referenceRange(analyte)
  if (!range || canonical <= 0) return 0
  const low = range.low === undefined ? undefined : convertUnit(range.low, range.unit, analyte.unit, analyte)
  const high = range.high === undefined ? undefined : convertUnit(range.high, range.unit, analyte.unit, analyte)
  if (low !== undefined && low > 0 && canonical < low) return Math.log(low / canonical)
  return high !== undefined && high > 0 && canonical > high ? Math.log(canonical / high) : 0
}
