import { type Analyte, plausibility } from '../../clinical/analytes/index.ts'
import type { Bounds } from './printed/printed-range.ts'

/** Units of cell counts, which laboratories mix up most: "400000 lakh/cumm" is no 40 thousand million. */
const COUNTS = ['/uL', '10*3/uL', '10*5/uL', '10*6/uL']

/**
 * The unit that a cell count is really in. Where value and range are impossible in the printed unit and both possible
 * in another count, the printed one is a slip; everything else stays as printed.
 */
export function countUnit(
  analyte: Analyte | undefined,
  value: number | null,
  unit: string | null,
  range: Bounds | undefined,
): string | null {
  if (!analyte || value === null || unit === null || !COUNTS.includes(unit)) return unit
  const printed = [value, range?.low, range?.high].filter((each) => each !== undefined && each !== null)
  // The value alone may be misread or extreme; only a range beside it that agrees tells the unit.
  if (printed.length < 2) return unit
  const fits = (candidate: string) => printed.every((each) => plausibility(analyte, each, candidate).plausible)
  if (fits(unit)) return unit
  return COUNTS.find((candidate) => candidate !== unit && fits(candidate)) ?? unit
}
