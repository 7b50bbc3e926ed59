import { convertUnit } from '../units/index.ts'
import type { Analyte } from './analyte.ts'
import { plausibility } from './plausibility.ts'
import { type Person, referenceRange } from './reference-range.ts'

/** Bounds as printed, in the value's unit; either may be missing. */
export interface PrintedRange {
  readonly low?: number | undefined
  readonly high?: number | undefined
}

/** Laboratories differ, but not by these factors: then a decimal point was lost, or the range is another test's. */
const HIGH_FACTOR = 6
const LOW_FACTOR = 9.5

/**
 * Whether a printed range can belong to the test: in order, between values that people can have, and not far off ours in
 * scale. `15-45` beside platelets in lakh (`1.5-4.5`) and `3.5-5.0` beside chloride (copied from potassium) cannot. Where
 * we hold no range, any such one can.
 */
export function isLikelyRange(
  analyte: Analyte,
  { low, high }: PrintedRange,
  unit: string | undefined,
  person: Person = {},
): boolean {
  if (low !== undefined && high !== undefined && low >= high) return false
  if ([low, high].some((bound) => bound !== undefined && bound > 0 && !isPossible(analyte, bound, unit))) return false
  const own = referenceRange(analyte, person)
  if (!own) return true
  return (
    isSameScale(analyte, high, own.high, own.unit, unit ?? analyte.unit, HIGH_FACTOR) &&
    isSameScale(analyte, low, own.low, own.unit, unit ?? analyte.unit, LOW_FACTOR)
  )
}

function isPossible(analyte: Analyte, bound: number, unit: string | undefined): boolean {
  return plausibility(analyte, bound, unit).plausible
}

function isSameScale(
  analyte: Analyte,
  printed: number | undefined,
  own: number | undefined,
  ownUnit: string,
  unit: string,
  factor: number,
): boolean {
  if (printed === undefined || own === undefined || printed <= 0 || own <= 0) return true
  const converted = convertUnit(own, ownUnit, unit, analyte)
  if (converted === undefined) return true
  const ratio = printed / converted
  return ratio < factor && ratio > 1 / factor
}
