import type { Analyte } from './analyte.ts'
import { BLOOD_BORNE_INFECTIONS } from './systems/blood-borne-infections.ts'
import { BLOOD_PROTEINS } from './systems/blood-proteins.ts'
import { CLOTTING_TESTS } from './systems/clotting.ts'
import { ELECTROLYTES } from './systems/electrolytes.ts'
import { FERTILITY_HORMONES } from './systems/fertility-hormones.ts'
import { FEVERS } from './systems/fevers.ts'
import { HEART_AND_PANCREAS } from './systems/heart-and-pancreas.ts'
import { HORMONES } from './systems/hormones.ts'
import { INFLAMMATION_TESTS } from './systems/inflammation.ts'
import { INSULIN } from './systems/insulin.ts'
import { IRON_STUDIES } from './systems/iron.ts'
import { KIDNEY_TESTS } from './systems/kidney.ts'
import { LIPID_RATIOS } from './systems/lipid-ratios.ts'
import { LIPIDS } from './systems/lipids.ts'
import { LIVER_TESTS } from './systems/liver.ts'
import { MINERALS } from './systems/minerals.ts'
import { PLATELETS } from './systems/platelets.ts'
import { RED_CELL_INDICES } from './systems/red-cell-indices.ts'
import { RED_CELLS } from './systems/red-cells.ts'
import { STOOL_TESTS } from './systems/stool.ts'
import { SUGAR } from './systems/sugar.ts'
import { THYROID_TESTS } from './systems/thyroid.ts'
import { TUMOUR_MARKERS } from './systems/tumour-markers.ts'
import { TYPHOID_TESTS } from './systems/typhoid.ts'
import { URINE_AMOUNTS } from './systems/urine-amounts.ts'
import { URINE_LOOK } from './systems/urine-look.ts'
import { URINE_MICROSCOPY } from './systems/urine-microscopy.ts'
import { URINE_STRIP } from './systems/urine-strip.ts'
import { VITAMINS } from './systems/vitamins.ts'
import { WHITE_CELL_COUNTS } from './systems/white-cell-counts.ts'
import { WHITE_CELL_SHARES } from './systems/white-cell-shares.ts'

/**
 * Every analyte we know, by organ system as reports list them. Of two tests of one name the first is meant where nothing
 * around the name decides: white cells as shares before their counts.
 */
export const ANALYTES: readonly Analyte[] = [
  ...RED_CELLS,
  ...RED_CELL_INDICES,
  ...WHITE_CELL_SHARES,
  ...WHITE_CELL_COUNTS,
  ...PLATELETS,
  ...CLOTTING_TESTS,
  ...SUGAR,
  ...INSULIN,
  ...LIPIDS,
  ...LIPID_RATIOS,
  ...LIVER_TESTS,
  ...BLOOD_PROTEINS,
  ...KIDNEY_TESTS,
  ...ELECTROLYTES,
  ...MINERALS,
  ...THYROID_TESTS,
  ...IRON_STUDIES,
  ...VITAMINS,
  ...INFLAMMATION_TESTS,
  ...HEART_AND_PANCREAS,
  ...HORMONES,
  ...FERTILITY_HORMONES,
  ...TUMOUR_MARKERS,
  ...FEVERS,
  ...TYPHOID_TESTS,
  ...BLOOD_BORNE_INFECTIONS,
  ...URINE_LOOK,
  ...URINE_STRIP,
  ...URINE_MICROSCOPY,
  ...URINE_AMOUNTS,
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
