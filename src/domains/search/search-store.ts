import { toSql } from 'pgvector'
import { v7 as uuidv7 } from 'uuid'
import { type Concept, findConcepts } from '../../clinical/concepts/index.ts'
import type { Language } from '../../clinical/language-forms.ts'
import { sha256Hex } from '../../platform/crypto/index.ts'
import { type enumerations, insertRows, SEALED_MARK, type Transaction } from '../../platform/database/index.ts'
import type { TextChunk } from './chunk-text.ts'

/** In place of a model's name: no vector is wanted. */
export const NO_MODEL = 'none'

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
  /** Whether search knows nothing of the row yet. */
  readonly isNew: boolean
  /** Whether the text is sealed. Its words and its vector are not: by them it is found. */
  readonly isSensitive: boolean
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
  const { userId, source, at, vectors, model, isSensitive } = entry
  if (!entry.isNew) queueRemoval(transaction, source)
  if (entry.chunks.length === 0) return
  const chunks = entry.chunks.map((chunk) => ({ ...chunk, text: withoutMark(chunk.text) }))
  const stored = await Promise.all(chunks.map(({ text }) => storedText(transaction, userId, source, text, isSensitive)))
  const common = chunks.map(({ text }, number) => ({
    // The same in both tables: each has them to itself.
    id: uuidv7(),
    user_id: userId,
    source_table: source.table,
    chunk_number: number,
    language: languageOfText(text),
    occurred_at: at ?? null,
  }))
  const entries = common.map((row, number) => ({
    ...row,
    content_type: contentTypeOf(source.table),
    content_id: source.id,
    searchable_content: stored[number]?.searchable_content,
    keywords: JSON.stringify(keywordsOf(chunks[number]?.text ?? '')),
  }))
  transaction.queue(
    isSensitive
      ? transaction.sql('search_index').insert(
          entries.map((entry, number) => ({
            ...entry,
            sealed_words: wordsOf(transaction, entry.language, chunks[number]?.text ?? ''),
          })),
        )
      : insertRows('search_index', entries),
  )
  transaction.queue(
    insertRows(
      'record_chunks',
      common.map((row, number) => {
        const vector = vectors?.[number]
        return {
          ...row,
          source_id: source.id,
          page: chunks[number]?.page ?? null,
          text: stored[number]?.text,
          content_hash: stored[number]?.content_hash,
          embedding: vector === undefined ? null : vectorText(vector),
          embedding_model: vector === undefined && model !== NO_MODEL ? null : model,
        }
      }),
    ),
  )
}

interface StoredText {
  readonly text: string
  readonly searchable_content: string
  readonly content_hash: string
}

async function storedText(
  transaction: Transaction,
  userId: string,
  source: SourceRow,
  text: string,
  isSensitive: boolean,
): Promise<StoredText> {
  const { texts } = transaction
  if (!isSensitive) {
    return { text, searchable_content: text, content_hash: sha256Hex(text) }
  }
  const place = (column: string) => ({ userId, column, row: source.id })
  return {
    text: await texts.seal(transaction, place('record_chunks.text'), text),
    searchable_content: await texts.seal(transaction, place('search_index.searchable_content'), text),
    content_hash: await texts.fingerprint(transaction, userId, text),
  }
}

/** Seals what search knows of a row, or opens it for good. */
export async function resealEntry(
  transaction: Transaction,
  userId: string,
  source: SourceRow,
  isSensitive: boolean,
): Promise<void> {
  const { sql } = transaction
  const chunks = await transaction.rows<{ source_id: string; chunk_number: number; language: Language; text: string }>(
    sql('record_chunks')
      .where({ source_table: source.table, source_id: source.id })
      .select('source_id', 'chunk_number', 'language', 'text'),
  )
  for (const { chunk_number, language, text } of chunks) {
    const stored = await storedText(transaction, userId, source, text, isSensitive)
    const { searchable_content, ...chunk } = stored
    transaction.queue(
      sql('record_chunks').where({ source_table: source.table, source_id: source.id, chunk_number }).update(chunk),
    )
    transaction.queue(
      sql('search_index')
        .where({ source_table: source.table, content_id: source.id, chunk_number })
        .update({ searchable_content, sealed_words: isSensitive ? wordsOf(transaction, language, text) : null }),
    )
  }
}

const CONFIGURATIONS: Readonly<Record<Language, string>> = { en: 'english', hi: 'hindi', ta: 'tamil' }

/** The words of a text as the column of texts that are not sealed has them. */
function wordsOf({ sql }: Transaction, language: Language, text: string) {
  return sql.raw('to_tsvector(cast(? as regconfig), ?)', [CONFIGURATIONS[language], text])
}

/** No text of a person's may look as if it were sealed. */
function withoutMark(text: string): string {
  return text.replaceAll(SEALED_MARK, '')
}

/** Short texts whose concepts are remembered: measurements say the same again and again. */
const REMEMBERED_TEXTS = 1_000
const REMEMBERED_CHARACTERS = 60
const remembered = new Map<string, readonly string[]>()

/** What a text is about: concepts of the lexicon, the same in every language. */
function keywordsOf(text: string): readonly string[] {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const subjects = findConcepts(text).filter(({ concept }) => SUBJECTS.has(concept.kind))
  const keywords = [...new Set(subjects.map(({ concept }) => concept.id))]
  if (text.length <= REMEMBERED_CHARACTERS) {
    if (remembered.size >= REMEMBERED_TEXTS) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(text, keywords)
  }
  return keywords
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
