import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGE_FORMS, type LanguageForm } from '../language-forms.ts'
import { convertUnit, isSameUnit, isUcumUnit } from '../units/index.ts'
import { ANALYTES, analyteByKey, analyteByLoinc, explain, loincCodes, ORGAN_SYSTEMS, referenceRange } from './index.ts'

const quantitative = ANALYTES.filter((analyte) => analyte.scale === 'quantitative')

/** The last digit of a LOINC code checks the others. */
function hasRightCheckDigit(code: string): boolean {
  const [digits = '', check] = code.split('-')
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return Number(check) === (10 - (sum % 10)) % 10
}

const SCRIPTS: Readonly<Record<LanguageForm, RegExp>> = {
  en: /^[^\p{Script=Devanagari}\p{Script=Tamil}]+$/u,
  hi: /^[^\p{Script=Tamil}]+$/u,
  ta: /^[^\p{Script=Devanagari}]+$/u,
  'hi-Latn': /^[^\p{Script=Devanagari}\p{Script=Tamil}]+$/u,
  'ta-Latn': /^[^\p{Script=Devanagari}\p{Script=Tamil}]+$/u,
}
const OWN_SCRIPT: Partial<Record<LanguageForm, RegExp>> = {
  hi: /\p{Script=Devanagari}/u,
  ta: /\p{Script=Tamil}/u,
}

describe('the catalogue', () => {
  it('holds the tests that Indian laboratories do most', () => {
    expect(ANALYTES.length).toBeGreaterThanOrEqual(90)
    expect(new Set(ANALYTES.map((analyte) => analyte.organSystem))).toEqual(new Set(ORGAN_SYSTEMS))
  })

  it('uses every key and every code once', () => {
    const keys = ANALYTES.map((analyte) => analyte.key)
    const codes = ANALYTES.flatMap(loincCodes)
    expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([])
    expect(codes.filter((code, position) => codes.indexOf(code) !== position)).toEqual([])
    for (const code of codes) expect(hasRightCheckDigit(code), code).toBe(true)
  })

  it('finds by key and by code', () => {
    for (const analyte of ANALYTES) {
      expect(analyteByKey(analyte.key)).toBe(analyte)
      for (const code of loincCodes(analyte)) expect(analyteByLoinc(code)).toBe(analyte)
    }
    expect(analyteByKey('nothing')).toBeUndefined()
    expect(analyteByLoinc('1-8')).toBeUndefined()
  })

  it.each(ANALYTES.map((analyte) => [analyte.key, analyte] as const))(
    '%s: units are UCUM and convert',
    (_, analyte) => {
      expect(analyte.units.some(({ ucum }) => ucum === analyte.unit)).toBe(true)
      for (const { ucum } of analyte.units) {
        expect(isUcumUnit(ucum), ucum).toBe(true)
        if (analyte.scale !== 'quantitative') continue
        const canonical = convertUnit(10, ucum, analyte.unit, analyte)
        expect(canonical, ucum).toBeDefined()
        expect(convertUnit(canonical ?? 0, analyte.unit, ucum, analyte), ucum).toBeCloseTo(10, 6)
      }
    },
  )

  it.each(quantitative.map((analyte) => [analyte.key, analyte] as const))('%s: limits are in order', (_, analyte) => {
    const { possible, critical } = analyte
    expect(possible, 'has humanly possible limits').toBeDefined()
    if (!possible) return
    expect(possible.low).toBeLessThan(possible.high)
    for (const range of analyte.ranges) {
      expect(range.source.length).toBeGreaterThan(10)
      expect(range.low !== undefined || range.high !== undefined).toBe(true)
      const [low, high] = [range.low, range.high].map((bound) =>
        bound === undefined ? undefined : convertUnit(bound, range.unit, analyte.unit, analyte),
      )
      if (low !== undefined && high !== undefined) expect(low).toBeLessThan(high)
      for (const bound of [low, high]) {
        if (bound === undefined) continue
        expect(bound).toBeGreaterThanOrEqual(possible.low)
        expect(bound).toBeLessThanOrEqual(possible.high)
      }
      if (critical?.low !== undefined && low !== undefined) expect(critical.low).toBeLessThanOrEqual(low)
      if (critical?.high !== undefined && high !== undefined) expect(critical.high).toBeGreaterThanOrEqual(high)
    }
    if (critical) {
      expect(critical.source.length).toBeGreaterThan(10)
      if (critical.low !== undefined) expect(critical.low).toBeGreaterThan(possible.low)
      if (critical.high !== undefined) expect(critical.high).toBeLessThan(possible.high)
    }
  })

  it.each(ANALYTES.map((analyte) => [analyte.key, analyte] as const))(
    '%s: says everything in five forms',
    (_, analyte) => {
      const { measures, low, high, abnormal } = analyte.meaning
      for (const text of [analyte.names, measures, low, high, abnormal]) {
        if (text === undefined) continue
        expect(Object.keys(text).sort()).toEqual([...LANGUAGE_FORMS].sort())
        for (const form of LANGUAGE_FORMS) {
          expect(text[form].trim()).not.toBe('')
          expect(text[form]).toMatch(SCRIPTS[form])
        }
      }
      for (const form of ['hi', 'ta'] as const) {
        for (const text of [measures, low, high, abnormal])
          if (text) expect(text[form]).toMatch(OWN_SCRIPT[form] ?? /./)
      }
      expect(
        analyte.scale === 'quantitative' || analyte.meaning.abnormal !== undefined || analyte.scale === 'nominal',
      ).toBe(true)
      expect(analyte.synonyms.length).toBeGreaterThan(0)
    },
  )

  it('explains what it can flag', () => {
    for (const analyte of quantitative) {
      for (const range of analyte.ranges) {
        if (range.high !== undefined) expect(analyte.meaning.high, `${analyte.key} high`).toBeDefined()
        if (range.low !== undefined) expect(analyte.meaning.low, `${analyte.key} low`).toBeDefined()
      }
    }
  })

  it('says the source of units by factor only where the factor is not one of scale', () => {
    for (const analyte of ANALYTES) {
      for (const { ucum, factor } of analyte.units) {
        if (factor !== undefined)
          expect(isSameUnit(ucum, analyte.unit) && factor !== 1, `${analyte.key} ${ucum}`).toBe(false)
      }
    }
  })
})

describe('referenceRange', () => {
  it.each([
    ['haemoglobin', { sex: 'male' }, 13, 17],
    ['haemoglobin', { sex: 'female' }, 12, 15],
    ['haemoglobin', { sex: 'female', pregnant: true }, 11, 15],
    ['haemoglobin', {}, 12, 17],
    ['cholesterol_hdl', { sex: 'female' }, 50, undefined],
    ['cholesterol_hdl', {}, 40, undefined],
    ['tsh', {}, 0.45, 4.12],
    ['tsh', { pregnant: true }, 0.1, 4],
    ['glucose_fasting', {}, 70, 99],
    ['glucose_fasting', { pregnant: true }, 70, 91],
    ['creatinine', { sex: 'male' }, 0.7, 1.3],
  ] as const)('%s %o', (key, person, low, high) => {
    const analyte = analyteByKey(key)
    const range = analyte && referenceRange(analyte, person)
    expect([range?.low, range?.high]).toEqual([low, high])
  })

  it('holds none for tests without agreed limits', () => {
    const analyte = analyteByKey('estradiol')
    expect(analyte && referenceRange(analyte, { sex: 'female' })).toBeUndefined()
  })
})

describe('explain', () => {
  const haemoglobin = analyteByKey('haemoglobin')

  it.each(LANGUAGE_FORMS)('differs by flag in %s', (form) => {
    expect(haemoglobin).toBeDefined()
    if (!haemoglobin) return
    const texts = (['low', 'normal', 'high', 'critical_low', 'unknown'] as const).map((flag) =>
      explain(haemoglobin, flag, form),
    )
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text.startsWith(haemoglobin.meaning.measures[form])).toBe(true)
  })

  it('explains results in words', () => {
    const nitrite = analyteByKey('urine_nitrite')
    expect(nitrite && explain(nitrite, 'abnormal', 'en')).toContain('infection')
  })
})

const NLM = '../shared/data/reference/nlm_flowsheet_loinc_ranges_ucum.json'
const ALIASES = '../shared/data/reference/india_test_name_aliases.json'
const noReference = !existsSync(NLM) || !existsSync(ALIASES)

describe.skipIf(noReference)(`LOINC names (needs ${NLM} and ${ALIASES})`, () => {
  it('agree with the sample and the kind of result', () => {
    const names = new Map<string, string>()
    for (const file of [NLM, ALIASES]) {
      const rows: { loinc: string; name?: string }[] = JSON.parse(readFileSync(file, 'utf8'))
      for (const { loinc, name } of rows) if (name !== undefined) names.set(loinc, name)
    }
    const checked = ANALYTES.flatMap((analyte) =>
      loincCodes(analyte).flatMap((code) => {
        const name = names.get(code)
        return name === undefined ? [] : [{ analyte, code, name }]
      }),
    )
    expect(checked.length).toBeGreaterThan(150)
    for (const { analyte, code, name } of checked) {
      const says = `${analyte.key} ${code} ${name}`
      if (/ in Urine/.test(name)) expect(analyte.specimen, says).toBe('urine')
      if (/ in (?:Serum|Blood)/.test(name)) expect(analyte.specimen, says).toBe('blood')
      if (/\[Presence\]/.test(name)) expect(analyte.scale, says).toBe('ordinal')
    }
  })
})
