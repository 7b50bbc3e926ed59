import { CODE_SYSTEMS, type Code } from './code-systems.ts'

/**
 * HL7 International: International Patient Summary Implementation Guide, STU 1.1 (1.1.0, on FHIR R4), pages "Composition
 * (IPS)" and "CodeSystem: Absent and Unknown Data". Release 2.0.0 asks for nothing more of what is sent here.
 */
const PROFILES = 'http://hl7.org/fhir/uv/ips/StructureDefinition'

export const SUMMARY_PROFILES = {
  bundle: `${PROFILES}/Bundle-uv-ips`,
  composition: `${PROFILES}/Composition-uv-ips`,
  patient: `${PROFILES}/Patient-uv-ips`,
  condition: `${PROFILES}/Condition-uv-ips`,
  allergy: `${PROFILES}/AllergyIntolerance-uv-ips`,
  medicationStatement: `${PROFILES}/MedicationStatement-uv-ips`,
  laboratoryResult: `${PROFILES}/Observation-results-laboratory-uv-ips`,
  diagnosticReport: `${PROFILES}/DiagnosticReport-uv-ips`,
  organization: `${PROFILES}/Organization-uv-ips`,
} as const

const loinc = (code: string, display: string): Code => ({ system: CODE_SYSTEMS.loinc, code, display })

/** What kind of document a patient summary is. */
export const PATIENT_SUMMARY = loinc('60591-5', 'Patient summary Document')

export const SUMMARY_SECTIONS = {
  problems: loinc('11450-4', 'Problem list - Reported'),
  allergies: loinc('48765-2', 'Allergies and adverse reactions Document'),
  medications: loinc('10160-0', 'History of Medication use Narrative'),
  vitalSigns: loinc('8716-3', 'Vital signs'),
  results: loinc('30954-2', 'Relevant diagnostic tests/laboratory data Narrative'),
  pastProblems: loinc('11348-0', 'History of Past illness note'),
  /** No section of the guide: its sections are an open list. */
  documents: loinc('11503-0', 'Medical records'),
} as const
export type SummarySection = keyof typeof SUMMARY_SECTIONS

const absent = (code: string, display: string): Code => ({ system: CODE_SYSTEMS.absentUnknown, code, display })

/** What stands where the record holds nothing. That nobody noted an allergy does not say that there is none. */
export const NO_INFORMATION = {
  problems: absent('no-problem-info', 'No information about problems'),
  allergies: absent('no-allergy-info', 'No information about allergies'),
  medications: absent('no-medication-info', 'No information about medications'),
} as const
