import { analyteByLoinc, interpret, plausibility } from '../../../clinical/analytes/index.ts'
import { normaliseUnit, parseNumber } from '../../../clinical/units/index.ts'
import type { AccountPerson } from '../person/person-match.ts'
import type { OriginalValue } from './result.ts'
import type { ResultRow } from './result-store.ts'

type ValueOwner = Pick<
  ResultRow,
  'code' | 'value' | 'value_number' | 'unit' | 'unit_printed' | 'flag' | 'reference_low' | 'reference_high'
>

/** What a person says that the page says. */
export interface Correction {
  readonly value?: string | undefined
  /** As people write it; null where the page prints none. */
  readonly unit_printed?: string | null | undefined
}

/** The value with its unit and its flag worked out anew. */
export function correctedValue(row: ValueOwner, correction: Correction, person: AccountPerson): OriginalValue {
  const value = correction.value?.trim() ?? row.value
  const value_number = parseNumber(value)?.value ?? null
  const unit_printed = correction.unit_printed === undefined ? row.unit_printed : correction.unit_printed
  const unit =
    correction.unit_printed === undefined
      ? row.unit
      : correction.unit_printed === null
        ? null
        : (normaliseUnit(correction.unit_printed) ?? null)
  const isSameUnit = unit === row.unit
  const printedRange = isSameUnit
    ? { low: row.reference_low ?? undefined, high: row.reference_high ?? undefined }
    : { low: undefined, high: undefined }
  return {
    value,
    value_number,
    unit,
    unit_printed,
    flag: flagOf(row.code, value, value_number, unit, printedRange, person),
  }
}

type PrintedRange = { readonly low: number | undefined; readonly high: number | undefined }

function flagOf(
  code: string | null,
  value: string,
  number: number | null,
  unit: string | null,
  range: PrintedRange,
  person: AccountPerson,
): OriginalValue['flag'] {
  const analyte = code === null ? undefined : analyteByLoinc(code)
  if (analyte !== undefined) {
    const { flag } = interpret(analyte, value, unit ?? undefined, {
      ...(range.low === undefined && range.high === undefined ? {} : { printedRange: withoutGaps(range) }),
      ...(person.sex && { sex: person.sex }),
      ...(person.ageYears !== undefined && { ageYears: person.ageYears }),
    })
    return flag === 'unknown' ? null : flag
  }
  if (number === null || (range.low === undefined && range.high === undefined)) return null
  if (range.low !== undefined && number < range.low) return 'low'
  return range.high !== undefined && number > range.high ? 'high' : 'normal'
}

function withoutGaps({ low, high }: PrintedRange): { low?: number; high?: number } {
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) }
}

/** Whether a living person can have the value. What nobody knows the test of is nobody's to doubt. */
export function isPossible(row: Pick<ResultRow, 'code' | 'value_number' | 'unit'>): boolean {
  const analyte = row.code === null ? undefined : analyteByLoinc(row.code)
  if (analyte === undefined || row.value_number === null || row.unit === null) return true
  return plausibility(analyte, row.value_number, row.unit).plausible
}
