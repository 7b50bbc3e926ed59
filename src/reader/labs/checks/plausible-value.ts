import { type Analyte, interpret, plausibility } from '../../../clinical/analytes/index.ts'
import { displayUnit } from '../../../clinical/units/index.ts'
import type { LabResult } from '../../read-document.ts'
import { decimalsOf } from '../printed/number-text.ts'
import { flagsDisagree } from '../printed/printed-flag.ts'
import type { RangeReader } from '../printed/printed-range.ts'
import type { Reviewable } from '../review.ts'
import type { Doubt } from './doubt.ts'

type Implausible = Extract<ReturnType<typeof plausibility>, { plausible: false }>

const SHIFTS = [10, 100, 1000]

/**
 * Values that nobody can have, and values that a lost decimal point would explain: "141" beside "0.7 - 1.4". The
 * second is doubted in recognised text only; a text layer does not lose points, and people do have a ferritin of 2,000.
 */
export function plausibilityDoubt({ judged, result }: Reviewable, person: RangeReader): Doubt | undefined {
  const { valueNumber } = result
  if (valueNumber === null) return undefined
  const analyte = judged.match?.analyte
  const unitIsUnknown = result.unit === null && result.unitPrinted !== null
  if (analyte && !unitIsUnknown) {
    const judgement = plausibility(analyte, valueNumber, result.unit ?? undefined)
    if (!judgement.plausible) {
      return withItsPoint({ judged, result }, analyte, person) ?? impossible(result, judgement)
    }
  }
  const shifted = shiftedIntoRange(result)
  if (shifted === undefined) return undefined
  const pointMayBeLost =
    judged.row.page.source === 'ocr' && decimalsOf(result.value) < rangeDecimals(result.referenceText)
  const unknownAndFar = !analyte && isFar(result, 100)
  return pointMayBeLost || unknownAndFar ? { reason: 'far_from_printed_range', candidate: String(shifted) } : undefined
}

/**
 * "345" beside "31.5 - 34.5": nobody can have it, and with as many decimals as its range it is an ordinary value. It is
 * taken for that, and still to be confirmed.
 */
function withItsPoint({ judged, result }: Reviewable, analyte: Analyte, person: RangeReader): Doubt | undefined {
  const decimals = rangeDecimals(result.referenceText)
  if (judged.row.page.source !== 'ocr' || decimals === 0 || !/^\d+$/.test(result.value)) return undefined
  if (result.value.length <= decimals) return undefined
  const value = `${result.value.slice(0, -decimals)}.${result.value.slice(-decimals)}`
  const valueNumber = Number(value)
  if (shiftedIntoRange(result) !== valueNumber) return undefined
  if (!plausibility(analyte, valueNumber, result.unit ?? undefined).plausible) return undefined
  const { referenceLow, referenceHigh } = result
  const printedRange = { low: referenceLow ?? undefined, high: referenceHigh ?? undefined }
  const { flag } = interpret(analyte, valueNumber, result.unit ?? undefined, { ...person, printedRange })
  const flagDisagrees = flagsDisagree(result.flagPrinted, flag)
  return { reason: 'uncertain_reading', correction: { value, valueNumber, flag, flagDisagrees } }
}

/** What was probably meant: the point elsewhere, where the printed range says so, or else what is likeliest. */
function impossible(result: LabResult, { reason, candidate }: Implausible): Doubt {
  const shifted = shiftedIntoRange(result)
  if (shifted !== undefined) return { reason: 'not_humanly_possible', candidate: String(shifted) }
  if (candidate?.reason === 'other_unit') {
    return { reason: 'unit_implausible', candidate: `${candidate.value} ${displayUnit(candidate.unit)}` }
  }
  const told = reason === 'unit_of_another_quantity' ? 'unit_implausible' : 'not_humanly_possible'
  return { reason: told, ...(candidate ? { candidate: String(candidate.value) } : {}) }
}

/** The value with its decimal point moved, where that brings it into its printed range and it is outside. */
function shiftedIntoRange(result: LabResult): number | undefined {
  const { valueNumber: value, referenceLow: low, referenceHigh: high } = result
  if (value === null || (low === null && high === null)) return undefined
  const inside = (number: number) => (low === null || number >= low * 0.6) && (high === null || number <= high * 1.6)
  if (inside(value)) return undefined
  const factors = value > (high ?? Number.POSITIVE_INFINITY) ? SHIFTS.map((shift) => 1 / shift) : SHIFTS
  const factor = factors.find((each) => inside(value * each))
  return factor === undefined ? undefined : Number((value * factor).toPrecision(10))
}

function isFar({ valueNumber, referenceLow, referenceHigh }: LabResult, times: number): boolean {
  if (valueNumber === null) return false
  return (
    (referenceHigh !== null && valueNumber > referenceHigh * times) ||
    (referenceLow !== null && valueNumber < referenceLow / times)
  )
}

function rangeDecimals(text: string | null): number {
  const numbers = text?.match(/\d+(?:\.\d+)?/g) ?? []
  return Math.max(0, ...numbers.map(decimalsOf))
}
