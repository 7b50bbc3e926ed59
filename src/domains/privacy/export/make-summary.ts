import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { defineOperation } from '../../../operations/define-operation.ts'
import type { OperationExecutor } from '../../../operations/execute-operation.ts'
import { patientSummary } from '../../fhir/index.ts'
import type { ExportContext } from './export-job.ts'

/** The whole record as an International Patient Summary, made within the job that writes an archive. */
export function createSummaryMaker(executor: OperationExecutor): ExportContext['makeSummary'] {
  return async ({ userId, language }, fileUrl) => {
    const summary = defineOperation({
      name: 'me.export.summary',
      summary: 'Write the record as a FHIR document, for an archive',
      effect: 'read',
      input: z.strictObject({}),
      output: z.looseObject({}),
      run: async (scope) => ({ ...(await patientSummary(scope, { measurements: 'all', fileUrl })) }),
    })
    const caller = {
      userId,
      language,
      surface: 'job',
      scopes: new Set(['read'] as const),
      requestId: uuidv7(),
    } as const
    return (await executor.executeOperation(summary, caller, {})).output
  }
}
