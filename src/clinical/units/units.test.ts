import { describe, expect, it } from 'vitest'
import { convertUnit, displayUnit, isSameUnit, isUcumUnit, normaliseUnit, parseNumber } from './index.ts'
import { COUNT_MULTIPLES, DENOMINATORS, NUMERATORS, WHOLE_UNITS } from './unit-spellings.ts'

describe('normaliseUnit', () => {
  it.each([
    ['mill/cumm', '10*6/uL'],
    ['million/cu.mm.', '10*6/uL'],
    ['M/cumm', '10*6/uL'],
    ['x10^6/ul', '10*6/uL'],
    ['10^12/L', '10*12/L'],
    ['thou/mm3', '10*3/uL'],
    ['th/cumm', '10*3/uL'],
    ['10^3/µL', '10*3/uL'],
    ['10³/μL', '10*3/uL'],
    ['x10^3/uL', '10*3/uL'],
    ['×10³/mm³', '10*3/uL'],
    ['10*9/L', '10*9/L'],
    ['K/uL', '10*3/uL'],
    ['10^3/pL', '10*3/uL'],
    ['lakh/cumm', '10*5/uL'],
    ['lakhs/cumm', '10*5/uL'],
    ['lak/ cumm', '10*5/uL'],
    ['lacs/cmm', '10*5/uL'],
    ['cells/cumm', '/uL'],
    ['/ cumm', '/uL'],
    ['cumm', '/uL'],
    ['cells/mcL', '/uL'],
    ['/eumm', '/uL'],
    ['gm%', 'g/dL'],
    ['gm / dl', 'g/dL'],
    ['g/dI', 'g/dL'],
    ['mg%', 'mg/dL'],
    ['rng/dL', 'mg/dL'],
    ['mg/d1', 'mg/dL'],
    ['U/I', 'U/L'],
    ['U / L', 'U/L'],
    ['IU/L', '[IU]/L'],
    ['IU/ml', '[IU]/mL'],
    ['µIU/ml', 'u[IU]/mL'],
    ['uIU / ml', 'u[IU]/mL'],
    ['pIU/mL', 'u[IU]/mL'],
    ['mIU/L', 'm[IU]/L'],
    ['mU/L', 'mU/L'],
    ['mcg/dl', 'ug/dL'],
    ['yg/dL', 'ug/dL'],
    ['ng/mL FEU', 'ng/mL{FEU}'],
    ['mEq/Lt', 'meq/L'],
    ['μmol/L', 'umol/L'],
    ['mmol/mol', 'mmol/mol'],
    ['/hpf', '/[HPF]'],
    ['cells/HPF', '/[HPF]'],
    ['/LPF', '/[LPF]'],
    ['mm/1st hr', 'mm/h'],
    ['mm/hr.', 'mm/h'],
    ['mm in 1st hr', 'mm/h'],
    ['fl', 'fL'],
    ['Pg', 'pg'],
    ['ml/min/1.73m^2', 'mL/min/{1.73_m2}'],
    ['mL/min/1.73 sq.m', 'mL/min/{1.73_m2}'],
    ['mg/gm creatinine', 'mg/g{creat}'],
    ['mg/24 hrs', 'mg/(24.h)'],
    ['Ratio', '1'],
    ['secs', 's'],
    ['मिग्रा/डीएल', 'mg/dL'],
    ['प्रतिशत', '%'],
    ['மி.கி/டெ.லி', 'mg/dL'],
    ['சதவீதம்', '%'],
    ['m[IU]/L', 'm[IU]/L'],
    ['mL/min/{1.73_m2}', 'mL/min/{1.73_m2}'],
  ])('%s is %s', (printed, ucum) => {
    expect(normaliseUnit(printed)).toBe(ucum)
  })

  it.each(['', ' ', 'foo', 'cm/mm', 'Normal', '13.0 - 17.0', '10^3/L', '/', 'mg/'])('"%s" is no unit', (printed) => {
    expect(normaliseUnit(printed)).toBeUndefined()
  })

  it('answers in UCUM only, and knows what it answers', () => {
    const codes = [
      ...Object.values(WHOLE_UNITS),
      ...Object.values(NUMERATORS).map((code) => `${code}/L`),
      ...Object.values(DENOMINATORS).map((code) => `mg/${code}`),
      ...Object.values(COUNT_MULTIPLES).map((code) => `${code}/uL`),
    ]
    for (const code of new Set(codes)) expect(isUcumUnit(code), code).toBe(true)
    for (const code of new Set(Object.values(WHOLE_UNITS))) expect(normaliseUnit(code), code).toBe(code)
  })
})

describe('parseNumber', () => {
  it.each([
    ['1,50,000', { value: 150000 }],
    ['1,00,00,000', { value: 10000000 }],
    ['5,100', { value: 5100 }],
    ['10.000', { value: 10, alternative: 10000 }],
    ['0.050', { value: 0.05 }],
    ['12.50', { value: 12.5 }],
    ['१२.५', { value: 12.5 }],
    ['१,५०,०००', { value: 150000 }],
    ['௧௨', { value: 12 }],
    ['<0.01', { value: 0.01, comparator: '<' }],
    ['≤ 5', { value: 5, comparator: '<=' }],
    ['>= 60', { value: 60, comparator: '>=' }],
    ['Less than 0.5', { value: 0.5, comparator: '<' }],
    ['up to 15', { value: 15, comparator: '<=' }],
    ['1.5 lakh', { value: 150000 }],
    ['1.5 लाख', { value: 150000 }],
    ['2 லட்சம்', { value: 200000 }],
    ['−2', { value: -2 }],
    ['.5', { value: 0.5 }],
    ['5.', { value: 5 }],
    ['０.５', { value: 0.5 }],
  ])('%s', (text, expected) => {
    expect(parseNumber(text)).toEqual(expected)
  })

  it.each([
    '',
    '.',
    '-',
    'abc',
    '1-2',
    '7-5',
    '12,34',
    '1,50,00',
    '10³',
    '12 kg',
    '1 000',
    '1/2',
    'NaN',
    'Infinity',
    '1e5',
  ])('"%s" is not one number', (text) => {
    expect(parseNumber(text)).toBeUndefined()
  })
})

describe('convertUnit', () => {
  const glucose = { unit: 'mg/dL', units: [{ ucum: 'mg/dL' }, { ucum: 'mmol/L' }], molarMass: 180.156 }
  const hba1c = { unit: '%', units: [{ ucum: '%' }, { ucum: 'mmol/mol', factor: 0.09148, offset: 2.152 }] }

  it.each([
    [5, 'g/dL', 'g/L', 50],
    [4.5, '10*6/uL', '10*12/L', 4.5],
    [3.5, '10*5/uL', '10*3/uL', 350],
    [8500, '/uL', '10*3/uL', 8.5],
    [5.4, 'u[IU]/mL', 'm[IU]/L', 5.4],
    [36, '[IU]/L', 'U/L', 36],
    [98.6, '[degF]', 'Cel', 37],
    [10, '[lb_av]', 'kg', 4.5359237],
  ])('%d %s in %s', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toBeCloseTo(expected, 6)
  })

  it('goes between mass and amount of substance by the molar mass', () => {
    expect(convertUnit(180.156, 'mg/dL', 'mmol/L', glucose)).toBe(10)
    expect(convertUnit(10, 'mmol/L', 'mg/dL', glucose)).toBe(180.156)
  })

  it('goes by factor and offset where units alone do not tell', () => {
    expect(convertUnit(53, 'mmol/mol', '%', hba1c)).toBeCloseTo(7.0, 2)
    expect(convertUnit(7, '%', 'mmol/mol', hba1c)).toBeCloseTo(53, 0)
  })

  it.each([
    ['mg/dL', 'mmol/L'],
    ['mg/dL', 'U/L'],
    ['%', 'g/dL'],
    ['nonsense', 'g/dL'],
  ])('%s to %s is impossible without a substance', (from, to) => {
    expect(convertUnit(5, from, to)).toBeUndefined()
  })

  it('converts no infinities', () => {
    expect(convertUnit(Number.POSITIVE_INFINITY, 'g/dL', 'g/L')).toBeUndefined()
    expect(convertUnit(Number.NaN, 'g/dL', 'g/dL')).toBeUndefined()
  })

  it('takes U and IU for one unit', () => {
    expect(isSameUnit('m[IU]/L', 'mU/L')).toBe(true)
    expect(isSameUnit('m[IU]/L', 'mg/L')).toBe(false)
  })
})

describe('displayUnit', () => {
  it.each([
    ['10*3/uL', '×10³/µL'],
    ['u[IU]/mL', 'µIU/mL'],
    ['ug/dL', 'µg/dL'],
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
    ['/[HPF]', '/hpf'],
    ['Cel', '°C'],
    ['1', ''],
    ['{INR}', ''],
    ['mg/g{creat}', 'mg/g'],
    ['/uL', '/µL'],
    ['U/L', 'U/L'],
    ['mg/(24.h)', 'mg/24 h'],
    ['meq/L', 'mEq/L'],
  ])('%s reads %s', (ucum, text) => {
    expect(displayUnit(ucum)).toBe(text)
  })
})
