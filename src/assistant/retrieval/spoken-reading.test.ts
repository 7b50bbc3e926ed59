import { expect, test } from 'vitest'
import { findConcepts } from '../../clinical/concepts/index.ts'
import { readSpokenReading } from './spoken-reading.ts'

const read = (text: string) => readSpokenReading(text, findConcepts(text))

test.each([
  ['my BP is 140/90', { type: 'blood_pressure', value: '140/90', systolic: 140, diastolic: 90, unit: 'mmHg' }],
  ['bp 140 by 90', { type: 'blood_pressure', value: '140/90' }],
  ['मेरा बीपी १४०/९० है', { type: 'blood_pressure', value: '140/90' }],
  ['sugar 180 fasting', { type: 'blood_glucose', value: '180', unit: 'mg/dL', meal: 'fasting' }],
  ['சர்க்கரை 180 சாப்பிட்ட பிறகு', { type: 'blood_glucose', value: '180', meal: 'after_meal' }],
  ['blood sugar 7.2', { type: 'blood_glucose', value: '7.2', unit: 'mmol/L' }],
  ['weight 72.5 kg', { type: 'weight', value: '72.5', unit: 'kg', unitSaid: true }],
  ['मेरा वज़न 72 किलो है', { type: 'weight', value: '72', unit: 'kg' }],
  ['temperature 101', { type: 'temperature', value: '101', unit: 'fahrenheit' }],
  ['temp 38.5', { type: 'temperature', value: '38.5', unit: 'celsius' }],
  ['spo2 97', { type: 'oxygen_saturation', value: '97', unit: '%' }],
  ['pulse 88 bpm', { type: 'heart_rate', value: '88', unit: 'bpm' }],
  ['HbA1c 7.1', { type: 'hba1c', value: '7.1', unit: '%' }],
])('%s', (text, expected) => {
  expect(read(text)).toMatchObject({ ...expected, possible: true })
})

test.each(['bp 90/140', 'weight 7200 kg', 'spo2 140'])('%s is nothing that a person can have', (text) => {
  expect(read(text)?.possible ?? false).toBe(false)
})

test.each(['report of 12/03/2026', 'take 2 tablets at 8', 'what is my HbA1c', 'HbA1c', 'call 112'])(
  '%s states no reading',
  (text) => {
    expect(read(text)).toBeUndefined()
  },
)
