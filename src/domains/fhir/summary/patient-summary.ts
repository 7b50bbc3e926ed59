import type { Bundle } from '@medplum/fhirtypes'
import { v7 as uuidv7 } from 'uuid'
import type { OperationScope } from '../../../operations/define-operation.ts'
import { type Measurements, readSummaryRecord } from './read-record.ts'
import { summaryBundle } from './summary-bundle.ts'

export interface PatientSummaryOptions {
  /** The newest measurement of each kind, or all of them and all documents; by default the newest. */
  readonly measurements?: Measurements
  /** Where the file of a document is, as its reference says; by default its address below the server. */
  readonly fileUrl?: (documentId: string) => string
}

/** The caller's record as an International Patient Summary (HL7 FHIR R4), its words in the caller's language. */
export async function patientSummary(scope: OperationScope, options: PatientSummaryOptions = {}): Promise<Bundle> {
  const { measurements = 'latest', fileUrl = (id: string) => `/api/v1/documents/${id}/content` } = options
  const record = await readSummaryRecord(scope, measurements)
  return summaryBundle(record, {
    language: scope.caller.language,
    now: scope.now,
    newId: uuidv7,
    fileUrl,
    withDocuments: measurements === 'all',
  })
}
