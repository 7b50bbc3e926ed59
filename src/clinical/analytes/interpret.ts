import { convertUnit, type ParsedNumber, parseNumber } from '../units/index.ts'
import type { Analyte, ReferenceRange } from './analyte.ts'
import { plausibility } from './plausibility.ts'
import { isLikelyRange, type PrintedRange } from './printed-range.ts'
import { qualitativeFlag } from './qualitative.ts'
import { type Person, referenceRange } from './reference-range.ts'

export type Flag = 'low' | 'normal' | 'high' | 'critical_low' | 'critical_high' | 'abnormal' | 'unknown'

export interface Interpretation {
  readonly flag: Flag
  /** The range the value was held against, in the value's own unit. Absent for results in words. */
  readonly range?: ReferenceRange
  /** Where the verdict comes from: the report itself, or the document that our limits are taken from. Empty for `unknown`. */
  readonly source: string
  /** The unit (UCUM) that was taken for granted because none was printed. */
  readonly assumedUnit?: string
}

/** The source of a verdict that rests on the report itself: its printed range, or its result in words. */
export const PRINTED_ON_REPORT = 'printed on the report'

export interface InterpretOptions extends Person {
  /** The range printed beside the value, in the value's unit. It goes before ours: laboratories and methods differ. */
  readonly printedRange?: PrintedRange | undefined
}

const UNKNOWN: Interpretation = { flag: 'unknown', source: '' }

/**
 * Holds a result against the printed range, or else against ours for this sex and age. The value is a number or the
 * text as printed (`<0.01`, `1-2`, `Trace`); `unit` is a UCUM code, `undefined` where none was printed (then the
 * canonical one is assumed). A printed range that cannot belong to the test is not used. A value beyond a critical
 * limit is critical whatever is printed, unless it is humanly impossible: then it was misread.
 */
export function interpret(
  analyte: Analyte,
  value: number | string,
  unit: string | undefined,
  options: InterpretOptions = {},
): Interpretation {
  const number = typeof value === 'number' ? { value } : readNumber(value)
  if (number === undefined) {
    const flag = qualitativeFlag(analyte, String(value))
    return flag === 'unknown' ? UNKNOWN : { flag, source: PRINTED_ON_REPORT }
  }
  return interpretNumber(analyte, number, unit, options)
}

function interpretNumber(
  analyte: Analyte,
  number: ParsedNumber,
  unit: string | undefined,
  options: InterpretOptions,
): Interpretation {
  const used = unit ?? analyte.unit
  const assumed = unit === undefined && analyte.unit !== '1' ? { assumedUnit: analyte.unit } : {}
  const range = printedRange(analyte, used, options) ?? ownRange(analyte, number.value, unit, options)
  const critical = criticalFlag(analyte, number, used)
  if (critical) return { ...critical, ...(range ? { range } : {}), ...assumed }
  if (!range) return UNKNOWN
  const flag = compare(number, range)
  return flag === 'unknown' ? UNKNOWN : { flag, range, source: range.source, ...assumed }
}

/** A number, the upper end of "1-2" (cells are counted so), or the titre of "1:80". */
function readNumber(text: string): ParsedNumber | undefined {
  const single = parseNumber(text)
  if (single) return single
  const upper = /^\s*\S+\s*(?:-|–|to)\s*(\S+)\s*$/u.exec(text)?.[1] ?? /^\s*1\s*:\s*(\d+)\s*$/u.exec(text)?.[1]
  return upper === undefined ? undefined : parseNumber(upper)
}

function printedRange(analyte: Analyte, unit: string, options: InterpretOptions): ReferenceRange | undefined {
  const { low, high } = options.printedRange ?? {}
  if (low === undefined && high === undefined) return undefined
  if (!isLikelyRange(analyte, { low, high }, unit, options)) return undefined
  return withBounds(low, high, unit, PRINTED_ON_REPORT)
}

/** Ours, in the value's unit. Without a printed unit it applies only to a value that the canonical unit allows. */
function ownRange(
  analyte: Analyte,
  value: number,
  unit: string | undefined,
  person: Person,
): ReferenceRange | undefined {
  const own = referenceRange(analyte, person)
  if (!own) return undefined
  if (unit === undefined && !plausibility(analyte, value, undefined).plausible) return undefined
  const used = unit ?? analyte.unit
  const [low, high] = [own.low, own.high].map((bound) => {
    const converted = bound === undefined ? undefined : convertUnit(bound, own.unit, used, analyte)
    return converted === undefined ? undefined : Number(converted.toPrecision(4))
  })
  return low === undefined && high === undefined ? undefined : withBounds(low, high, used, own.source)
}

function withBounds(low: number | undefined, high: number | undefined, unit: string, source: string): ReferenceRange {
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), unit, source }
}

function criticalFlag(
  analyte: Analyte,
  { value, comparator }: ParsedNumber,
  unit: string,
): { flag: 'critical_low' | 'critical_high'; source: string } | undefined {
  const { critical } = analyte
  const canonical = convertUnit(value, unit, analyte.unit, analyte)
  if (!critical || canonical === undefined || !plausibility(analyte, value, unit).plausible) return undefined
  if (critical.low !== undefined && canonical < critical.low && !comparator?.startsWith('>')) {
    return { flag: 'critical_low', source: critical.source }
  }
  if (critical.high !== undefined && canonical > critical.high && !comparator?.startsWith('<')) {
    return { flag: 'critical_high', source: critical.source }
  }
  return undefined
}

/** `<x` and `>x` say where a value lies only when the whole of that side is on one side of a bound. */
function compare({ value, comparator }: ParsedNumber, { low, high }: ReferenceRange): Flag {
  if (comparator?.startsWith('<')) {
    if (low !== undefined) return value <= low ? 'low' : 'unknown'
    return high !== undefined && value <= high ? 'normal' : 'unknown'
  }
  if (comparator?.startsWith('>')) {
    if (high !== undefined) return value >= high ? 'high' : 'unknown'
    return low !== undefined && value >= low ? 'normal' : 'unknown'
  }
  if (low !== undefined && value < low) return 'low'
  return high !== undefined && value > high ? 'high' : 'normal'
}
