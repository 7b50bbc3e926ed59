import { findConcepts } from '../../clinical/concepts/index.ts'
import { SEALED_MARK, type Transaction } from '../../platform/database/index.ts'
import { type FusedSearch, fusedSearch } from './fused-search.ts'
import { MATCH_END, MATCH_START } from './highlight.ts'
import { meantWords, unknownWords } from './meant-words.ts'

/** A row of the record that fits a search, with the stretch of its text that fits best. */
export interface FoundRow {
  readonly source_table: string
  readonly source_id: string
  readonly page: number | null
  /** The conversation of a message. */
  readonly session_id: string | null
  readonly title: string
  /** The stretch with `MATCH_START` and `MATCH_END` around the words that were looked for. */
  readonly marked: string
  readonly at: Date
  readonly score: number
}

/** Candidates that each of the two searches may bring. Nobody reads further. */
const CANDIDATES = 100
/** Without a word in common, a text that is less alike than this has only chance in common with the search. */
const LEAST_SIMILARITY = 0.3
const TITLE_CHARACTERS = 120
const MARKS = `${MATCH_START}${MATCH_END}`
const OPTIONS = `StartSel=${MATCH_START}, StopSel=${MATCH_END}, MaxWords=40, MinWords=20`
const CONFIGURATION = `case r.language when 'hi' then cast('hindi' as regconfig)
  when 'ta' then cast('tamil' as regconfig) else cast('english' as regconfig) end`

interface StoredRow extends Omit<FoundRow, 'title' | 'marked'> {
  readonly title: string | null
  readonly first_text: string
  readonly text: string
  readonly language: string
  readonly query: string
  /** Nothing where the text is sealed. */
  readonly marked: string | null
}

type RecordSearch = Omit<FusedSearch, 'candidates' | 'leastSimilarity' | 'form' | 'lexemes'>
interface Page {
  /** Rows to skip, and rows to give. */
  readonly offset: number
  readonly limit: number
}

/**
 * Searches a person's record by words and by meaning. Every row is found once, by its best stretch. Where the record does
 * not have a word as it was typed, what it was meant to be is looked for too. One round trip, two more for such a word.
 */
export async function searchRecord(transaction: Transaction, search: RecordSearch, page: Page): Promise<FoundRow[]> {
  const known = { userId: search.userId, knownBy: search.knownBy }
  const [asTyped, unknown] = await Promise.all([
    findRows(transaction, search, page),
    unknownWords(transaction, { ...known, text: search.text }),
  ])
  // What has a meaning was found by that, however it is spelled.
  const open = unknown.filter(({ text }) => asTyped.length === 0 || findConcepts(text).length === 0)
  const meant = open.length === 0 ? undefined : await meantWords(transaction, known, open)
  const rows =
    meant === undefined || meant.spellings.length + meant.lexemes.length === 0
      ? asTyped
      : await findRows(
          transaction,
          { ...search, text: [search.text, ...meant.spellings].join(' '), lexemes: meant.lexemes },
          page,
        )
  const marked = await markSealed(transaction, rows)
  return rows.map((row, at) => ({
    ...row,
    title: row.title ?? row.first_text.split('\n', 1)[0]?.slice(0, TITLE_CHARACTERS) ?? '',
    marked: row.marked ?? marked.get(at) ?? '',
  }))
}

function findRows(
  transaction: Transaction,
  search: RecordSearch & Pick<FusedSearch, 'lexemes'>,
  page: Page,
): Promise<StoredRow[]> {
  const { sql } = transaction
  return transaction.rows<StoredRow>(
    sql.raw(
      `with :ranked,
       best as (
         select distinct on (source_table, source_id) * from ranked order by source_table, source_id, score desc, id
       ),
       shown as (
         select * from best order by score desc, id offset :offset limit :limit
       )
       select r.source_table, r.source_id, r.page, coalesce(r.occurred_at, r.created_at) as at,
         cast(r.score as float8) as score, m.session_id,
         coalesce(d.document_name, s.session_title) as title, first.text as first_text, r.text, r.language,
         cast(wanted.query as text) as query,
         case when not starts_with(r.text, :sealed) then
           ts_headline(:configuration, translate(r.text, :marks, ''), wanted.query, :options)
         end as marked
       from shown r
       cross join wanted
       join record_chunks first on first.user_id = r.user_id and first.source_table = r.source_table
         and first.source_id = r.source_id and first.chunk_number = 0
       left join medical_documents d on r.source_table = 'medical_documents' and d.id = r.source_id
       left join chat_messages m on r.source_table = 'chat_messages' and m.id = r.source_id
       left join chat_sessions s on s.id = m.session_id
       order by r.score desc, r.id`,
      {
        ranked: fusedSearch(sql, {
          ...search,
          form: undefined,
          candidates: CANDIDATES,
          leastSimilarity: LEAST_SIMILARITY,
        }),
        offset: page.offset,
        limit: page.limit,
        sealed: SEALED_MARK,
        configuration: sql.raw(CONFIGURATION),
        marks: MARKS,
        options: OPTIONS,
      },
    ),
  )
}

/** Marks the words in texts that only this process can read: one statement more, where there are any. */
async function markSealed(transaction: Transaction, rows: readonly StoredRow[]): Promise<ReadonlyMap<number, string>> {
  const sealed = rows.flatMap((row, at) => (row.marked === null ? [{ ...row, at }] : []))
  if (sealed.length === 0) return new Map()
  const { sql } = transaction
  const found = await transaction.rows<{ at: number; marked: string }>(
    sql.raw(
      `select r.at, ts_headline(${CONFIGURATION}, translate(r.text, ?, ''), cast(r.query as tsquery), ?) as marked
       from (values ${sealed.map(() => '(?::integer, ?, ?, ?)').join(', ')}) as r (at, language, text, query)`,
      [MARKS, OPTIONS, ...sealed.flatMap(({ at, language, text, query }) => [at, language, text, query])],
    ),
  )
  return new Map(found.map(({ at, marked }) => [at, marked]))
}
