/** Code systems by their canonical addresses (HL7 FHIR R4, "Terminologies: Code Systems", and HL7 IPS). */
export const CODE_SYSTEMS = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  ucum: 'http://unitsofmeasure.org',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  conditionVerification: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  allergyClinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  allergyVerification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  observationInterpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  diagnosticService: 'http://terminology.hl7.org/CodeSystem/v2-0074',
  absentUnknown: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips',
} as const

/** A code with the words that its system gives it. */
export interface Code {
  readonly system: string
  readonly code: string
  readonly display: string
}

const snomed = (code: string, display: string): Code => ({ system: CODE_SYSTEMS.snomed, code, display })

/** SNOMED CT, from the value sets that FHIR R4 and HL7 IPS bind (condition-severity, route of administration, dose forms). */
export const SEVERITY_CODES = {
  mild: snomed('255604002', 'Mild'),
  moderate: snomed('6736007', 'Moderate'),
  severe: snomed('24484000', 'Severe'),
} as const

/** Several of SNOMED's routes are one of ours; the first is what is sent. A bare "injection" has no route of its own. */
export const ROUTE_CODES: Readonly<Record<'oral' | 'injection' | 'topical' | 'inhalation', readonly Code[]>> = {
  oral: [snomed('26643006', 'Oral route')],
  injection: [
    snomed('78421000', 'Intramuscular route'),
    snomed('47625008', 'Intravenous route'),
    snomed('34206005', 'Subcutaneous route'),
  ],
  topical: [snomed('6064005', 'Topical route')],
  inhalation: [snomed('447694001', 'Respiratory tract route')],
}

export const DOSE_FORM_CODES: Readonly<Record<'tablet' | 'capsule', Code>> = {
  tablet: snomed('385055001', 'Tablet'),
  capsule: snomed('385049006', 'Capsule'),
}
