import type { Transaction } from '../../platform/database/index.ts'
import { resealEntry } from '../search/index.ts'
import { findResults } from './results/result-store.ts'
import { storedResult } from './results/sealed-result.ts'

interface TextRow {
  readonly id: string
  readonly document_id: string
  readonly text: string
  readonly words: unknown
}

interface ProposalRow {
  readonly id: string
  readonly content: unknown
  readonly printed: string
}

/**
 * Seals all that was read from a document, or opens it for good, after somebody has said that it is sensitive or that it
 * is not. Part of the transaction that changes the document.
 */
export async function sealDocument(
  transaction: Transaction,
  document: { readonly id: string; readonly userId: string; readonly isSensitive: boolean },
): Promise<void> {
  const { sql, texts } = transaction
  const { id, userId, isSensitive } = document
  const text = (column: string, row: string, value: string) =>
    isSensitive ? texts.seal(transaction, { userId, column, row }, value) : value
  const json = async (column: string, row: string, value: unknown) =>
    value === null
      ? null
      : JSON.stringify(isSensitive ? await texts.sealJson(transaction, { userId, column, row }, value) : value)
  const [pages, results, proposals, own] = await Promise.all([
    transaction.rows<TextRow>(
      sql('document_pages').where({ document_id: id }).select('id', 'document_id', 'text', 'words'),
    ),
    findResults(transaction, id),
    transaction.rows<ProposalRow>(
      sql('document_proposals').where({ document_id: id }).select('id', 'content', 'printed'),
    ),
    transaction.row<{ summary: string | null }>(sql('medical_documents').where({ id }).select('id', 'summary')),
  ])
  for (const page of pages) {
    const values = {
      text: await text('document_pages.text', page.document_id, page.text),
      words: await json('document_pages.words', page.document_id, page.words),
    }
    transaction.queue(sql('document_pages').where({ id: page.id }).update(values))
  }
  for (const row of results) {
    const {
      id: rowId,
      box: _,
      created_at: _c,
      updated_at: _u,
      ...values
    } = await storedResult(transaction, row, isSensitive)
    transaction.queue(sql('document_results').where({ id: rowId }).update(values))
  }
  for (const row of proposals) {
    const values = {
      content: await json('document_proposals.content', row.id, row.content),
      printed: await text('document_proposals.printed', row.id, row.printed),
    }
    transaction.queue(sql('document_proposals').where({ id: row.id }).update(values))
  }
  const summary = own?.summary == null ? null : await text('medical_documents.summary', id, own.summary)
  // What was said stands against what a new reading finds the document to be.
  transaction.queue(sql('medical_documents').where({ id }).update({ summary, sensitivity_chosen: true }))
  await resealEntry(transaction, userId, { table: 'medical_documents', id }, isSensitive)
}
