import type { Knex } from 'knex'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import { queryTerms, tsquery } from './query-terms.ts'
import { vectorText } from './search-store.ts'

export interface FusedSearch {
  readonly userId: string
  readonly text: string
  /** Lexemes that are looked for besides, as the index has them. */
  readonly lexemes?: readonly string[] | undefined
  /** Of any language where it is not known. */
  readonly form: LanguageForm | undefined
  /** The question's vector with its model, where there is one. */
  readonly vector: readonly number[] | undefined
  readonly model: string
  /** How many each of the two searches may bring. */
  readonly candidates: number
  /** What no word speaks for must be at least this close in meaning, -1 to 1. */
  readonly leastSimilarity?: number
  /** Only from these tables; from all where absent. */
  readonly tables?: readonly string[] | undefined
  /** Not from these. */
  readonly exceptTables?: readonly string[] | undefined
  /** Rows that are not wanted, such as the message itself. */
  readonly except?: readonly string[] | undefined
  /** Only what speaks about these times, both ends included: a day in the person's time zone, or RFC 3339. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only what was indexed by then. */
  readonly knownBy?: Date | undefined
  /** The time from which ages count; now where absent. */
  readonly now?: Date | undefined
}

/** Cormack, Clarke and Büttcher (2009) found reciprocal rank fusion steady around this constant. */
const RANK_CONSTANT = 60
/** What is this many days old weighs half of what was said today; documents and readings get old, they do not expire. */
const HALF_WEIGHT_DAYS = 1500

const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * Common table expressions that search a person's texts by words and by meaning and fuse the two rankings. The last one,
 * `ranked`, has the chunks with their `score` and `similarity`; `wanted` has the words as `query`. The vectors are compared
 * exactly: row-level security leaves one person's chunks, for which an approximate index would only lose some.
 */
export function fusedSearch(sql: Knex, search: FusedSearch): Knex.Raw {
  const terms = queryTerms(search.text, search.form)
  return sql.raw(
    // Both materialised: `wanted`, as a plan for any words would read them anew for every text; `fused`, as row-level
    // security keeps PostgreSQL from looking anything up by what is computed, so that it would read all chunks again.
    `wanted as materialized (
       select to_tsquery('english', :english) || to_tsquery('hindi', :hindi) || to_tsquery('tamil', :tamil) ||
         cast(:lexemes as tsquery) as query
     ),
     worded as (
       select source_table, source_id, chunk_number, row_number() over (order by rank desc, id) as place
       from (
         select id, source_table, content_id as source_id, chunk_number,
           ts_rank(search_vector, wanted.query, 1) as rank
         from search_index, wanted
         where user_id = :user and search_vector @@ wanted.query and :worded
         order by rank desc, id limit :candidates
       ) fitting
     ),
     meant as (
       select source_table, source_id, chunk_number, - distance as similarity,
         row_number() over (order by distance, id) as place
       from (
         -- The nearest first and their places after: a place for every chunk would mean sorting all of them.
         select id, source_table, source_id, chunk_number, embedding <#> cast(:vector as halfvec) as distance
         from record_chunks
         where user_id = :user and embedding_model = :model and :meant
         order by distance, id limit :candidates
       ) nearest
     ),
     fused as materialized (
       select coalesce(worded.source_table, meant.source_table) as source_table,
         coalesce(worded.source_id, meant.source_id) as source_id,
         coalesce(worded.chunk_number, meant.chunk_number) as chunk_number,
         coalesce(1.0 / (:constant + worded.place), 0) + coalesce(1.0 / (:constant + meant.place), 0) as score
       from worded full join meant using (source_table, source_id, chunk_number)
       where worded.place is not null or meant.similarity >= :leastSimilarity
     ),
     ranked as (
       select c.*,
         f.score * (0.5 + 0.5 * exp(-greatest(0, extract(epoch from
           (coalesce(cast(:now as timestamptz), now()) - coalesce(c.occurred_at, c.created_at)))) / (86400.0 * :age))) as score
       from fused f
       join record_chunks c on c.user_id = :user and c.source_table = f.source_table
         and c.source_id = f.source_id and c.chunk_number = f.chunk_number
     )`,
    {
      english: tsquery(terms.en),
      hindi: tsquery(terms.hi),
      tamil: tsquery(terms.ta),
      lexemes: (search.lexemes ?? []).map((lexeme) => `'${lexeme}'`).join(' | '),
      user: search.userId,
      vector: search.vector === undefined ? null : vectorText(search.vector),
      model: search.model,
      candidates: search.candidates,
      leastSimilarity: search.leastSimilarity ?? -1,
      constant: RANK_CONSTANT,
      age: HALF_WEIGHT_DAYS,
      now: search.now?.toISOString() ?? null,
      worded: wantedOnly(sql, search, 'content_id'),
      meant: search.vector === undefined ? sql.raw('false') : wantedOnly(sql, search, 'source_id'),
    },
  )
}

/** The condition that leaves what is wanted, whatever it says. */
function wantedOnly(sql: Knex, search: FusedSearch, rowId: 'content_id' | 'source_id'): Knex.Raw {
  const { tables, exceptTables, except, from, to, knownBy } = search
  const at = 'coalesce(occurred_at, created_at)'
  const startOf = (day: string) => `cast(${day} as timestamp) at time zone ${PERSONS_TIME_ZONE}`
  const conditions: [string, Record<string, unknown>][] = []
  if (tables) conditions.push(['source_table = any(:tables)', { tables: [...tables] }])
  if (exceptTables) conditions.push(['not (source_table = any(:exceptTables))', { exceptTables: [...exceptTables] }])
  if (except) conditions.push([`not (${rowId} = any(:except))`, { except: [...except] }])
  if (from !== undefined) {
    const start = DAY.test(from) ? startOf('cast(:from as date)') : 'cast(:from as timestamptz)'
    conditions.push([`${at} >= ${start}`, { from }])
  }
  if (to !== undefined) {
    const end = DAY.test(to) ? `< ${startOf('cast(:to as date) + 1')}` : '<= cast(:to as timestamptz)'
    conditions.push([`${at} ${end}`, { to }])
  }
  if (knownBy) conditions.push(['created_at <= :knownBy', { knownBy: knownBy.toISOString() }])
  return sql.raw(
    ['true', ...conditions.map(([condition]) => condition)].join(' and '),
    Object.assign({}, ...conditions.map(([, bindings]) => bindings)),
  )
}
