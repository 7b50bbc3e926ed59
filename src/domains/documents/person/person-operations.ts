import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../../operations/define-operation.ts'
import { choice, identifier } from '../../../operations/field-types.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { findDocument } from '../document-store.ts'
import { syncMetrics } from '../results/become-metrics.ts'
import { setSubject } from './set-subject.ts'

/** The operation that keeps whose a document is; `present` shows the document as every other operation does. */
export function personOperation(
  record: z.ZodObject,
  present: (row: Record<string, unknown>, language: 'en' | 'hi' | 'ta') => Record<string, unknown>,
): AnyOperation {
  return defineOperation({
    name: 'documents.person.update',
    summary: "Say whose a document is: the person's own, or a family member's",
    effect: 'write',
    input: z.strictObject({
      id: identifier('The document.'),
      subject: choice(
        ['self', 'family'],
        "`self`: it is about the person of this account. `family`: it is a family member's, and its values never count as the person's own.",
      ),
    }),
    output: record,
    errors: [NotFound],
    rest: { method: 'PUT', path: '/documents/{id}/person' },
    tool: { guidance: 'tools/documents', confirm: 'always' },
    run: async (scope, { id, subject }) => {
      const document = await findDocument(scope.transaction, id, 'for update')
      if (document === undefined) throw new Problem(NotFound)
      await setSubject(scope, document, subject)
      await syncMetrics(scope, id)
      scope.about({ table: 'medical_documents', id })
      return present({ ...document, subject }, scope.caller.language)
    },
  })
}
