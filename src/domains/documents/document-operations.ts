import { z } from 'zod'
import type { Language } from '../../clinical/language-forms.ts'
import { type AnyOperation, defineOperation } from '../../operations/define-operation.ts'
import { identifier, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { NotFound, Problem, ValidationFailed } from '../../platform/errors/problem.ts'
import type { EventBus } from '../../platform/events/index.ts'
import { type DocumentStatus, DocumentText, documentDerived, documentFields } from './document.ts'
import type { DocumentFiles } from './document-files.ts'
import { documentPath } from './document-store.ts'
import { fileProblemText } from './file-problem.ts'
import { personOperation } from './person/person-operations.ts'
import { proposalOperations } from './proposals/proposal-operations.ts'
import { type NotedDocument, readingNotes } from './reading-notes.ts'
import { readingOperations } from './reading-operations.ts'
import type { ReadingQueue } from './reading-request.ts'
import { syncMetrics } from './results/become-metrics.ts'
import { comparisonOperations } from './results/comparison.ts'
import { resultOperations } from './results/result-operations.ts'
import { reviewOperations } from './results/review-operations.ts'
import { sealDocument } from './seal-document.ts'
import { isSensitiveByDefault } from './sensitivity.ts'
import { shareOperations } from './share-operations.ts'

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly documents: {
      readonly files: DocumentFiles
      readonly queue: ReadingQueue
      readonly events: EventBus
    }
  }
}

const GUIDANCE = 'tools/documents'

/** The row as people see it: what went wrong, and what they are asked, is said in their language. */
export function presentDocument(record: RecordRow, language: Language): RecordRow {
  const problem = record['processing_error']
  return {
    ...record,
    reading_notes: readingNotes(record as unknown as NotedDocument, language),
    ...(typeof problem === 'string' && { processing_error: fileProblemText(problem, language) }),
  }
}

/** A person may put a read document away and take it out again; everything else about its status is ours. */
function isAllowedStatus(from: DocumentStatus, to: DocumentStatus): boolean {
  return from === to || (from === 'reviewed' && to === 'archived') || (from === 'archived' && to === 'reviewed')
}

export const documents = recordDomain({
  name: 'documents',
  noun: 'document',
  table: 'medical_documents',
  path: '/documents',
  fields: documentFields,
  derived: documentDerived,
  stamped: true,
  timeColumn: 'created_at',
  filterable: ['category', 'status', 'is_sensitive', 'mime_type'],
  sortable: ['-created_at', 'document_date', 'document_name', 'updated_at'],
  verbs: ['list', 'get', 'update', 'delete'],
  guidance: GUIDANCE,
  beforeWrite: async (_scope, { record, before, given }) => {
    if (before !== undefined && !isAllowedStatus(before.status, record.status)) {
      throw new Problem(ValidationFailed, { errors: [{ pointer: '/status', code: 'status_not_allowed' }] })
    }
    // Said of a kind that is sensitive, a document becomes so; only the person's own word makes it less.
    const raises = given.has('category') && !given.has('is_sensitive') && isSensitiveByDefault(record.category)
    return raises ? { is_sensitive: true } : {}
  },
  afterWrite: async (scope, record, before) => {
    if (before === undefined) return
    if (before.is_sensitive !== record.is_sensitive) {
      await sealDocument(scope.transaction, {
        id: record.id,
        userId: scope.caller.userId,
        isSensitive: record.is_sensitive,
      })
    }
    // Values that came without a day take the document's.
    if (before.document_date !== record.document_date) await syncMetrics(scope, record.id)
  },
  afterDelete: async (scope, record) => {
    const createdAt = (record as RecordRow)['created_at']
    const path = documentPath(scope.caller.userId, new Date(String(createdAt)), record.id)
    scope.transaction.afterCommit(() => scope.services.documents.files.remove(path))
  },
  present: async (scope, records) => records.map((record) => presentDocument(record, scope.caller.language)),
})

const documentTags = recordDomain({
  name: 'documents.tags',
  noun: 'tag of a document',
  table: 'document_tags',
  path: '/documents/{document_id}/tags',
  parent: {
    table: 'medical_documents',
    column: 'document_id',
    description: 'The document.',
    foreignKey: 'document_tags_document_fkey',
  },
  fields: { tag_name: text('The tag.', { example: 'diabetes', maximum: 100 }) },
  filterable: ['tag_name'],
  sortable: ['tag_name', 'created_at'],
  verbs: ['list', 'get', 'add', 'delete'],
  guidance: GUIDANCE,
})

const address = z.strictObject({ id: identifier('The document.') })

interface PageRow {
  document_id: string
  page_number: number
  source: z.infer<typeof DocumentText>['pages'][number]['source']
  text: string
  width: number | null
  height: number | null
}

const getText = defineOperation({
  name: 'documents.text.get',
  summary: 'Read the text of a document',
  effect: 'read',
  input: address,
  output: DocumentText,
  errors: [NotFound],
  rest: { method: 'GET', path: '/documents/{id}/text' },
  tool: { guidance: GUIDANCE, confirm: 'never' },
  run: async (scope, { id }) => {
    const { transaction } = scope
    const document = await transaction.row<{ language: string | null }>(
      transaction.sql('medical_documents').where({ id }).select('language'),
    )
    if (document === undefined) {
      throw new Problem(NotFound)
    }
    scope.about({ table: 'medical_documents', id })
    const rows = await transaction.rows<PageRow>(
      transaction
        .sql('document_pages')
        .where({ document_id: id })
        .orderBy('page_number')
        .select('document_id', 'page_number', 'source', 'text', 'width', 'height'),
    )
    return {
      document_id: id,
      language: document.language,
      text: rows.map((row) => row.text).join('\n\n'),
      pages: rows.map(({ page_number, document_id: _, ...page }) => ({ page: page_number, ...page })),
    }
  },
})

/** A row of the table as people see it. */
const shown = (row: RecordRow, language: Language): RecordRow => presentDocument(documents.store.fromRow(row), language)

/** The operation that changes a document says what it says in the caller's language, as the others do. */
function presented(operation: AnyOperation): AnyOperation {
  if (operation.name !== 'documents.update') {
    return operation
  }
  return defineOperation({
    ...operation,
    run: async (scope, input) =>
      presentDocument((await operation.run(scope, input)) as RecordRow, scope.caller.language),
  })
}

/** All but the adding, which takes a file. */
export const recordOperations: readonly AnyOperation[] = [
  ...documents.operations.map(presented),
  ...documentTags.operations,
  ...shareOperations,
  ...resultOperations,
  ...reviewOperations,
  ...comparisonOperations,
  ...proposalOperations,
  personOperation(documents.record, shown),
  getText,
  ...readingOperations(documents.record, shown),
]
