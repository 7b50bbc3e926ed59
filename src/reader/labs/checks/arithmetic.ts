import { analyteByKey } from '../../../clinical/analytes/index.ts'
import { convertUnit } from '../../../clinical/units/index.ts'
import type { LabResult } from '../../read-document.ts'
import { decimalsOf } from '../printed/number-text.ts'
import type { Doubt } from './doubt.ts'
import { EQUATIONS, type Equation, PARTS_OF_A_HUNDRED } from './equations.ts'

type Doubts = Map<LabResult, Doubt>

/**
 * Results that do not fit the others of their report. Where an equation fails, the calculated value is doubted, and in
 * recognised text also those it is calculated from: any of them may be misread. A value that another equation confirms
 * is not.
 */
export function arithmeticDoubts(results: readonly LabResult[], recognised: ReadonlySet<LabResult>): Doubts {
  const doubts: Doubts = new Map()
  const confirmed = new Set<LabResult>()
  const failed: { readonly calculated: LabResult; readonly from: readonly LabResult[]; readonly expected: number }[] =
    []
  for (const equation of EQUATIONS) {
    const tried = tryEquation(equation, results)
    if (!tried) continue
    if (tried.holds) for (const result of [tried.calculated, ...tried.from]) confirmed.add(result)
    else failed.push(tried)
  }
  for (const { calculated, from, expected } of failed) {
    const candidate = expected.toFixed(decimalsOf(calculated.value))
    if (!confirmed.has(calculated)) doubts.set(calculated, { reason: 'arithmetic_mismatch', candidate })
    for (const result of from) {
      if (recognised.has(result) && !confirmed.has(result)) doubts.set(result, { reason: 'arithmetic_mismatch' })
    }
  }
  doubtPartsOfAHundred(results, doubts)
  return doubts
}

interface Tried {
  readonly holds: boolean
  readonly calculated: LabResult
  readonly from: readonly LabResult[]
  /** What the calculated value should be, in the unit it is printed in. */
  readonly expected: number
}

function tryEquation(equation: Equation, results: readonly LabResult[]): Tried | undefined {
  const calculated = onlyResult(results, equation.of.key)
  const from = equation.from.map(({ key }) => onlyResult(results, key))
  if (!calculated || !from.every((result) => result !== undefined)) return undefined
  const printed = inUnit(calculated, equation.of.unit)
  const values = from.map((result, position) => inUnit(result, equation.from[position]?.unit ?? ''))
  if (printed === undefined || !values.every((value) => value !== undefined)) return undefined
  const expected = equation.calculate(values)
  if (!Number.isFinite(expected) || (equation.valid && !equation.valid(values))) return undefined
  const rounding = 10 ** -decimalsOf(calculated.value)
  const holds = Math.abs(printed - expected) <= Math.max(equation.tolerance * Math.abs(expected), rounding)
  const scale = printed === 0 || calculated.valueNumber === null ? 1 : calculated.valueNumber / printed
  return { holds, calculated, from, expected: expected * scale }
}

/** A test that a report lists twice proves nothing. */
function onlyResult(results: readonly LabResult[], key: string): LabResult | undefined {
  const found = results.filter((result) => result.analyteKey === key && result.valueNumber !== null)
  return found.length === 1 ? found[0] : undefined
}

function inUnit(result: LabResult, unit: string): number | undefined {
  const analyte = result.analyteKey === null ? undefined : analyteByKey(result.analyteKey)
  if (!analyte || result.valueNumber === null || result.comparator !== null) return undefined
  return convertUnit(result.valueNumber, result.unit ?? analyte.unit, unit, analyte)
}

/** The parts of a differential count make a hundred per cent, give or take rounding. */
function doubtPartsOfAHundred(results: readonly LabResult[], doubts: Doubts): void {
  const parts = PARTS_OF_A_HUNDRED.parts.map((key) => onlyResult(results, key))
  if (!parts.every((part) => part !== undefined)) return
  if (results.some((result) => result.analyteKey !== null && PARTS_OF_A_HUNDRED.others.includes(result.analyteKey)))
    return
  const sum = parts.reduce((total, part) => total + (part.valueNumber ?? 0), 0)
  if (Math.abs(sum - 100) <= 2) return
  for (const part of parts) if (!doubts.has(part)) doubts.set(part, { reason: 'arithmetic_mismatch' })
}
