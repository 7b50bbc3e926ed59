export { CODE_SYSTEMS, type Code, DOSE_FORM_CODES, ROUTE_CODES, SEVERITY_CODES } from './code-systems.ts'
export {
  BLOOD_GROUP,
  DIASTOLIC,
  METRIC_CODES,
  type MetricCode,
  metricCode,
  metricOfLoinc,
  SYSTOLIC,
} from './metric-codes.ts'
export {
  NO_INFORMATION,
  PATIENT_SUMMARY,
  SUMMARY_PROFILES,
  SUMMARY_SECTIONS,
  type SummarySection,
} from './patient-summary.ts'
