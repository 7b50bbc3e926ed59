import type { AnyOperation } from '../../operations/define-operation.ts'
import { exportFhir } from './fhir-operations.ts'

export { type PatientSummaryOptions, patientSummary } from './summary/patient-summary.ts'

export const fhirOperations: readonly AnyOperation[] = [exportFhir]
