import { analyteByKey } from '../../../clinical/analytes/index.ts'
import { convertUnit } from '../../../clinical/units/index.ts'
import { decimalsOf } from '../printed/number-text.ts'
import type { Reviewable } from '../review.ts'
import type { Doubt } from './doubt.ts'

/** A value that the person is known to have had: confirmed, or from an earlier report. */
export interface EarlierResult {
  /** LOINC. */
  readonly code: string
  readonly value: number
  /** UCUM; `null` where none was printed. */
  readonly unit: string | null
}

/** A lost point makes a value ten, a hundred or a thousand times larger, give or take what changes between reports. */
const SHIFTS = [1 / 10, 1 / 100, 1 / 1000, 10, 100]
const CLOSE = 1.5
/** Values that move within this much of the earlier ones need no explanation. */
const ORDINARY_CHANGE = 4

/**
 * Recognised values that are far from all the person's earlier ones and near to them with the decimal point moved. A
 * text layer loses no points, and some values do rise a hundredfold: those are near to nothing when moved.
 */
export function earlierDoubt({ judged, result }: Reviewable, earlier: readonly EarlierResult[]): Doubt | undefined {
  const analyte = result.analyteKey === null ? undefined : analyteByKey(result.analyteKey)
  const { valueNumber: value } = result
  if (!analyte || value === null || value <= 0 || judged.row.page.source !== 'ocr') return undefined
  if (result.unit === null && result.unitPrinted !== null) return undefined
  const before = earlier
    .filter(({ code }) => code === result.code)
    .map((each) => convertUnit(each.value, each.unit ?? analyte.unit, result.unit ?? analyte.unit, analyte) ?? 0)
    .filter((each) => each > 0)
  if (before.length === 0 || before.some((each) => isWithin(value, each, ORDINARY_CHANGE))) return undefined
  const shift = SHIFTS.find((by) => before.some((each) => isWithin(value * by, each, CLOSE)))
  if (shift === undefined) return undefined
  const decimals = decimalsOf(result.value) + Math.max(0, -Math.round(Math.log10(shift)))
  return { reason: 'far_from_earlier_value', candidate: Number((value * shift).toFixed(decimals)).toString() }
}

function isWithin(a: number, b: number, factor: number): boolean {
  return a / b < factor && b / a < factor
}
