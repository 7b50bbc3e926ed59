import type { AnyOperation } from '../../operations/define-operation.ts'
import { exportFhir } from './fhir-operations.ts'
import { importFhir } from './import/import-operation.ts'

export { fhirRoutes } from './fhir-routes.ts'
export { createFhirImport } from './import/fhir-import.ts'
export { type PatientSummaryOptions, patientSummary } from './summary/patient-summary.ts'

export const fhirOperations: readonly AnyOperation[] = [exportFhir, importFhir]
