import type { Analyte } from './analyte.ts'
import { CLOTTING_TESTS } from './systems/clotting.ts'
import { ELECTROLYTES } from './systems/electrolytes.ts'
import { HEART_AND_PANCREAS } from './systems/heart-and-pancreas.ts'
import { HORMONES } from './systems/hormones.ts'
import { INFECTIONS } from './systems/infection.ts'
import { INFLAMMATION_TESTS } from './systems/inflammation.ts'
import { IRON_STUDIES } from './systems/iron.ts'
import { KIDNEY_TESTS } from './systems/kidney.ts'
import { LIPIDS } from './systems/lipids.ts'
import { LIVER_TESTS } from './systems/liver.ts'
import { PLATELETS } from './systems/platelets.ts'
import { RED_CELLS } from './systems/red-cells.ts'
import { STOOL_TESTS } from './systems/stool.ts'
import { SUGAR } from './systems/sugar.ts'
import { THYROID_TESTS } from './systems/thyroid.ts'
import { TUMOUR_MARKERS } from './systems/tumour-markers.ts'
import { URINE_STRIP } from './systems/urine.ts'
import { URINE_MICROSCOPY } from './systems/urine-microscopy.ts'
import { VITAMINS } from './systems/vitamins.ts'
import { WHITE_CELLS } from './systems/white-cells.ts'

/** Every analyte we know, by organ system in the order in which reports list them. */
export const ANALYTES: readonly Analyte[] = [
  ...RED_CELLS,
  ...WHITE_CELLS,
  ...PLATELETS,
  ...CLOTTING_TESTS,
  ...SUGAR,
  ...LIPIDS,
  ...LIVER_TESTS,
  ...KIDNEY_TESTS,
  ...ELECTROLYTES,
  ...THYROID_TESTS,
  ...IRON_STUDIES,
  ...VITAMINS,
  ...INFLAMMATION_TESTS,
  ...HEART_AND_PANCREAS,
  ...HORMONES,
  ...TUMOUR_MARKERS,
  ...INFECTIONS,
  ...URINE_STRIP,
  ...URINE_MICROSCOPY,
  ...STOOL_TESTS,
]

const byKey: ReadonlyMap<string, Analyte> = new Map(ANALYTES.map((analyte) => [analyte.key, analyte]))

const byLoinc: ReadonlyMap<string, Analyte> = new Map([
  ...ANALYTES.flatMap((analyte) => (analyte.loincAlternatives ?? []).map((code) => [code, analyte] as const)),
  ...ANALYTES.flatMap((analyte) => (analyte.loinc === undefined ? [] : [[analyte.loinc, analyte] as const])),
])

/** The analyte with this key, such as `haemoglobin`. */
export function analyteByKey(key: string): Analyte | undefined {
  return byKey.get(key)
}

/** The analyte that a LOINC code means; codes that only name another method for it lead to the same one. */
export function analyteByLoinc(code: string): Analyte | undefined {
  return byLoinc.get(code)
}

/** All codes that mean this analyte: its own first, then those that name a method or another unit. */
export function loincCodes(analyte: Analyte): readonly string[] {
  return [...(analyte.loinc === undefined ? [] : [analyte.loinc]), ...(analyte.loincAlternatives ?? [])]
}
