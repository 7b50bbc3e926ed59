import { describe, expect, it } from 'vitest'
import {
  breathingUrgency,
  convertMetric,
  healthyRange,
  isPossibleReading,
  METRIC_TYPES,
  METRICS,
  metricStatus,
  metricUnit,
  type ReadingContext,
  readingUrgency,
} from './index.ts'

const bp = (systolic: number, diastolic: number) => ({ systolic, diastolic })
const of = (value: number) => ({ value })

describe('metric units', () => {
  it.each([
    ['weight', 'KGS', 'kg'],
    ['weight', 'lb', 'lbs'],
    ['height', 'feet', 'ft'],
    ['temperature', '°F', 'fahrenheit'],
    ['temperature', 'C', 'celsius'],
    ['temperature', '[degF]', 'fahrenheit'],
    ['blood_glucose', 'mg%', 'mg/dL'],
    ['blood_glucose', 'mmol', 'mmol/L'],
    ['blood_pressure', 'mm Hg', 'mmHg'],
    ['heart_rate', '/min', 'bpm'],
    ['oxygen_saturation', '%', '%'],
    ['hba1c', 'mmol/mol', 'mmol/mol'],
    ['bmi', 'kg/m²', 'kg/m2'],
  ] as const)('%s in "%s" is %s', (type, written, name) => {
    expect(metricUnit(type, written)?.name).toBe(name)
  })

  it.each([
    ['weight', 'mg/dL'],
    ['blood_glucose', 'kg'],
    ['temperature', 'kelvin'],
    ['blood_pressure', ''],
  ] as const)('%s has no unit "%s"', (type, written) => {
    expect(metricUnit(type, written)).toBeUndefined()
  })

  it.each([
    ['weight', 70, 'kg', 'lbs', 154.324],
    ['weight', 150, 'lbs', 'kg', 68.039],
    ['height', 5.5, 'ft', 'cm', 167.64],
    ['height', 180, 'cm', 'ft', 5.9055],
    ['temperature', 98.6, 'fahrenheit', 'celsius', 37],
    ['temperature', 40, 'celsius', 'fahrenheit', 104],
    ['blood_glucose', 180, 'mg/dL', 'mmol/L', 9.991],
    ['blood_glucose', 5.5, 'mmol/L', 'mg/dL', 99.086],
    ['cholesterol', 200, 'mg/dL', 'mmol/L', 5.173],
    ['hba1c', 53, 'mmol/mol', '%', 7.0],
    ['hba1c', 6.5, '%', 'mmol/mol', 47.53],
  ] as const)('%s: %d %s in %s', (type, value, from, to, expected) => {
    expect(convertMetric(type, value, from, to)).toBeCloseTo(expected, 2)
  })

  it('holds every metric type, with ordered limits', () => {
    expect(Object.keys(METRICS).sort()).toEqual([...METRIC_TYPES].sort())
    for (const { possible, units } of Object.values(METRICS)) {
      expect(possible.low).toBeLessThan(possible.high)
      expect(units[0].name.length).toBeLessThanOrEqual(20)
    }
  })

  it.each([
    ['blood_pressure', bp(120, 80), 'mmHg', true],
    ['blood_pressure', bp(80, 120), 'mmHg', false],
    ['blood_pressure', bp(1200, 80), 'mmHg', false],
    ['temperature', of(98.6), 'celsius', false],
    ['temperature', of(98.6), 'fahrenheit', true],
    ['oxygen_saturation', of(101), '%', false],
    ['weight', of(70), 'stones', false],
  ] as const)('%s %o %s possible: %s', (type, reading, unit, expected) => {
    expect(isPossibleReading(type, reading, unit)).toBe(expected)
  })
})

describe('metricStatus', () => {
  const cases: [
    Parameters<typeof metricStatus>[0],
    Parameters<typeof metricStatus>[1],
    string,
    ReadingContext,
    string | undefined,
  ][] = [
    ['blood_pressure', bp(118, 76), 'mmHg', {}, 'normal'],
    ['blood_pressure', bp(120, 80), 'mmHg', {}, 'normal'],
    ['blood_pressure', bp(130, 80), 'mmHg', {}, 'elevated'],
    ['blood_pressure', bp(120, 86), 'mmHg', {}, 'elevated'],
    ['blood_pressure', bp(140, 80), 'mmHg', {}, 'high'],
    ['blood_pressure', bp(120, 90), 'mmHg', {}, 'high'],
    ['blood_pressure', bp(88, 70), 'mmHg', {}, 'low'],
    ['blood_pressure', bp(100, 58), 'mmHg', {}, 'low'],
    ['blood_pressure', bp(145, 55), 'mmHg', {}, 'high'],
    ['blood_pressure', bp(130, 78), 'mmHg', { ageYears: 15 }, 'high'],
    ['blood_pressure', bp(122, 78), 'mmHg', { ageYears: 15 }, 'elevated'],
    ['blood_pressure', bp(110, 70), 'mmHg', { ageYears: 7 }, undefined],
    ['blood_glucose', of(95), 'mg/dL', { meal: 'fasting' }, 'normal'],
    ['blood_glucose', of(100), 'mg/dL', { meal: 'fasting' }, 'elevated'],
    ['blood_glucose', of(126), 'mg/dL', { meal: 'fasting' }, 'high'],
    ['blood_glucose', of(7), 'mmol/L', { meal: 'fasting' }, 'high'],
    ['blood_glucose', of(139), 'mg/dL', { meal: 'after_meal' }, 'normal'],
    ['blood_glucose', of(139), 'mg/dL', {}, 'normal'],
    ['blood_glucose', of(150), 'mg/dL', {}, 'elevated'],
    ['blood_glucose', of(200), 'mg/dL', {}, 'high'],
    ['blood_glucose', of(69), 'mg/dL', {}, 'low'],
    ['blood_glucose', of(95), 'mg/dL', { meal: 'fasting', pregnant: true }, 'high'],
    ['blood_glucose', of(125), 'mg/dL', { meal: 'fasting', diabetes: true }, 'stable'],
    ['blood_glucose', of(170), 'mg/dL', { meal: 'fasting', diabetes: true }, 'fair'],
    ['hba1c', of(5.6), '%', {}, 'normal'],
    ['hba1c', of(5.7), '%', {}, 'elevated'],
    ['hba1c', of(6.5), '%', {}, 'high'],
    ['hba1c', of(6.8), '%', { diabetes: true }, 'stable'],
    ['hba1c', of(48), 'mmol/mol', {}, 'high'],
    ['bmi', of(22.9), 'kg/m2', {}, 'normal'],
    ['bmi', of(23), 'kg/m2', {}, 'elevated'],
    ['bmi', of(25), 'kg/m2', {}, 'high'],
    ['bmi', of(18.4), 'kg/m2', {}, 'low'],
    ['bmi', of(18.4), 'kg/m2', { ageYears: 9 }, undefined],
    ['weight', of(80), 'kg', {}, undefined],
    ['weight', of(80), 'kg', { heightCm: 170 }, 'high'],
    ['weight', of(130), 'lbs', { heightCm: 170 }, 'normal'],
    ['height', of(170), 'cm', {}, undefined],
    ['heart_rate', of(72), 'bpm', {}, 'normal'],
    ['heart_rate', of(100), 'bpm', {}, 'normal'],
    ['heart_rate', of(101), 'bpm', {}, 'high'],
    ['heart_rate', of(55), 'bpm', {}, 'low'],
    ['heart_rate', of(130), 'bpm', { ageYears: 0.5 }, 'normal'],
    ['heart_rate', of(130), 'bpm', { ageYears: 30 }, 'high'],
    ['temperature', of(36.8), 'celsius', {}, 'normal'],
    ['temperature', of(98.6), 'fahrenheit', {}, 'normal'],
    ['temperature', of(37.6), 'celsius', {}, 'elevated'],
    ['temperature', of(101), 'fahrenheit', {}, 'high'],
    ['temperature', of(34.5), 'celsius', {}, 'low'],
    ['oxygen_saturation', of(98), '%', {}, 'normal'],
    ['oxygen_saturation', of(94), '%', {}, 'fair'],
    ['oxygen_saturation', of(90), '%', {}, 'low'],
    ['cholesterol', of(199), 'mg/dL', {}, 'normal'],
    ['cholesterol', of(220), 'mg/dL', {}, 'elevated'],
    ['cholesterol', of(6.5), 'mmol/L', {}, 'high'],
    ['blood_glucose', of(100), 'kg', {}, undefined],
    ['blood_glucose', bp(120, 80), 'mg/dL', {}, undefined],
  ]
  it.each(cases)('%s %o %s %o: %s', (type, reading, unit, context, expected) => {
    const result = metricStatus(type, reading, unit, context)
    expect(result?.status).toBe(expected)
    if (result) expect(result.source).not.toBe('')
  })
})

describe('healthyRange', () => {
  it.each([
    ['the upper number of a blood pressure', 'blood_pressure', {}, 'systolic', [90, 129]],
    ['the lower number of a blood pressure', 'blood_pressure', {}, 'diastolic', [60, 84]],
    ['sugar', 'blood_glucose', {}, 'systolic', [70, 139]],
    ['sugar with diabetes, before food', 'blood_glucose', { diabetes: true, meal: 'fasting' }, 'systolic', [70, 130]],
    ['HbA1c', 'hba1c', {}, 'systolic', [4, 5.6]],
    ['HbA1c with diabetes', 'hba1c', { diabetes: true }, 'systolic', [4, 6.9]],
    ['a weight of a person 160 cm tall', 'weight', { heightCm: 160 }, 'systolic', [47.4, 58.8]],
    ['oxygen, of which there cannot be too much', 'oxygen_saturation', {}, 'systolic', [95, undefined]],
    ['cholesterol, of which there cannot be too little', 'cholesterol', {}, 'systolic', [undefined, 199]],
  ] as const)('of %s', (_name, type, context, part, expected) => {
    const found = healthyRange(type, context, part)
    expect([found?.low, found?.high]).toEqual(expected)
    expect(found?.source).not.toBe('')
  })

  it.each([
    ['a height', 'height', {}],
    ['a weight without a height', 'weight', {}],
    ['the blood pressure of a child', 'blood_pressure', { ageYears: 8 }],
  ] as const)('is unknown of %s', (_name, type, context) => {
    expect(healthyRange(type, context)).toBeUndefined()
  })
})

describe('readingUrgency', () => {
  const cases: [
    Parameters<typeof readingUrgency>[0],
    Parameters<typeof readingUrgency>[1],
    string,
    ReadingContext,
    string | undefined,
  ][] = [
    ['blood_pressure', bp(190, 125), 'mmHg', {}, 'emergency'],
    ['blood_pressure', bp(180, 95), 'mmHg', {}, 'emergency'],
    ['blood_pressure', bp(150, 120), 'mmHg', {}, 'emergency'],
    ['blood_pressure', bp(150, 112), 'mmHg', {}, 'urgent'],
    ['blood_pressure', bp(150, 95), 'mmHg', {}, undefined],
    ['blood_pressure', bp(150, 95), 'mmHg', { pregnant: true }, 'urgent'],
    ['blood_pressure', bp(162, 95), 'mmHg', { pregnant: true }, 'emergency'],
    ['blood_pressure', bp(86, 54), 'mmHg', {}, 'urgent'],
    ['blood_pressure', bp(78, 40), 'mmHg', {}, 'emergency'],
    ['blood_pressure', { systolic: 78 }, 'mmHg', {}, 'emergency'],
    ['blood_pressure', { systolic: 185 }, 'mmHg', {}, 'emergency'],
    ['blood_pressure', bp(85, 55), 'mmHg', { ageYears: 4 }, undefined],
    ['blood_pressure', bp(1900, 125), 'mmHg', {}, undefined],
    ['blood_glucose', of(40), 'mg/dL', {}, 'emergency'],
    ['blood_glucose', of(2.5), 'mmol/L', {}, 'emergency'],
    ['blood_glucose', of(60), 'mg/dL', {}, 'urgent'],
    ['blood_glucose', of(301), 'mg/dL', {}, 'urgent'],
    ['blood_glucose', of(320), 'mg/dL', { pregnant: true }, 'emergency'],
    ['blood_glucose', of(620), 'mg/dL', {}, 'emergency'],
    ['blood_glucose', of(250), 'mg/dL', {}, undefined],
    ['oxygen_saturation', of(85), '%', {}, 'emergency'],
    ['oxygen_saturation', of(91), '%', {}, 'emergency'],
    ['oxygen_saturation', of(93), '%', {}, 'urgent'],
    ['oxygen_saturation', of(96), '%', {}, undefined],
    ['heart_rate', of(138), 'bpm', {}, 'urgent'],
    ['heart_rate', of(38), 'bpm', {}, 'urgent'],
    ['heart_rate', of(140), 'bpm', { ageYears: 0.5 }, undefined],
    ['heart_rate', of(55), 'bpm', { ageYears: 3 }, 'emergency'],
    ['heart_rate', of(190), 'bpm', { ageYears: 5 }, 'emergency'],
    ['temperature', of(38.2), 'celsius', { ageYears: 0.1 }, 'emergency'],
    ['temperature', of(38.2), 'celsius', { ageYears: 30 }, undefined],
    ['temperature', of(103), 'fahrenheit', {}, 'urgent'],
    ['temperature', of(106), 'fahrenheit', {}, 'emergency'],
    ['temperature', of(34), 'celsius', {}, 'emergency'],
    ['hba1c', of(14), '%', {}, undefined],
    ['weight', of(70), 'kg', {}, undefined],
  ]
  it.each(cases)('%s %o %s %o: %s', (type, reading, unit, person, expected) => {
    const result = readingUrgency(type, reading, unit, person)
    expect(result?.urgency).toBe(expected)
    if (result) expect(result.source).not.toBe('')
  })

  it.each([
    [36, {}, 'emergency'],
    [26, {}, 'urgent'],
    [16, {}, undefined],
    [7, {}, 'emergency'],
    [36, { ageYears: 2 }, undefined],
  ] as const)('%d breaths a minute %o: %s', (perMinute, person, expected) => {
    expect(breathingUrgency(perMinute, person)?.urgency).toBe(expected)
  })
})
