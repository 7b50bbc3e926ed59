import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { queryTerms, tsquery } from './query-terms.ts'
import { vectorText } from './search-store.ts'

export interface PassageQuery {
  readonly userId: string
  readonly text: string
  readonly form: LanguageForm
  /** The question's vector with its model, where there is one. */
  readonly vector: readonly number[] | undefined
  readonly model: string
  readonly limit: number
  /** Only from these tables; from all where absent. */
  readonly tables?: readonly string[]
  /** Rows that are not wanted, such as the message itself. */
  readonly except?: readonly string[]
}

/** A stretch of text of the record that fits a question. */
export interface FoundPassage {
  readonly table: string
  readonly rowId: string
  readonly page: number | undefined
  readonly text: string
  readonly at: Date | undefined
  /** Reciprocal rank, fused over both searches and weighted by age. */
  readonly score: number
  /** Name of the document, where it is one. */
  readonly documentName: string | undefined
}

interface PassageRow {
  readonly source_table: string
  readonly source_id: string
  readonly page: number | null
  readonly text: string
  readonly occurred_at: Date | null
  readonly score: number
  readonly document_name: string | null
}

/** Candidates that each of the two searches may bring. */
const CANDIDATES = 40
/** Cormack, Clarke and Büttcher (2009) found reciprocal rank fusion steady around this constant. */
const RANK_CONSTANT = 60
/** Chunks of one row that may stand side by side. */
const PER_ROW = 3
/** What is this many days old weighs half of what was said today; documents and readings get old, they do not expire. */
const HALF_WEIGHT_DAYS = 1500

/**
 * Searches a person's texts by words and by meaning, and fuses the two rankings. One statement. The vectors are compared
 * exactly: row-level security leaves one person's chunks, for which an approximate index would only lose some.
 */
export async function findPassages(transaction: Transaction, query: PassageQuery): Promise<readonly FoundPassage[]> {
  const terms = queryTerms(query.text, query.form)
  const { sql } = transaction
  const restriction = sql.raw(
    `${query.tables === undefined ? 'true' : 'source_table = any(:tables)'}
     ${query.except === undefined ? '' : 'and not (source_id = any(:except))'}`,
    { ...(query.tables && { tables: [...query.tables] }), ...(query.except && { except: [...query.except] }) },
  )
  const rows = await transaction.rows<PassageRow>(
    sql.raw(
      `with wanted as (
         select to_tsquery('english', :english) || to_tsquery('hindi', :hindi) || to_tsquery('tamil', :tamil) as query
       ),
       worded as (
         select source_table, content_id as source_id, chunk_number,
           row_number() over (order by ts_rank_cd(search_vector, wanted.query, 1) desc, id) as place
         from search_index, wanted
         where user_id = :user and search_vector @@ wanted.query
         order by place limit :candidates
       ),
       meant as (
         select source_table, source_id, chunk_number,
           row_number() over (order by embedding <#> cast(:vector as halfvec), id) as place
         from record_chunks
         where user_id = :user and embedding_model = :model and cast(:vector as halfvec) is not null
         order by place limit :candidates
       ),
       fused as (
         select coalesce(worded.source_table, meant.source_table) as source_table,
           coalesce(worded.source_id, meant.source_id) as source_id,
           coalesce(worded.chunk_number, meant.chunk_number) as chunk_number,
           coalesce(1.0 / (:constant + worded.place), 0) + coalesce(1.0 / (:constant + meant.place), 0) as score
         from worded full join meant using (source_table, source_id, chunk_number)
       ),
       ranked as (
         select c.source_table, c.source_id, c.page, c.text, c.occurred_at, c.content_hash, d.document_name,
           f.score * (0.5 + 0.5 * exp(-greatest(0, extract(epoch from (now() - coalesce(c.occurred_at, c.created_at))))
             / (86400.0 * :age))) as score
         from fused f
         join record_chunks c on c.user_id = :user and c.source_table = f.source_table
           and c.source_id = f.source_id and c.chunk_number = f.chunk_number
         left join medical_documents d on c.source_table = 'medical_documents' and d.id = c.source_id
       ),
       single as (
         select distinct on (content_hash) * from ranked where :restriction order by content_hash, score desc
       ),
       numbered as (
         select *, row_number() over (partition by source_table, source_id order by score desc) as of_row from single
       )
       select source_table, source_id, page, text, occurred_at, cast(score as float8) as score, document_name
       from numbered where of_row <= :perRow
       order by score desc limit :limit`,
      {
        english: tsquery(terms.en),
        hindi: tsquery(terms.hi),
        tamil: tsquery(terms.ta),
        user: query.userId,
        vector: query.vector === undefined ? null : vectorText(query.vector),
        model: query.model,
        candidates: CANDIDATES,
        constant: RANK_CONSTANT,
        age: HALF_WEIGHT_DAYS,
        perRow: PER_ROW,
        limit: query.limit,
        restriction,
      },
    ),
  )
  return rows.map((row) => ({
    table: row.source_table,
    rowId: row.source_id,
    page: row.page ?? undefined,
    text: row.text,
    at: row.occurred_at ?? undefined,
    score: row.score,
    documentName: row.document_name ?? undefined,
  }))
}
