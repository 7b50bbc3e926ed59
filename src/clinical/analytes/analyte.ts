import type { FormText } from '../language-forms.ts'
import type { AcceptedUnit, MeasuredSubstance } from '../units/index.ts'

export type Sex = 'male' | 'female'

export const ORGAN_SYSTEMS = [
  'blood',
  'clotting',
  'sugar',
  'lipids',
  'liver',
  'kidney',
  'electrolytes',
  'thyroid',
  'iron',
  'vitamins',
  'inflammation',
  'heart',
  'pancreas',
  'hormones',
  'infection',
  'tumour_markers',
  'urine',
] as const
type OrganSystem = (typeof ORGAN_SYSTEMS)[number]

/** `other` stands for body fluids, sputum and the like: none of our analytes, and no mistaking them for blood. */
export type Specimen = 'blood' | 'urine' | 'stool' | 'other'

/** LOINC's scales: a number; a grade (negative, trace, +, ++); a name (colour, blood group). */
type Scale = 'quantitative' | 'ordinal' | 'nominal'

/** The metric types of the health record. */
type AnalyteMetricType = 'blood_glucose' | 'hba1c' | 'cholesterol'

/** A reference range for some people. A missing bound is open. Ages in whole years, both ends included. */
export interface ReferenceRange {
  readonly sex?: Sex
  readonly ageYears?: { readonly from: number; readonly to: number }
  readonly pregnant?: boolean
  readonly low?: number
  readonly high?: number
  /** UCUM. */
  readonly unit: string
  readonly source: string
}

/** What the test is for, and what a result outside the range usually points to: plain words, no diagnosis. */
export interface Meaning {
  readonly measures: FormText
  readonly low?: FormText
  readonly high?: FormText
  /** For tests without low and high: what a result other than the normal one points to. */
  readonly abnormal?: FormText
}

/** One thing that a laboratory measures. */
export interface Analyte extends MeasuredSubstance {
  readonly key: string
  /** Absent for the few tests that LOINC gives no code of their own. */
  readonly loinc?: string
  /** Codes for the same quantity that name a method, or a unit of amount instead of mass. */
  readonly loincAlternatives?: readonly string[]
  readonly names: FormText
  /** As laboratories print it, in Latin letters, Devanagari and Tamil. Case, punctuation and blanks do not matter. */
  readonly synonyms: readonly string[]
  readonly organSystem: OrganSystem
  readonly specimen: Specimen
  readonly scale: Scale
  /** Canonical UCUM unit; `1` for pure numbers, grades and names. */
  readonly unit: string
  /** Every unit that a value may come in, the canonical one included. */
  readonly units: readonly AcceptedUnit[]
  readonly ranges: readonly ReferenceRange[]
  /** Humanly possible values in the canonical unit: what lies outside was misread or mistyped. */
  readonly possible?: { readonly low: number; readonly high: number }
  /** Beyond these, in the canonical unit, a doctor has to know at once. */
  readonly critical?: { readonly low?: number; readonly high?: number; readonly source: string }
  readonly meaning: Meaning
  readonly metricType?: AnalyteMetricType
  /** Results in words that are normal, in lower case. */
  readonly normalText?: readonly string[]
  /** For looks and colours: words that make a result abnormal, in lower case. */
  readonly abnormalText?: readonly string[]
}
