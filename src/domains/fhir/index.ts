export { type PatientSummaryOptions, patientSummary } from './summary/patient-summary.ts'
