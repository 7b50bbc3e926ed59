import { z } from 'zod'
import type { Language } from '../../clinical/language-forms.ts'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { identifier } from '../../operations/field-types.ts'
import { requireRow } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { CannotBeReadAgain, ReadingCancelled } from './document.ts'
import { askForReadingAgain, cancelReading, findDocument } from './document-store.ts'
import { publishCancelling, publishProgress } from './reading-progress.ts'

const tool = { guidance: 'tools/documents', confirm: 'always' } as const
const address = z.strictObject({ id: identifier('The document.') })

type Present = (row: RecordRow, language: Language) => RecordRow

/** Operations that begin and end readings. `record` and `present` are those of documents. */
export function readingOperations(record: z.ZodObject, present: Present): readonly AnyOperation[] {
  async function presented(scope: OperationScope, id: string): Promise<RecordRow> {
    return present({ ...(await findDocument(scope.transaction, id)) }, scope.caller.language)
  }

  async function readOnceMore(scope: OperationScope, id: string): Promise<RecordRow> {
    const { transaction, caller, services } = scope
    await requireRow(scope, 'medical_documents', id)
    if (!(await askForReadingAgain(transaction, id))) throw new Problem(CannotBeReadAgain)
    const row = await findDocument(transaction, id)
    scope.about({ table: 'medical_documents', id })
    transaction.afterCommit(() =>
      services.documents.queue.ask({ documentId: id, userId: caller.userId, attempts: row?.processing_attempts ?? 0 }),
    )
    return await presented(scope, id)
  }

  const retry = defineOperation({
    name: 'documents.retry',
    summary: 'Try once more to read a document that could not be read or whose reading was ended',
    effect: 'write',
    input: address,
    output: record,
    errors: [NotFound, CannotBeReadAgain],
    rest: { method: 'POST', path: '/documents/{id}/retry', status: 202 },
    tool,
    run: (scope, { id }) => readOnceMore(scope, id),
  })

  const readAgain = defineOperation({
    name: 'documents.read-again',
    summary: 'Read a document again, with a newer reader for instance; what was confirmed stays confirmed',
    effect: 'write',
    input: address,
    output: record,
    errors: [NotFound, CannotBeReadAgain],
    rest: { method: 'POST', path: '/documents/{id}/read-again', status: 202 },
    tool,
    run: (scope, { id }) => readOnceMore(scope, id),
  })

  const cancel = defineOperation({
    name: 'documents.cancel',
    summary:
      'End the reading of a document; the file stays, and it can be read later. What is read already stays as it is',
    effect: 'write',
    input: address,
    output: record,
    errors: [NotFound],
    rest: { method: 'POST', path: '/documents/{id}/cancel', status: 200 },
    tool,
    run: async (scope, { id }) => {
      const { transaction, caller, services, now } = scope
      await requireRow(scope, 'medical_documents', id)
      const problem = ReadingCancelled.type
      scope.about({ table: 'medical_documents', id })
      if (await cancelReading(transaction, id, { now, problem })) {
        transaction.afterCommit(() => {
          const { events } = services.documents
          publishCancelling(events, caller.userId, id)
          publishProgress(events, caller.userId, id, {
            status: 'failed',
            stage: 'cancelled',
            page: 0,
            pages: 0,
            problem,
          })
        })
      }
      return await presented(scope, id)
    },
  })

  return [retry, readAgain, cancel]
}
