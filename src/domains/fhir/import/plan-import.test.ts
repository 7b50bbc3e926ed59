import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bundle,
  entry,
  HOSPITAL,
  observation,
  patientNamed,
  pressure,
} from '../../../../test/support/fhir/hospital-bundle.ts'
import { Problem } from '../../../platform/errors/problem.ts'
import { openContent } from './open-content.ts'
import { planImport } from './plan-import.ts'

const plan = (content: unknown) =>
  planImport(openContent(typeof content === 'string' ? content : JSON.stringify(content)), {
    language: 'en',
    today: '2026-03-12',
  })
const collection = (...resources: readonly object[]) =>
  bundle('collection', ...resources.map((each) => entry(each as never)))
const condition = (more: object) => ({
  resourceType: 'Condition',
  id: 'c',
  code: { text: 'Asthma' },
  onsetDateTime: '2020-01-02',
  ...more,
})
const statement = (more: object) => ({
  resourceType: 'MedicationStatement',
  id: 's',
  status: 'active',
  medicationCodeableConcept: { text: 'Thyronorm' },
  effectivePeriod: { start: '2026-01-01' },
  ...more,
})
const code = (system: string, value: string) => ({ coding: [{ system, code: value }] })
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status'

describe('an entry', () => {
  it.each<[string, object, string]>([
    [
      'with a modifier extension deep inside',
      condition({ stage: [{ modifierExtension: [{ url: 'urn:x' }] }] }),
      'fhir_modifier',
    ],
    ['with implicit rules', condition({ implicitRules: 'urn:x' }), 'fhir_modifier'],
    ['that is refuted', condition({ verificationStatus: code(VERIFICATION, 'refuted') }), 'fhir_refuted'],
    ['without a name', condition({ code: undefined }), 'required'],
    ['of a kind that is not kept', { resourceType: 'CarePlan', id: '1' }, 'fhir_kind_unknown'],
    ['of a medicine that is not taken', statement({ status: 'not-taken' }), 'fhir_not_taken'],
    ['with a unit of something else', observation('1', '8302-2', 170, 'kg'), 'not_a_choice'],
    ['with a unit that is none', observation('1', '29463-7', 70, 'stones and pounds'), 'not_a_choice'],
    ['without a unit', observation('1', '29463-7', 70, ''), 'required'],
    [
      'with a bound',
      observation('1', '2339-0', 30, 'mg/dL', { valueQuantity: { value: 30, unit: 'mg/dL', comparator: '<' } }),
      'fhir_only_a_bound',
    ],
    [
      'without a value',
      observation('1', '29463-7', 70, 'kg', { valueQuantity: undefined, dataAbsentReason: {} }),
      'fhir_no_value',
    ],
    ['without a time', observation('1', '29463-7', 70, 'kg', { effectiveDateTime: undefined }), 'required'],
    [
      'on a day that no month has',
      observation('1', '29463-7', 70, 'kg', { effectiveDateTime: '2026-02-30' }),
      'required',
    ],
    ['of half a blood pressure', pressure('1', 120, undefined), 'fhir_half_a_pressure'],
    ['of an upper pressure alone', observation('1', '8480-6', 120, 'mm[Hg]'), 'fhir_half_a_pressure'],
    [
      'of a report of nothing',
      { resourceType: 'DiagnosticReport', id: '1', code: { text: 'X' } },
      'fhir_nothing_to_keep',
    ],
    [
      'of a file that is elsewhere',
      { resourceType: 'DocumentReference', id: '1', content: [{ attachment: { url: 'https://x.example/y' } }] },
      'fhir_file_missing',
    ],
  ])('%s is named and left out', (_name, resource, expected) => {
    const { refused, rows, metrics, reports, files } = plan(collection(resource, condition({ id: 'good' })))
    expect(refused).toMatchObject([{ path: 'Bundle.entry[0].resource', errors: [{ code: expected }] }])
    expect([rows.length, metrics.length + reports.length + files.length]).toEqual([1, 0])
  })

  it.each<[string, object]>([
    [
      'no information',
      condition({ code: code('http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', 'no-problem-info') }),
    ],
    ['none known', { resourceType: 'AllergyIntolerance', id: '1', code: code('http://snomed.info/sct', '716186003') }],
    ['an organisation', { resourceType: 'Organization', id: '1', name: 'City Hospital' }],
    [
      'a panel of others',
      {
        resourceType: 'Observation',
        id: '1',
        code: code('http://loinc.org', '85353-1'),
        hasMember: [{ reference: 'Observation/2' }],
      },
    ],
  ])('that says %s adds nothing and is no mistake', (_name, resource) => {
    expect(plan(collection(resource))).toMatchObject({ rows: [], metrics: [], reports: [], refused: [], notes: [] })
  })

  it.each<[string, object, object]>([
    ['grams', observation('1', '29463-7', 64_200, 'g'), { value: '64.2', unit: 'kg' }],
    ['pounds', observation('1', '29463-7', 141.5, '[lb_av]'), { value: '141.5', unit: 'lbs' }],
    ['Fahrenheit', observation('1', '8310-5', 98.6, '[degF]'), { value: '98.6', unit: 'fahrenheit' }],
    ['a pulse of an oximeter', observation('1', '8889-8', 72, '/min'), { metric_type: 'heart_rate', unit: 'bpm' }],
    ['digits of a computation', observation('1', '29463-7', 70.123456789, 'kg'), { value: '70.1235' }],
    [
      'a time without seconds',
      observation('1', '29463-7', 70, 'kg', { effectiveDateTime: '2026-03-11T08:00+05:30' }),
      { measured_at: '2026-03-11T02:30:00.000Z' },
    ],
    [
      'a period',
      observation('1', '29463-7', 70, 'kg', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-11' } }),
      { measured_at: '2026-03-11T00:00:00.000Z' },
    ],
    ['both pressures', pressure('1', 120.4, 79.6), { value: '120/80', unit: 'mmHg' }],
  ])('in %s is a measurement', (_name, resource, expected) => {
    expect(plan(collection(resource)).metrics).toMatchObject([{ fields: expected }])
  })
})

describe('what others leave out or write otherwise', () => {
  it.each<[string, object, object]>([
    [
      'whose list a status is from',
      condition({ clinicalStatus: { coding: [{ code: 'resolved' }] } }),
      { status: 'resolved' },
    ],
    [
      'a severity from another list',
      condition({ severity: code('http://loinc.org', 'LA6751-7'), clinicalStatus: { text: 'active' } }),
      { status: 'active' },
    ],
    ['the end of an illness instead of its status', condition({ abatementDateTime: '2021' }), { status: 'resolved' }],
    [
      'a period of one',
      statement({
        dosage: [
          {
            timing: { repeat: { periodUnit: 'd' } },
            doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet', code: '1' } }],
          },
        ],
      }),
      { dosage: '1 tablet', frequency: '1 × a day' },
    ],
    [
      'a route in words',
      statement({
        dosage: [
          { route: { coding: [{ system: 'http://standardterms.edqm.eu', code: '20053000', display: 'Oral use' }] } },
        ],
      }),
      { route: 'oral' },
    ],
    ['who made the bundle of what kind', condition({}), { name: 'Asthma' }],
  ])('such as %s is understood', (_name, resource, fields) => {
    const { type: _type, ...untyped } = collection(resource)
    expect(plan(untyped).rows).toMatchObject([{ fields }])
  })

  it('such as a telephone as an address is understood', () => {
    const patient = patientNamed('Judge', 'James', { telecom: [{ system: 'phone', value: 'tel:+64 7 853-2279' }] })
    expect(plan(collection(patient)).patient).toMatchObject({ name: 'James Judge', phone: '+6478532279' })
  })

  it('such as a test without its code is known by its name', () => {
    const named = observation('1', '', 6.4, 'mg/dL', { code: { text: 'Serum creatinine' } })
    const [report] = plan(collection(named)).reports
    expect(report?.results).toMatchObject([{ fields: { test: 'Serum creatinine', code: '2160-0', value: '6.4' } }])
  })
})

describe('references', () => {
  const doctor = {
    resourceType: 'Practitioner',
    id: 'd',
    name: [{ prefix: ['Dr.'], given: ['Anand'], family: 'Iyer' }],
  }
  it.each<[string, object]>([
    [
      'full URL',
      bundle('document', entry(doctor, 'urn:uuid:1'), entry(condition({ asserter: { reference: 'urn:uuid:1' } }))),
    ],
    ['type and id', collection(doctor, condition({ asserter: { reference: 'Practitioner/d' } }))],
    ['version', collection(doctor, condition({ asserter: { reference: 'Practitioner/d/_history/2' } }))],
    [
      'address below the same server',
      bundle(
        'searchset',
        entry(doctor, 'https://x.example/fhir/Practitioner/d'),
        entry(condition({ asserter: { reference: 'Practitioner/d' } }), 'https://x.example/fhir/Condition/c'),
      ),
    ],
    ['what the entry holds', collection(condition({ contained: [doctor], asserter: { reference: '#d' } }))],
    ['words', collection(condition({ asserter: { reference: 'Practitioner?identifier=1', display: 'Anand Iyer' } }))],
  ])('by %s lead to the same doctor', (_name, content) => {
    expect(plan(content).rows).toMatchObject([{ fields: { diagnosed_by: 'Anand Iyer' } }])
  })

  it('to another patient keep an entry out, to none they do not', () => {
    const other = patientNamed('Kumar', 'Bala')
    const composition = { resourceType: 'Composition', id: 'k', subject: { reference: 'Patient/p9' } }
    const own = { ...patientNamed('Raman', 'Asha'), id: 'p9' }
    const { patient, rows, refused } = plan(
      collection(
        composition,
        other,
        own,
        condition({ subject: { reference: 'Patient/p1' } }),
        condition({ id: 'c2', subject: { reference: 'Patient/p9' } }),
        condition({ id: 'c3', subject: { reference: 'Patient/none' } }),
      ),
    )
    expect(patient).toMatchObject({ name: 'Asha Raman' })
    expect(rows.map(({ path }) => path)).toEqual(['Bundle.entry[4].resource', 'Bundle.entry[5].resource'])
    expect(refused.map(({ path }) => path)).toEqual(['Bundle.entry[1].resource', 'Bundle.entry[3].resource'])
  })
})

describe('what an entry is known by', () => {
  const keyOf = (resource: object, fullUrl?: string) =>
    plan(bundle('collection', entry(resource as never, fullUrl))).rows[0]?.key
  const identifier = [{ system: 'urn:oid:1.2.3', value: '77' }]

  it('is its identifier before its address, and its address before its id', () => {
    expect(keyOf(condition({ identifier }), 'urn:uuid:1')).toBe(keyOf(condition({ identifier, id: 'z' }), 'urn:uuid:2'))
    expect(keyOf(condition({}), 'urn:uuid:1')).not.toBe(keyOf(condition({}), 'urn:uuid:2'))
    expect(keyOf(condition({}))).toBe(keyOf(condition({ note: [{ text: 'new' }] })))
    expect(keyOf(condition({ id: undefined }))).not.toBe(keyOf(condition({ id: undefined, note: [{ text: 'new' }] })))
  })

  it('tells the values of one order apart, and takes one entry once', () => {
    const hb = observation('1', '718-7', 12, 'g/dL', { identifier })
    const creatinine = observation('2', '2160-0', 1, 'mg/dL', { identifier })
    const [report] = plan(collection(hb, creatinine, hb)).reports
    expect(report?.results.map(({ fields }) => fields.code)).toEqual(['718-7', '2160-0'])
    const keys = [hb, creatinine].map((each) => plan(collection(each)).reports[0]?.results[0]?.key)
    expect(keys[0]).not.toBe(keys[1])
    const first = condition({})
    expect(
      plan(collection(first, first, condition({ code: { text: 'Gout' } }))).rows.map(({ fields }) => fields),
    ).toMatchObject([{ name: 'Asthma' }, { name: 'Gout' }])
  })
})

describe('a medicine', () => {
  it('that came as a statement and its prescription is one', () => {
    const request = {
      resourceType: 'MedicationRequest',
      id: 'r',
      status: 'active',
      medicationCodeableConcept: { text: 'Thyronorm' },
      requester: { display: 'Dr. Rao' },
    }
    const { rows } = plan(collection(request, statement({ basedOn: [{ reference: 'MedicationRequest/r' }] })))
    expect(rows).toMatchObject([
      { type: 'MedicationStatement', fields: { prescribed_by: 'Dr. Rao', start_date: '2026-01-01' } },
    ])
  })

  it.each([
    ['daily', { frequency: 2, period: 1, periodUnit: 'd' }, '2 × a day'],
    ['hourly', { frequency: 1, period: 8, periodUnit: 'h' }, '1 × in 8 hours'],
    ['strange', { frequency: 1, period: 1, periodUnit: 'fortnight' }, 'Not stated'],
  ])('with a %s timing says so in words', (_name, repeat, frequency) => {
    const [row] = plan(collection(statement({ dosage: [{ timing: { repeat } }] }))).rows
    expect(row?.fields).toMatchObject({ frequency, dosage: 'Not stated' })
  })
})

describe('content that anybody might send', () => {
  it.each([
    '',
    '  ',
    'null',
    '1',
    '"text"',
    '[]',
    '{}',
    '{"resourceType":"bundle"}',
    '{"resourceType":1}',
    '{}\n{}',
    '{"a":',
  ])('such as %j is refused as a whole or by its lines', (content) => {
    let found: { readonly refused: readonly unknown[] } | undefined
    try {
      found = plan(content)
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
    }
    expect(found === undefined || found.refused.length > 0).toBe(true)
  })

  it('names the place where it is no JSON, and nothing of it', () => {
    const broken = '{"resourceType": "Bundle",\n "secret": oops}'
    expect(() => openContent(broken)).toThrowError(expect.objectContaining({ values: { where: '2:12' } }))
  })

  /** A bundle with one of its parts replaced by something else. */
  const damaged = fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([at, value]) => {
    let count = 0
    const whole = bundle('collection', ...HOSPITAL.good, ...HOSPITAL.bad)
    const parts = JSON.stringify(whole).split(/[:,[{]/).length
    return JSON.parse(JSON.stringify(whole), (key, each: unknown) =>
      key !== '' && count++ === at % parts ? value : each,
    ) as unknown
  })

  it.each([{ entry: {} }, { entry: 'none' }, { entry: 3 }])('with %j for entries is refused in words', (part) => {
    expect(plan({ resourceType: 'Bundle', type: 'collection', ...part }).refused).toMatchObject([{ path: 'Bundle' }])
  })

  it('however damaged, makes a plan or a problem, never anything else', () => {
    fc.assert(
      fc.property(damaged, (content) => {
        try {
          const { refused, rows } = plan(content)
          // An empty bundle is whole, and nothing is to be said of it.
          const { entry } = content as { entry?: unknown }
          const isEmpty = entry === null || (Array.isArray(entry) && entry.length === 0)
          expect(refused.length + rows.length > 0).toBe(!isEmpty)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
        }
      }),
      { numRuns: 300 },
    )
  })
})
