import { createHash } from 'node:crypto'
import { toSql } from 'pgvector'
import { v7 as uuidv7 } from 'uuid'
import { type Concept, findConcepts } from '../../clinical/concepts/index.ts'
import type { Language } from '../../clinical/language-forms.ts'
import type { enumerations, Transaction } from '../../platform/database/index.ts'
import type { TextChunk } from './chunk-text.ts'

/** Where a text came from. */
export interface SourceRow {
  readonly table: string
  readonly id: string
}

export interface IndexEntry {
  readonly userId: string
  readonly source: SourceRow
  readonly chunks: readonly TextChunk[]
  /** The time that the row speaks about: `YYYY-MM-DD` or RFC 3339. */
  readonly at: string | undefined
  /** One vector a chunk, or none where they are computed later. */
  readonly vectors: readonly (readonly number[])[] | undefined
  readonly model: string
}

/** Kinds of concepts that a text can be about. */
export const SUBJECTS = new Set<Concept['kind']>(['measure', 'condition', 'symptom', 'body', 'medicine', 'care'])

export type ContentType = (typeof enumerations.search_index.content_type)[number]

/** What kind of content the texts of a table are. */
export function contentTypeOf(table: string): ContentType {
  if (table === 'chat_messages') return 'chat_message'
  return table === 'medical_documents' ? 'document' : 'health_note'
}

/** Replaces what search knows of a row, in the transaction that changes the row. */
export async function replaceEntry(transaction: Transaction, entry: IndexEntry): Promise<void> {
  const { userId, source, chunks, at, vectors, model } = entry
  queueRemoval(transaction, source)
  if (chunks.length === 0) return
  const common = chunks.map(({ text }, number) => ({
    user_id: userId,
    source_table: source.table,
    chunk_number: number,
    language: languageOfText(text),
    occurred_at: at ?? null,
  }))
  transaction.queue(
    transaction.sql('search_index').insert(
      common.map((row, number) => ({
        ...row,
        id: uuidv7(),
        content_type: contentTypeOf(source.table),
        content_id: source.id,
        searchable_content: chunks[number]?.text,
        keywords: JSON.stringify(keywordsOf(chunks[number]?.text ?? '')),
      })),
    ),
  )
  transaction.queue(
    transaction.sql('record_chunks').insert(
      common.map((row, number) => {
        const text = chunks[number]?.text ?? ''
        const vector = vectors?.[number]
        return {
          ...row,
          id: uuidv7(),
          source_id: source.id,
          page: chunks[number]?.page ?? null,
          text,
          content_hash: createHash('sha256').update(text).digest('hex'),
          embedding: vector === undefined ? null : vectorText(vector),
          embedding_model: vector === undefined ? null : model,
        }
      }),
    ),
  )
}

/** What a text is about: concepts of the lexicon, the same in every language. */
function keywordsOf(text: string): readonly string[] {
  const subjects = findConcepts(text).filter(({ concept }) => SUBJECTS.has(concept.kind))
  return [...new Set(subjects.map(({ concept }) => concept.id))]
}

/** Forgets a row. */
export function queueRemoval(transaction: Transaction, source: SourceRow): void {
  const { sql } = transaction
  transaction.queue(sql('search_index').where({ source_table: source.table, content_id: source.id }).delete())
  transaction.queue(sql('record_chunks').where({ source_table: source.table, source_id: source.id }).delete())
}

/** How pgvector reads a vector. Five digits are more than a half-precision number keeps. */
export function vectorText(vector: readonly number[]): string {
  // Only null becomes null.
  return toSql(vector.map((value) => Number(value.toFixed(5)))) as string
}

/** The language whose stemmer fits a text: that of its script. Romanised Hindi and Tamil have no stemmer of their own. */
function languageOfText(text: string): Language {
  const devanagari = text.match(/[\u0900-\u097f]/gu)?.length ?? 0
  const tamil = text.match(/[\u0b80-\u0bff]/gu)?.length ?? 0
  const latin = text.match(/[a-z]/giu)?.length ?? 0
  if (devanagari > latin && devanagari >= tamil) return 'hi'
  return tamil > latin ? 'ta' : 'en'
}
