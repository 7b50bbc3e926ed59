import type { Caller } from '../../operations/define-operation.ts'
import type { ChangeListener } from '../../operations/execute-operation.ts'
import type { Transaction } from '../../platform/database/index.ts'
import type { Embedder } from '../../platform/models/index.ts'
import { chunkText, type TextChunk } from './chunk-text.ts'
import { NO_MODEL, queueRemoval, replaceEntry } from './search-store.ts'

/** A page or another part of a document, as it was read. */
interface ReadPage {
  readonly page: number
  readonly text: string
}

/** Keeps the search index up with the record, in the transactions that change it. */
export interface SearchIndexer {
  /** For the operation executor: rows that operations add, change and remove. */
  readonly onChange: ChangeListener
  /** A document whose pages have been read; call it in the transaction that keeps them. */
  indexDocument(
    transaction: Transaction,
    document: {
      readonly userId: string
      readonly documentId: string
      readonly pages: readonly ReadPage[]
      /** Day of the document, where it is known. */
      readonly at?: string | undefined
      readonly isSensitive?: boolean
    },
  ): Promise<void>
  /** The passages of a row as they were cut before: of a record that is brought in. */
  indexChunks(
    transaction: Transaction,
    source: {
      readonly userId: string
      readonly table: string
      readonly id: string
      readonly chunks: readonly TextChunk[]
      readonly at: string | undefined
      readonly isSensitive: boolean
    },
  ): Promise<void>
  /** A message of a conversation; call it in the transaction that keeps it. */
  indexMessage(
    transaction: Transaction,
    message: {
      readonly userId: string
      readonly messageId: string
      readonly text: string
      readonly at: string
      readonly isSensitive?: boolean
    },
  ): Promise<void>
}

/**
 * Full text is indexed at once. Vectors too, where the embedder needs no network; otherwise `onWaiting` is called after the
 * commit, to enqueue the job that computes them.
 */
export function createSearchIndexer(
  embedder: Embedder,
  onWaiting: (userId: string) => void | Promise<void>,
): SearchIndexer {
  async function index(
    transaction: Transaction,
    userId: string,
    source: { readonly table: string; readonly id: string },
    chunks: readonly TextChunk[],
    at: string | undefined,
    { isSensitive = false, isNew = false, wordsSuffice = false } = {},
  ): Promise<void> {
    const vectors =
      embedder.immediate && !wordsSuffice ? await embedder.embedPassages(chunks.map(({ text }) => text)) : undefined
    await replaceEntry(transaction, {
      userId,
      source,
      chunks,
      at,
      vectors,
      model: wordsSuffice ? NO_MODEL : embedder.model,
      isNew,
      isSensitive,
    })
    if (vectors === undefined && !wordsSuffice && chunks.length > 0) transaction.afterCommit(() => onWaiting(userId))
  }

  return {
    onChange: async ({ transaction, caller }: { transaction: Transaction; caller: Caller }, change) => {
      const source = { table: change.table, id: change.id }
      if (change.kind === 'deleted') queueRemoval(transaction, source)
      else if (change.text !== undefined) {
        const { text, at, kind, wordsSuffice = false } = change
        await index(transaction, caller.userId, source, chunkText(text), at, {
          isNew: kind === 'created',
          wordsSuffice,
        })
      }
    },
    indexDocument: (transaction, { userId, documentId, pages, at, isSensitive }) =>
      index(
        transaction,
        userId,
        { table: 'medical_documents', id: documentId },
        pages.flatMap(({ page, text }) => chunkText(text, page)),
        at,
        { isSensitive: isSensitive ?? false },
      ),
    indexChunks: (transaction, { userId, table, id, chunks, at, isSensitive }) =>
      index(transaction, userId, { table, id }, chunks, at, { isSensitive, isNew: true }),
    indexMessage: (transaction, { userId, messageId, text, at, isSensitive }) =>
      index(transaction, userId, { table: 'chat_messages', id: messageId }, chunkText(text), at, {
        isSensitive: isSensitive ?? false,
      }),
  }
}
