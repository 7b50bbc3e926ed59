import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FULL_RECORD } from '../../../../test/support/fhir/sample-record.ts'
import { METRICS, type MetricType } from '../../../clinical/vitals/index.ts'
import { type JsonObject, textAt } from '../json.ts'
import type { ReadResource } from '../read-outcome.ts'
import { type AllergyRow, allergyFromFhir, allergyToFhir } from './allergy.ts'
import { type ConditionRow, conditionFromFhir, conditionToFhir } from './condition.ts'
import { type ResultRow, resultToFhir } from './laboratory-report.ts'
import { type MedicationRow, medicationToFhir } from './medication.ts'
import { type MetricRow, metricToFhir } from './observation.ts'
import { medicationFromFhir } from './read-medication.ts'
import { laboratoryValueFromFhir, metricFromFhir, observationKind } from './read-observation.ts'

const PATIENT = 'urn:uuid:0198f3a2-6f0e-7c11-9d52-000000000001'
const context = {
  fallbackDay: '2026-03-12',
  notStated: 'Not stated',
  timesIn: () => undefined,
  nameOf: (reference: unknown) => textAt(reference, 'display'),
}

/** Text as the record keeps it: trimmed, and of one line or more. */
const text = (maxLength = 40) =>
  fc
    .string({ unit: fc.constantFrom(...'aZ 9,.;-<&"\'\n(அकि😀µ'), minLength: 1, maxLength })
    .map((each) => each.trim())
    .filter((each) => each !== '')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10))
const id = fc.uuid()

const sent = (resource: object) => JSON.parse(JSON.stringify(resource)) as JsonObject
function fieldsOf<Fields extends object>(read: ReadResource<Fields>): Fields {
  if ('refused' in read) throw new Error(JSON.stringify(read.refused))
  return read.fields
}

describe('a row that is sent and read again', () => {
  it('is the same condition', () => {
    const row: fc.Arbitrary<ConditionRow> = fc.record({
      id,
      name: text(),
      icd_code: maybe(fc.constantFrom('E11.9', 'I10')),
      diagnosed_date: day,
      status: fc.constantFrom('managed', 'controlled', 'active', 'resolved'),
      severity: fc.constantFrom('mild', 'moderate', 'severe'),
      notes: maybe(text(200)),
      diagnosed_by: maybe(text()),
    })
    fc.assert(
      fc.property(row, ({ id: rowId, ...fields }) => {
        const read = conditionFromFhir(sent(conditionToFhir({ id: rowId, ...fields }, PATIENT)), context)
        expect(fieldsOf(read)).toEqual(fields)
        expect(read).toMatchObject({ assumed: [] })
      }),
    )
  })

  it('is the same allergy', () => {
    const row: fc.Arbitrary<AllergyRow> = fc.record({
      id,
      substance: text(),
      reaction: maybe(text(200)),
      severity: maybe(fc.constantFrom('mild', 'moderate', 'severe', 'life_threatening')),
      noted_date: maybe(day),
      status: fc.constantFrom('active', 'inactive', 'resolved'),
    })
    fc.assert(
      fc.property(row, ({ id: rowId, ...fields }) => {
        expect(fieldsOf(allergyFromFhir(sent(allergyToFhir({ id: rowId, ...fields }, PATIENT))))).toEqual(fields)
      }),
    )
  })

  it('is the same medicine', () => {
    const row: fc.Arbitrary<MedicationRow> = fc.record({
      id,
      medication_name: text(),
      generic_name: maybe(text()),
      brand_name: maybe(text()),
      dosage: fc.oneof(text(), fc.constantFrom('500 mg', '1 tablet', '1-0-1', '5 mL', '2 puffs, twice')),
      dosage_form: maybe(fc.constantFrom('tablet', 'capsule', 'liquid', 'injection', 'inhaler', 'patch', 'other')),
      strength: maybe(text()),
      frequency: text(),
      route: maybe(fc.constantFrom('oral', 'injection', 'topical', 'inhalation', 'other')),
      prescribed_by: text(),
      pharmacy: maybe(text()),
      prescription_number: maybe(text()),
      start_date: fc.constant('2026-01-15'),
      end_date: maybe(fc.constant('2026-02-15')),
      refills_remaining: maybe(fc.integer({ min: 0, max: 999 })),
      instructions: maybe(text(200)),
      side_effects: maybe(text(200)),
      status: fc.constantFrom('active', 'discontinued', 'completed'),
    })
    fc.assert(
      fc.property(row, ({ id: rowId, ...fields }) => {
        const resource = sent(medicationToFhir({ id: rowId, ...fields }, PATIENT))
        const [product, prescription] = resource['contained'] as [JsonObject, JsonObject]
        expect(fieldsOf(medicationFromFhir(resource, { product, prescription }, context))).toEqual(fields)
      }),
    )
  })

  const [template] = FULL_RECORD.metrics as readonly [MetricRow]
  it.each(Object.keys(METRICS) as MetricType[])('is the same %s', (type) => {
    const reading = fc.record({
      unit: fc.constantFrom(...METRICS[type].units.map(({ name }) => name)),
      value: fc.double({ min: 1, max: 900, noNaN: true }).map((each) => Number(each.toFixed(2))),
      diastolic: fc.integer({ min: 40, max: 100 }),
      notes: maybe(text(200)),
      device_used: maybe(text()),
      location: maybe(text()),
      measured_at: fc.date({ min: new Date('2000-01-01'), max: new Date('2026-03-01'), noInvalidDate: true }),
    })
    fc.assert(
      fc.property(reading, ({ unit, value, diastolic, measured_at, ...rest }) => {
        const pair =
          type === 'blood_pressure' ? { systolic: diastolic + 40, diastolic } : { systolic: null, diastolic: null }
        const said = type === 'blood_pressure' ? `${diastolic + 40}/${diastolic}` : String(value)
        const row: MetricRow = { ...template, ...rest, ...pair, metric_type: type, unit, value: said, measured_at }
        const resource = sent(metricToFhir(row, PATIENT))
        expect(observationKind(resource)).toBe('metric')
        const fields = fieldsOf(metricFromFhir(resource))
        expect(fields).toMatchObject({ ...rest, metric_type: type, measured_at: measured_at.toISOString() })
        expect(fields).toMatchObject({ unit, value: said })
      }),
    )
  })

  it('is the same laboratory value', () => {
    const row: fc.Arbitrary<ResultRow> = fc.record({
      id,
      document_id: id,
      test: text(),
      code: maybe(fc.constantFrom('718-7', '2160-0')),
      value: fc.oneof(
        fc.double({ min: 0, max: 9000, noNaN: true }).map((each) => String(Number(each.toFixed(3)))),
        fc.constantFrom('Pale yellow', 'Negative', '<0.5'),
      ),
      unit: fc.constantFrom('g/dL', '10*3/uL', null),
      reference_low: maybe(fc.integer({ min: 0, max: 50 })),
      reference_high: maybe(fc.integer({ min: 51, max: 99 })),
      reference_text: maybe(text()),
      flag: fc.constantFrom('low', 'high', 'normal', 'critical_low', 'critical_high', 'abnormal'),
      observed_at: fc.constant(new Date('2026-03-10T00:00:00Z')),
      metric_id: fc.constant(null),
    })
    fc.assert(
      fc.property(row, (result) => {
        const resource = sent(resultToFhir(result, { patient: PATIENT, performer: PATIENT }))
        const { test, code, value, reference_low, reference_high, reference_text, flag } = result
        // A unit means something only beside a number.
        const unit = /^[<\d]/.test(value) ? result.unit : null
        expect(fieldsOf(laboratoryValueFromFhir(resource))).toMatchObject({
          test,
          code,
          value,
          unit,
          reference_low,
          reference_high,
          reference_text,
          flag,
          observed_at: '2026-03-10T00:00:00.000Z',
        })
      }),
    )
  })
})
