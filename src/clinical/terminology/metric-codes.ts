import { analyteByLoinc } from '../analytes/index.ts'
import type { MetricType } from '../vitals/index.ts'

/**
 * LOINC and UCUM for the measurements of the record. Vital signs: HL7 FHIR R4, "Vital Signs Profiles", which fix code and
 * units; laboratory values: LOINC, whose codes differ by unit of amount or of mass.
 */
export interface MetricCode {
  readonly loinc: string
  readonly display: string
  /** UCUM, where the code or its profile asks for this unit. */
  readonly ucum?: string
}

interface MetricCoding {
  readonly category: 'vital-signs' | 'laboratory'
  /** What is sent: the first whose unit is the value's, else the first. */
  readonly codes: readonly [MetricCode, ...MetricCode[]]
  /** What is understood besides: the same quantity by another method or at another site. */
  readonly alternatives: readonly string[]
  /** Of FHIR R4 itself. */
  readonly profile?: string
}

const profile = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`

export const METRIC_CODES: Readonly<Record<MetricType, MetricCoding>> = {
  blood_pressure: {
    category: 'vital-signs',
    codes: [{ loinc: '85354-9', display: 'Blood pressure panel with all children optional' }],
    alternatives: ['55284-4', '35094-2'],
    profile: profile('bp'),
  },
  blood_glucose: {
    category: 'laboratory',
    codes: [
      { loinc: '2339-0', display: 'Glucose [Mass/volume] in Blood', ucum: 'mg/dL' },
      { loinc: '15074-8', display: 'Glucose [Moles/volume] in Blood', ucum: 'mmol/L' },
    ],
    alternatives: ['41653-7', '14743-9', '2340-8', '14749-6', '14771-0'],
  },
  weight: {
    category: 'vital-signs',
    codes: [{ loinc: '29463-7', display: 'Body weight' }],
    alternatives: ['3141-9', '3142-7'],
    profile: profile('bodyweight'),
  },
  height: {
    category: 'vital-signs',
    codes: [{ loinc: '8302-2', display: 'Body height' }],
    alternatives: ['3137-7', '3138-5', '8306-3'],
    profile: profile('bodyheight'),
  },
  bmi: {
    category: 'vital-signs',
    codes: [{ loinc: '39156-5', display: 'Body mass index (BMI) [Ratio]' }],
    alternatives: [],
    profile: profile('bmi'),
  },
  heart_rate: {
    category: 'vital-signs',
    codes: [{ loinc: '8867-4', display: 'Heart rate' }],
    alternatives: ['8889-8', '8893-0', '40443-4'],
    profile: profile('heartrate'),
  },
  temperature: {
    category: 'vital-signs',
    codes: [{ loinc: '8310-5', display: 'Body temperature' }],
    alternatives: ['8331-1', '8328-7', '8332-9', '8333-7', '8329-5'],
    profile: profile('bodytemp'),
  },
  oxygen_saturation: {
    category: 'vital-signs',
    codes: [{ loinc: '2708-6', display: 'Oxygen saturation in Arterial blood' }],
    alternatives: ['59408-5'],
    profile: profile('oxygensat'),
  },
  hba1c: {
    category: 'laboratory',
    codes: [
      { loinc: '4548-4', display: 'Hemoglobin A1c/Hemoglobin.total in Blood', ucum: '%' },
      { loinc: '59261-8', display: 'Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol', ucum: 'mmol/mol' },
    ],
    alternatives: [],
  },
  cholesterol: {
    category: 'laboratory',
    codes: [
      { loinc: '2093-3', display: 'Cholesterol [Mass/volume] in Serum or Plasma', ucum: 'mg/dL' },
      { loinc: '14647-2', display: 'Cholesterol [Moles/volume] in Serum or Plasma', ucum: 'mmol/L' },
    ],
    alternatives: [],
  },
}

export const SYSTOLIC: MetricCode = { loinc: '8480-6', display: 'Systolic blood pressure', ucum: 'mm[Hg]' }
export const DIASTOLIC: MetricCode = { loinc: '8462-4', display: 'Diastolic blood pressure', ucum: 'mm[Hg]' }

/** ABO and Rh group in one answer. */
export const BLOOD_GROUP: MetricCode = { loinc: '882-1', display: 'ABO and Rh group [Type] in Blood' }

const BY_LOINC: ReadonlyMap<string, MetricType> = new Map(
  (Object.entries(METRIC_CODES) as [MetricType, MetricCoding][]).flatMap(([type, { codes, alternatives }]) =>
    [...codes.map(({ loinc }) => loinc), ...alternatives].map((code): [string, MetricType] => [code, type]),
  ),
)

/** The measurement that a LOINC code stands for, if the record keeps such measurements. */
export function metricOfLoinc(loinc: string): MetricType | undefined {
  return BY_LOINC.get(loinc) ?? analyteByLoinc(loinc)?.metricType
}

/** The code that a measurement in a unit (UCUM) is sent by. */
export function metricCode(type: MetricType, ucum: string): MetricCode {
  const { codes } = METRIC_CODES[type]
  return codes.find((code) => code.ucum === ucum) ?? codes[0]
}
