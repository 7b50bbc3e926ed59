import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { fusedSearch } from './fused-search.ts'

interface PassageQuery {
  readonly userId: string
  readonly text: string
  readonly form: LanguageForm
  /** The question's vector with its model, where there is one. */
  readonly vector: readonly number[] | undefined
  readonly model: string
  readonly limit: number
  /** What no word speaks for must be at least this close in meaning, -1 to 1. */
  readonly leastSimilarity?: number
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
/** Chunks of one row that may stand side by side. */
const PER_ROW = 3

/**
 * Searches a person's texts by words and by meaning, and fuses the two rankings. What a family member's documents say is
 * left out: it is none of the person's own record. One round trip.
 */
export async function findPassages(transaction: Transaction, query: PassageQuery): Promise<readonly FoundPassage[]> {
  const { sql } = transaction
  // Planning takes longer than searching the record of most people, and the plan is the same for all of them.
  transaction.queue(sql.raw('set local plan_cache_mode = force_generic_plan'))
  const rows = await transaction.rows<PassageRow>(
    sql.raw(
      `with :ranked,
       single as (
         select distinct on (content_hash) * from ranked order by content_hash, score desc
       ),
       numbered as (
         select *, row_number() over (partition by source_table, source_id order by score desc) as of_row from single
       )
       select n.source_table, n.source_id, n.page, n.text, n.occurred_at, cast(n.score as float8) as score, d.document_name
       from numbered n
       left join medical_documents d on n.source_table = 'medical_documents' and d.id = n.source_id
       where of_row <= :perRow and coalesce(d.subject, 'self') <> 'family'
       order by score desc limit :limit`,
      { ranked: fusedSearch(sql, { ...query, candidates: CANDIDATES }), perRow: PER_ROW, limit: query.limit },
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
