import type { OperationScope } from '../../../operations/define-operation.ts'
import type { DocumentRow } from '../document-store.ts'
import type { Subject } from './person-match.ts'

/** Keeps the person's answer to whose a document is. */
export async function setSubject(scope: OperationScope, document: DocumentRow, subject: Subject): Promise<void> {
  const { transaction, now } = scope
  transaction.queue(
    transaction.sql('medical_documents').where({ id: document.id }).update({ subject, subject_answered_at: now }),
  )
  await scope.changed({
    kind: 'updated',
    table: 'medical_documents',
    id: document.id,
    before: { subject: document.subject },
    after: { subject },
  })
}
