import { z } from 'zod'
import type { Language } from '../../clinical/language-forms.ts'
import { type AnyOperation, defineOperation } from '../../operations/define-operation.ts'
import { identifier, text } from '../../operations/field-types.ts'
import { recordDomain, requireRow } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { NotFound, Problem, ValidationFailed } from '../../platform/errors/problem.ts'
import {
  CannotBeReadAgain,
  DocumentResult,
  type DocumentStatus,
  DocumentText,
  documentDerived,
  documentFields,
} from './document.ts'
import type { DocumentFiles } from './document-files.ts'
import { askForReadingAgain, documentPath, findDocument } from './document-store.ts'
import { fileProblemText } from './file-problem.ts'
import type { ReadingQueue } from './reading-request.ts'
import { shareOperations } from './share-operations.ts'

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly documents: { readonly files: DocumentFiles; readonly queue: ReadingQueue }
  }
}

const GUIDANCE = 'tools/documents'

/** The row as people see it: what went wrong is said in their language. */
export function presentDocument(record: RecordRow, language: Language): RecordRow {
  const problem = record['processing_error']
  return typeof problem === 'string' ? { ...record, processing_error: fileProblemText(problem, language) } : record
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
  beforeWrite: async (_scope, { record, before }) => {
    if (before !== undefined && !isAllowedStatus(before.status, record.status)) {
      throw new Problem(ValidationFailed, { errors: [{ pointer: '/status', code: 'status_not_allowed' }] })
    }
    return {}
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

const resultList = z.object({
  data: z.array(DocumentResult).meta({ description: 'The results, as they follow one another on the pages.' }),
  next_cursor: z.null().meta({ description: 'Always null: all results of a document come at once.', examples: [null] }),
})

const listResults = defineOperation({
  name: 'documents.results.list',
  summary: 'List the lab values that were read from a document',
  effect: 'read',
  input: address,
  output: resultList,
  errors: [NotFound],
  rest: { method: 'GET', path: '/documents/{id}/results' },
  tool: { guidance: GUIDANCE, confirm: 'never' },
  run: async (scope, { id }) => {
    const { transaction } = scope
    await requireRow(scope, 'medical_documents', id)
    scope.about({ table: 'medical_documents', id })
    const rows = await transaction.rows<Record<string, unknown>>(
      transaction.sql('document_results').where({ document_id: id }).orderBy('position').select('*'),
    )
    const data = rows.map(({ observed_at, ...row }) => ({
      ...row,
      observed_at: observed_at instanceof Date ? observed_at.toISOString() : null,
    }))
    return { data: data as unknown as z.input<typeof DocumentResult>[], next_cursor: null }
  },
})

interface PageRow {
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
        .select('page_number', 'source', 'text', 'width', 'height'),
    )
    return {
      document_id: id,
      language: document.language,
      text: rows.map((row) => row.text).join('\n\n'),
      pages: rows.map(({ page_number, ...page }) => ({ page: page_number, ...page })),
    }
  },
})

const readAgain = defineOperation({
  name: 'documents.retry',
  summary: 'Read a document again: one that could not be read, or one that was read before',
  effect: 'write',
  input: address,
  output: documents.record,
  errors: [NotFound, CannotBeReadAgain],
  rest: { method: 'POST', path: '/documents/{id}/retry', status: 202 },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { id }) => {
    const { transaction, caller, services } = scope
    await requireRow(scope, 'medical_documents', id)
    if (!(await askForReadingAgain(transaction, id))) {
      throw new Problem(CannotBeReadAgain)
    }
    const row = await findDocument(transaction, id)
    const record = documents.store.fromRow({ ...row })
    scope.about({ table: 'medical_documents', id })
    transaction.afterCommit(() =>
      services.documents.queue.ask({ documentId: id, userId: caller.userId, attempts: row?.processing_attempts ?? 0 }),
    )
    return presentDocument(record, caller.language)
  },
})

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

export const documentOperations: readonly AnyOperation[] = [
  ...documents.operations.map(presented),
  ...documentTags.operations,
  ...shareOperations,
  listResults,
  getText,
  readAgain,
]
