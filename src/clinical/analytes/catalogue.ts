import type { Analyte } from './analyte.ts'
import { BLOOD_COUNT } from './systems/blood-count.ts'
import { SUGAR } from './systems/sugar.ts'

/** Every analyte we know, by organ system in the order in which reports list them. */
export const ANALYTES: readonly Analyte[] = [...BLOOD_COUNT, ...SUGAR]

const byKey: ReadonlyMap<string, Analyte> = new Map(ANALYTES.map((analyte) => [analyte.key, analyte]))

const byLoinc: ReadonlyMap<string, Analyte> = new Map([
  ...ANALYTES.flatMap((analyte) => (analyte.loincAlternatives ?? []).map((code): [string, Analyte] => [code, analyte])),
  ...ANALYTES.map((analyte): [string, Analyte] => [analyte.loinc, analyte]),
])

/** The analyte with this key, such as `haemoglobin`. */
export function analyteByKey(key: string): Analyte | undefined {
  return byKey.get(key)
}

/** The analyte that a LOINC code means; codes that only name another method for it lead to the same one. */
export function analyteByLoinc(code: string): Analyte | undefined {
  return byLoinc.get(code)
}
