import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { defineOperation } from '../../operations/define-operation.ts'
import type { OperationExecutor } from '../../operations/execute-operation.ts'
import { identifier, wholeNumber } from '../../operations/field-types.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import type { DocumentStatus } from './document.ts'
import { type DocumentRow, findDocument } from './document-store.ts'
import { syncMetrics } from './results/become-metrics.ts'
import { findResults, type ResultRow } from './results/result-store.ts'

/** Values that are read less surely are looked at by a person, whatever they have agreed to. */
const SURE = 0.95

function isSure({ review_status, needs_review, code, confidence }: ResultRow): boolean {
  return review_status === 'open' && !needs_review && code !== null && confidence !== null && confidence >= SURE
}

/**
 * What ends a reading: with the person's standing consent, values of a report that names them and that were read without
 * doubt are confirmed; the measurements of the record follow what is confirmed; and the document counts as read. No route and no tool: nobody asks
 * for it but the reading.
 */
const settle = defineOperation({
  name: 'documents.settle',
  summary: 'End a reading, and let in what was agreed to beforehand',
  effect: 'write',
  input: z.strictObject({ id: identifier('The document.') }),
  output: z.object({ confirmed: wholeNumber('Values that the standing consent let in.', { example: 12 }) }),
  errors: [NotFound],
  run: async (scope, { id }) => {
    const { transaction, now } = scope
    const [document, privacy] = await Promise.all([
      findDocument(transaction, id, 'for update'),
      transaction.row<{ record_sure_values: boolean }>(
        transaction.sql('privacy_settings').select('record_sure_values'),
      ),
    ])
    if (document === undefined) throw new Problem(NotFound)
    scope.about({ table: 'medical_documents', id })
    // Somebody ended the reading at its very end.
    if (document.status !== 'processing') return { confirmed: 0 }
    const isAgreed = privacy?.record_sure_values === true
    const isOwn =
      document.subject === 'self' && (document.person_match === 'same' || document.subject_answered_at !== null)
    const sure = isAgreed && isOwn ? (await findResults(transaction, id)).filter(isSure) : []
    for (const row of sure) {
      const after = { review_status: 'confirmed', confirmed: true, reviewed_by: 'standing_consent' }
      await transaction.affected(
        transaction
          .sql('document_results')
          .where({ id: row.id })
          .update({ ...after, reviewed_at: now }),
      )
      await scope.changed({
        kind: 'updated',
        table: 'document_results',
        id: row.id,
        before: { review_status: 'open' },
        after,
      })
    }
    await syncMetrics(scope, id)
    // Only now, and with what was let in: whoever sees that it was read sees the whole of it.
    await transaction.affected(
      transaction
        .sql('medical_documents')
        .where({ id, status: 'processing' satisfies DocumentStatus })
        .update({
          status: 'reviewed' satisfies DocumentStatus,
          processing_error: null,
          processing_started_at: null,
          processed_at: now,
        }),
    )
    return { confirmed: sure.length }
  },
})

/** Does so as the document's owner, which the audit log shows as work of a job. */
export async function settleReading(
  executor: OperationExecutor,
  document: Pick<DocumentRow, 'id' | 'user_id'>,
): Promise<void> {
  await executor.executeOperation(
    settle,
    {
      userId: document.user_id,
      surface: 'job',
      scopes: new Set(['read', 'write'] as const),
      language: 'en',
      requestId: uuidv7(),
    },
    { id: document.id },
  )
}
