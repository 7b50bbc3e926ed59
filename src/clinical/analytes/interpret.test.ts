import { describe, expect, it } from 'vitest'
import {
  analyteByKey,
  gradeOf,
  type InterpretOptions,
  interpret,
  isLikelyRange,
  PRINTED_ON_REPORT,
  plausibility,
} from './index.ts'

function analyte(key: string) {
  const found = analyteByKey(key)
  if (!found) throw new Error(`no analyte ${key}`)
  return found
}

describe('interpret', () => {
  it.each<[string, number | string, string | undefined, InterpretOptions, string]>([
    ['haemoglobin', 11.4, 'g/dL', { sex: 'female' }, 'low'],
    ['haemoglobin', 12.5, 'g/dL', { sex: 'female' }, 'normal'],
    ['haemoglobin', 12.5, 'g/dL', { sex: 'male' }, 'low'],
    ['haemoglobin', 12.5, 'g/dL', {}, 'normal'],
    ['haemoglobin', 125, 'g/L', { sex: 'male' }, 'low'],
    ['haemoglobin', 6.2, 'g/dL', {}, 'critical_low'],
    ['haemoglobin', 12.5, 'g/dL', { sex: 'female', printedRange: { low: 13, high: 17 } }, 'low'],
    ['platelet_count', 20000, '/uL', { printedRange: { low: 150000, high: 410000 } }, 'critical_low'],
    ['platelet_count', 2.5, '10*5/uL', {}, 'normal'],
    ['platelet_count', 2.5, '10*5/uL', { printedRange: { low: 15, high: 45 } }, 'normal'],
    ['sodium', 100, 'meq/L', { printedRange: { low: 135, high: 145 } }, 'critical_low'],
    ['sodium', 135, 'meq/L', { printedRange: { low: 135, high: 149 } }, 'normal'],
    ['chloride', 105, 'mmol/L', { printedRange: { low: 3.5, high: 5 } }, 'normal'],
    ['potassium', 6.8, 'mmol/L', {}, 'critical_high'],
    ['creatinine', 205, 'umol/L', { sex: 'male' }, 'high'],
    ['creatinine', 1.2, 'mg/dL', { sex: 'male' }, 'normal'],
    ['glucose_fasting', 7.0, 'mmol/L', {}, 'high'],
    ['glucose_fasting', 40, 'mg/dL', {}, 'critical_low'],
    ['glucose_random', 350, 'mg/dL', {}, 'critical_high'],
    ['hba1c', 53, 'mmol/mol', {}, 'high'],
    ['cholesterol_hdl', 45, 'mg/dL', { sex: 'female' }, 'low'],
    ['cholesterol_hdl', 45, 'mg/dL', { sex: 'male' }, 'normal'],
    ['tsh', 6.8, 'm[IU]/L', {}, 'high'],
    ['tsh', 5.4, 'u[IU]/mL', { printedRange: { low: 0.2, high: 6 } }, 'normal'],
    ['t3_free', 4.8, 'pmol/L', {}, 'normal'],
    ['egfr', 87, 'mL/min/{1.73_m2}', {}, 'normal'],
    ['egfr', 87, 'mL/min/{1.73_m2}', { printedRange: { low: 90 } }, 'low'],
    ['vitamin_d', 18, 'ng/mL', {}, 'low'],
    ['crp', '<0.5', 'mg/L', {}, 'normal'],
    ['crp', '> 90', 'mg/L', {}, 'high'],
    ['tsh', '<0.01', 'm[IU]/L', {}, 'low'],
    ['tsh', '<2', 'm[IU]/L', {}, 'unknown'],
    ['psa_total', '<=0.1', 'ng/mL', {}, 'normal'],
    ['urine_white_cells', '1-2', '/[HPF]', {}, 'normal'],
    ['urine_white_cells', '10 - 12', '/[HPF]', {}, 'high'],
    ['urine_white_cells', 'Plenty', '/[HPF]', {}, 'abnormal'],
    ['urine_white_cells', 'Nil', '/[HPF]', {}, 'normal'],
    ['urine_protein', 'Nil', undefined, {}, 'normal'],
    ['urine_protein', 'Trace', undefined, {}, 'abnormal'],
    ['urine_protein', '++', undefined, {}, 'abnormal'],
    ['urine_protein', 'Present (+)', undefined, {}, 'abnormal'],
    ['urine_glucose', 'अनुपस्थित', undefined, {}, 'normal'],
    ['urine_glucose', 'இல்லை', undefined, {}, 'normal'],
    ['urine_urobilinogen', 'Normal', undefined, {}, 'normal'],
    ['urine_colour', 'Pale Yellow', undefined, {}, 'normal'],
    ['urine_colour', 'Reddish', undefined, {}, 'abnormal'],
    ['urine_appearance', 'Slightly Cloudy', undefined, {}, 'abnormal'],
    ['urine_appearance', 'Clear', undefined, {}, 'normal'],
    ['urine_colour', 'P. Yel', undefined, {}, 'unknown'],
    ['dengue_ns1', 'Non-Reactive', undefined, {}, 'normal'],
    ['dengue_ns1', 'POSITIVE', undefined, {}, 'abnormal'],
    ['widal_typhi_o', '1:160', '{titer}', {}, 'unknown'],
    ['blood_group_abo', 'B', undefined, {}, 'unknown'],
    ['rheumatoid_factor', 'Negative', undefined, {}, 'normal'],
    ['haemoglobin', 'see note', 'g/dL', {}, 'unknown'],
    ['haemoglobin', 12.5, 'mm/h', {}, 'unknown'],
    ['estradiol', 100, 'pg/mL', { sex: 'female' }, 'unknown'],
    ['hcg_beta', 2, 'm[IU]/mL', {}, 'normal'],
    ['hcg_beta', 1200, 'm[IU]/mL', {}, 'high'],
    ['hcg_beta', 1200, 'm[IU]/mL', { pregnant: true }, 'unknown'],
  ])('%s %s %s %o is %s', (key, value, unit, options, flag) => {
    expect(interpret(analyte(key), value, unit, options).flag).toBe(flag)
  })

  it('names where the verdict comes from', () => {
    const printed = interpret(analyte('haemoglobin'), 12, 'g/dL', { printedRange: { low: 13, high: 17 } })
    expect(printed).toMatchObject({ source: PRINTED_ON_REPORT, range: { low: 13, high: 17, unit: 'g/dL' } })
    const ours = interpret(analyte('haemoglobin'), 12, 'g/dL', { sex: 'male' })
    expect(ours.source).toContain('WHO')
    const critical = interpret(analyte('potassium'), 7, 'mmol/L', { printedRange: { low: 3.5, high: 5.1 } })
    expect(critical).toMatchObject({ flag: 'critical_high', range: { low: 3.5, high: 5.1 } })
    expect(critical.source).toContain('Kost')
  })

  it('gives its range in the unit of the value', () => {
    const { range } = interpret(analyte('glucose_fasting'), 6, 'mmol/L')
    expect(range?.unit).toBe('mmol/L')
    expect(range?.low).toBeCloseTo(3.886, 2)
    expect(range?.high).toBeCloseTo(5.495, 2)
  })

  it('says when it took the unit for granted', () => {
    expect(interpret(analyte('haemoglobin'), 12, undefined)).toMatchObject({ flag: 'normal', assumedUnit: 'g/dL' })
    expect(interpret(analyte('haemoglobin'), 120, undefined).flag).toBe('unknown')
    expect(interpret(analyte('albumin_globulin_ratio'), 1.5, undefined).assumedUnit).toBeUndefined()
  })

  it('never calls an impossible value critical', () => {
    expect(interpret(analyte('potassium'), 45, 'mmol/L').flag).toBe('high')
    expect(interpret(analyte('creatinine'), 141, 'mg/dL').flag).toBe('high')
  })
})

describe('plausibility', () => {
  it.each([
    ['creatinine', 141, 'mg/dL', 1.41, 'mg/dL'],
    ['haemoglobin', 125, 'g/dL', 125, 'g/L'],
    ['potassium', 45, 'mmol/L', 4.5, 'mmol/L'],
    ['sodium', 14, 'mmol/L', 140, 'mmol/L'],
    ['platelet_count', 400000, '10*5/uL', 400000, '/uL'],
    ['white_cell_count', 13.8, '/uL', 13.8, '10*3/uL'],
    ['hba1c', 65, '%', 6.5, '%'],
    ['mcv', 8400, 'fL', 84, 'fL'],
  ])('%s %d %s is impossible; %d %s is likely meant', (key, value, unit, candidate, candidateUnit) => {
    expect(plausibility(analyte(key), value, unit)).toMatchObject({
      plausible: false,
      reason: 'not_humanly_possible',
      candidate: { value: candidate, unit: candidateUnit },
    })
  })

  it.each([
    ['creatinine', 1.41, 'mg/dL'],
    ['creatinine', 125, 'umol/L'],
    ['haemoglobin', 3.1, 'g/dL'],
    ['ferritin', 12000, 'ng/mL'],
    ['esr', 0, 'mm/h'],
    ['urine_protein', 500, 'mg/dL'],
    ['haemoglobin', 12, undefined],
  ])('%s %d %s is possible', (key, value, unit) => {
    expect(plausibility(analyte(key), value, unit)).toEqual({ plausible: true })
  })

  it('knows units of another quantity', () => {
    expect(plausibility(analyte('haemoglobin'), 12, 'mm/h')).toMatchObject({ reason: 'unit_of_another_quantity' })
  })

  it('offers nothing where nothing fits', () => {
    expect(plausibility(analyte('sodium'), 9e9, 'mmol/L')).toEqual({
      plausible: false,
      reason: 'not_humanly_possible',
    })
  })
})

describe('isLikelyRange', () => {
  it.each([
    ['platelet_count', { low: 1.5, high: 4.5 }, '10*5/uL', true],
    ['platelet_count', { low: 15, high: 45 }, '10*5/uL', false],
    ['chloride', { low: 3.5, high: 5 }, 'mmol/L', false],
    ['chloride', { low: 98, high: 107 }, 'mmol/L', true],
    ['haemoglobin', { low: 17, high: 13 }, 'g/dL', false],
    ['haemoglobin', { low: 11, high: 16 }, 'g/dL', true],
    ['tsh', { low: 0.2, high: 6 }, 'u[IU]/mL', true],
    ['cholesterol_ldl', { low: 85, high: 130 }, 'mg/dL', true],
    ['estradiol', { low: 1, high: 5000 }, 'pg/mL', true],
    ['ferritin', { low: 4.6, high: 204 }, 'ng/mL', true],
  ])('%s %o %s: %s', (key, range, unit, expected) => {
    expect(isLikelyRange(analyte(key), range, unit)).toBe(expected)
  })
})

describe('gradeOf', () => {
  it.each([
    ['Nil', 0],
    ['NOT DETECTED', 0],
    ['Non-reactive', 0],
    ['No crystals seen', 0],
    ['नकारात्मक', 0],
    ['எதிர்மறை', 0],
    ['Trace', 0.5],
    ['±', 0.5],
    ['+', 1],
    ['++', 2],
    ['3+', 3],
    ['(+++)', 3],
    ['Present (+)', 1],
    ['Positive', 1],
    ['Few', 1],
    ['सकारात्मक', 1],
    ['பாசிட்டிவ்', 1],
    ['Moderate', 2],
    ['Plenty', 3],
    ['12', undefined],
    ['Pale Yellow', undefined],
    ['', undefined],
  ])('%s is %s', (text, grade) => {
    expect(gradeOf(text)).toBe(grade)
  })
})
