import { convertUnit } from '../units/index.ts'
import type { Analyte, ReferenceRange } from './analyte.ts'
import { type Person, referenceRange } from './reference-range.ts'

export type Flag = 'low' | 'normal' | 'high' | 'critical_low' | 'critical_high' | 'abnormal' | 'unknown'

export interface PrintedRange {
  readonly low?: number | undefined
  readonly high?: number | undefined
}

export interface Interpretation {
  readonly flag: Flag
  /** The range the value was held against, in the value's own unit. */
  readonly range?: ReferenceRange
  /** Where that range comes from: the report itself, or the document that ours is taken from. */
  readonly source: string
}

export const PRINTED_ON_REPORT = 'printed on the report'

export interface InterpretOptions extends Person {
  /** The range printed beside the value, in the value's unit. It goes before ours: laboratories and methods differ. */
  readonly printedRange?: PrintedRange | undefined
}

/**
 * Holds a value against the printed range, or else against ours for this sex and age. `unit` is a UCUM code;
 * `undefined` (none printed) is taken as the canonical unit. A value at a critical limit is critical whatever range
 * is printed.
 */
export function interpret(
  analyte: Analyte,
  value: number | string,
  unit: string | undefined,
  options: InterpretOptions = {},
): Interpretation {
  if (typeof value === 'string') return { flag: 'unknown', source: '' }
  const own = referenceRange(analyte, options)
  const printed = options.printedRange
  const usedUnit = unit ?? analyte.unit
  const range: ReferenceRange | undefined =
    printed && (printed.low !== undefined || printed.high !== undefined)
      ? {
          ...(printed.low === undefined ? {} : { low: printed.low }),
          ...(printed.high === undefined ? {} : { high: printed.high }),
          unit: usedUnit,
          source: PRINTED_ON_REPORT,
        }
      : own && inUnit(own, usedUnit, analyte)
  const canonical = convertUnit(value, usedUnit, analyte.unit, analyte)
  const critical = analyte.critical
  if (critical && canonical !== undefined) {
    if (critical.low !== undefined && canonical <= critical.low)
      return { flag: 'critical_low', ...(range ? { range } : {}), source: critical.source }
    if (critical.high !== undefined && canonical >= critical.high)
      return { flag: 'critical_high', ...(range ? { range } : {}), source: critical.source }
  }
  if (!range) return { flag: 'unknown', source: '' }
  const flag =
    range.low !== undefined && value < range.low
      ? 'low'
      : range.high !== undefined && value > range.high
        ? 'high'
        : 'normal'
  return { flag, range, source: range.source }
}

function inUnit(range: ReferenceRange, unit: string, analyte: Analyte): ReferenceRange | undefined {
  const low = range.low === undefined ? undefined : convertUnit(range.low, range.unit, unit, analyte)
  const high = range.high === undefined ? undefined : convertUnit(range.high, range.unit, unit, analyte)
  if (low === undefined && high === undefined) return undefined
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), unit, source: range.source }
}
