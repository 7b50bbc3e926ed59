import { toSql } from 'pgvector'
import { v7 as uuidv7 } from 'uuid'
import { type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Embedder } from '../../platform/models/index.ts'
import { contentHash, type LibraryText, passagesOf } from './library-text.ts'

/** What a text is about stands in its title; the text itself names much besides. */
const TITLE_SHARE = 0.6

/** A stretch of a text of the library that fits a question. */
export interface LibraryPassage {
  readonly title: string
  readonly source: string
  readonly url: string | undefined
  readonly text: string
  /** How close it is in meaning, -1 to 1. */
  readonly similarity: number
}

/**
 * Puts a collection of texts into the library: what is new or was changed is added, what the collection no longer has is
 * removed, and what another embedding model has read is read anew.
 * @returns how many texts were added or replaced, and how many were removed.
 */
export async function putCollection(
  dependencies: { readonly database: Database; readonly embedder: Embedder },
  collection: string,
  texts: readonly LibraryText[],
): Promise<{ readonly added: number; readonly removed: number }> {
  const { database, embedder } = dependencies
  const keyOf = ({ document, language }: Pick<LibraryText, 'document' | 'language'>) => `${language} ${document}`
  const known = await database.asSystem((transaction) =>
    transaction.rows<{ document: string; language: LibraryText['language']; content_hash: string }>(
      transaction
        .sql('library_passages')
        .distinct('document', 'language', 'content_hash')
        .where({ collection, embedding_model: embedder.model }),
    ),
  )
  const kept = new Map(known.map((row) => [keyOf(row), row.content_hash]))
  const fresh = texts.filter((text) => kept.get(keyOf(text)) !== contentHash(text))
  const passages = fresh.flatMap((text) => passagesOf(text.text).map((passage, number) => ({ text, passage, number })))
  // Nothing is open in the database while an embeddings server works.
  const [titles, vectors] = await Promise.all([
    embedder.embedPassages(passages.map(({ text }) => text.title)),
    embedder.embedPassages(passages.map(({ text, passage }) => `${text.title}\n${passage}`)),
  ])
  return database.asSystem(async (transaction) => {
    const { sql } = transaction
    const present = new Set(texts.map(keyOf))
    const removed = new Set([...kept.keys()].filter((key) => !present.has(key)))
    const stale = [...fresh.map(keyOf), ...removed]
    transaction.queue(
      sql('library_passages')
        .where({ collection })
        .andWhere((query) =>
          query
            .whereRaw(`language || ' ' || document = any(?)`, [stale])
            .orWhereNot({ embedding_model: embedder.model }),
        )
        .delete(),
    )
    if (passages.length > 0) {
      transaction.queue(
        sql('library_passages').insert(
          passages.map(({ text, passage, number }, at) => ({
            id: uuidv7(),
            collection,
            document: text.document,
            number,
            language: text.language,
            title: text.title,
            source: text.source,
            url: text.url ?? null,
            text: passage,
            content_hash: contentHash(text),
            title_embedding: toSql([...(titles[at] ?? [])]),
            embedding: toSql([...(vectors[at] ?? [])]),
            embedding_model: embedder.model,
          })),
        ),
      )
    }
    return { added: fresh.length, removed: removed.size }
  })
}

interface PassageRow {
  readonly title: string
  readonly source: string
  readonly url: string | null
  readonly text: string
  readonly similarity: number
}

/**
 * What the library says to a question, closest first; texts in the person's language before those in English. A text that
 * fits is given in the person's own script where it stands there in that.
 */
export async function findInLibrary(
  transaction: Transaction,
  query: {
    readonly vector: readonly number[]
    readonly model: string
    readonly form: LanguageForm
    readonly leastSimilarity: number
    readonly limit: number
  },
): Promise<readonly LibraryPassage[]> {
  const rows = await transaction.rows<PassageRow>(
    transaction.sql.raw(
      `with known as (
         select collection, document, number, title, source, url, text, language, cast(
           - ${TITLE_SHARE} * (title_embedding <#> cast(:vector as halfvec))
           - ${1 - TITLE_SHARE} * (embedding <#> cast(:vector as halfvec)) as float8) as similarity
         from library_passages where embedding_model = :model and language in (:form, :language, 'en')
       ), fitting as (
         select collection, document, number, language = 'en' and :language <> 'en' as foreign_text, max(similarity) as similarity
         from known where similarity >= :least group by 1, 2, 3, 4
       )
       select told.title, told.source, told.url, told.text, fitting.similarity
       from fitting cross join lateral (
         select * from known
         where collection = fitting.collection and document = fitting.document and number = fitting.number
           and (language = 'en' and :language <> 'en') = fitting.foreign_text
         order by language = :form desc limit 1
       ) as told
       order by fitting.foreign_text, fitting.similarity desc limit :limit`,
      {
        vector: toSql([...query.vector]),
        model: query.model,
        form: query.form,
        language: languageOf(query.form),
        least: query.leastSimilarity,
        limit: query.limit,
      },
    ),
  )
  return rows.map(({ url, ...row }) => ({ ...row, url: url ?? undefined }))
}
