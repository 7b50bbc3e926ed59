const LOINC = 'http://loinc.org'
const UCUM = 'http://unitsofmeasure.org'

type Members = Readonly<Record<string, unknown>>

export const entry = (resource: Members, fullUrl?: string) => ({ ...(fullUrl !== undefined && { fullUrl }), resource })

export const patientNamed = (family: string, given: string, more: Members = {}) => ({
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family, given: [given] }],
  ...more,
})

export const observation = (id: string, code: string, value: number, unit: string, more: Members = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { coding: [{ system: LOINC, code, display: code }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-03-11T08:00:00+05:30',
  valueQuantity: { value, unit, system: UCUM, code: unit },
  ...more,
})

const part = (code: string, value: number) => ({
  code: { coding: [{ system: LOINC, code }] },
  valueQuantity: { value, unit: 'mmHg', system: UCUM, code: 'mm[Hg]' },
})

export const pressure = (id: string, upper: number, lower: number | undefined, more: Members = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { coding: [{ system: LOINC, code: '85354-9' }] },
  effectiveDateTime: '2026-03-11T08:05:00+05:30',
  component: [part('8480-6', upper), ...(lower === undefined ? [] : [part('8462-4', lower)])],
  ...more,
})

export const bundle = (type: string, ...entries: readonly object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: entries,
})

/** What a hospital's system might send: its own identifiers, references of every kind, and mistakes. */
export const HOSPITAL = {
  good: [
    entry(
      patientNamed('Raman', 'Asha', {
        gender: 'female',
        birthDate: '1958-07-21',
        telecom: [{ system: 'phone', value: '+91 98400 12345' }],
      }),
      'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001',
    ),
    entry(
      { resourceType: 'Practitioner', id: 'd1', name: [{ text: 'Dr. Anand Iyer' }] },
      'https://his.example/fhir/Practitioner/d1',
    ),
    entry(
      {
        resourceType: 'Condition',
        id: 'c1',
        unheardOf: { nested: true },
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
        code: {
          coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9', display: 'Type 2 diabetes mellitus' }],
        },
        subject: { reference: 'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001' },
        asserter: { reference: 'Practitioner/d1' },
        onsetDateTime: '2019-04',
      },
      'https://his.example/fhir/Condition/c1',
    ),
    entry({
      resourceType: 'AllergyIntolerance',
      id: 'a1',
      code: { text: 'Sulfa drugs' },
      criticality: 'high',
      patient: { reference: 'Patient/p1' },
      reaction: [{ manifestation: [{ text: 'Hives' }], severity: 'moderate' }],
    }),
    entry({
      resourceType: 'Medication',
      id: 'm1',
      code: { text: 'Metformin 500 MG Oral Tablet' },
      form: { text: 'Tablet' },
    }),
    entry({
      resourceType: 'MedicationRequest',
      id: 'r1',
      status: 'active',
      intent: 'order',
      medicationReference: { reference: 'Medication/m1' },
      subject: { reference: 'Patient/p1' },
      authoredOn: '2026-01-05T10:00:00+05:30',
      requester: { reference: 'https://his.example/fhir/Practitioner/d1' },
      dosageInstruction: [
        {
          timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 500, unit: 'mg' } }],
        },
      ],
    }),
    entry(pressure('bp1', 151, 96)),
    entry(observation('w1', '29463-7', 64_200, 'g')),
    entry(observation('h1', '8302-2', 1.58, 'm')),
    entry(observation('g1', '1558-6', 7.1, 'mmol/L')),
    entry(observation('hb1', '718-7', 11.2, 'g/dL', { referenceRange: [{ low: { value: 12 }, high: { value: 15 } }] })),
    entry({
      resourceType: 'DiagnosticReport',
      id: 'dr1',
      status: 'final',
      code: { text: 'Kidney function' },
      subject: { reference: 'Patient/p1' },
      effectiveDateTime: '2026-03-09',
      performer: [{ display: 'City Diagnostics' }],
      contained: [
        { ...observation('1', '2160-0', 1.1, 'mg/dL'), id: 'creatinine', effectiveDateTime: '2026-03-09' },
        { ...observation('2', '4548-4', 7.4, '%'), id: 'hba1c', effectiveDateTime: '2026-03-09' },
      ],
      result: [{ reference: '#creatinine' }, { reference: '#hba1c' }],
    }),
  ],
  bad: [
    entry(observation('x1', '29463-7', 64, 'mmHg')),
    entry(observation('x2', '8867-4', 72, '/min', { effectiveDateTime: '2099-01-01T00:00:00Z' })),
    entry(observation('x3', '72166-2', 1, '1')),
    entry(observation('x4', '8867-4', 72, '/min', { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] })),
    entry(pressure('x5', 120, undefined)),
    entry(observation('x6', '8310-5', 370, 'Cel')),
    entry({ resourceType: 'Procedure', id: 'x7', status: 'completed' }),
    entry({ ...patientNamed('Kumar', 'Bala'), id: 'p2' }),
    entry(observation('x8', '8867-4', 80, '/min', { subject: { reference: 'Patient/p2' } })),
    entry(observation('x9', '8867-4', 81, '/min', { status: 'entered-in-error' })),
    { fullUrl: 'urn:uuid:0' },
    entry({
      resourceType: 'DocumentReference',
      id: 'x11',
      status: 'current',
      content: [{ attachment: { url: 'https://elsewhere.example/file.pdf' } }],
    }),
  ],
} as const
