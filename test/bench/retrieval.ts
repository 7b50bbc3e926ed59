import pg from 'pg'
import { findPassages } from '../../src/domains/search/index.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import { addChunks, DIMENSIONS, drawQueries, MODEL } from './support/chunks.ts'
import { figure, median, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { conditions } from './support/machine.ts'
import { personId } from './support/people.ts'
import { type BenchServices, startServices } from './support/services.ts'
import { type SuiteOptions, say } from './support/suite.ts'

const SIZES = {
  full: { total: 300_000, people: [100, 1_000, 4_000, 10_000, 20_000], queries: 40 },
  quick: { total: 20_000, people: [100, 1_000, 5_000], queries: 10 },
} as const
const CONCURRENCIES = [1, 16] as const
const WANTED = 10

/** How a search is made. The first two are what PostgreSQL can do by hand, past row-level security. */
const WAYS = {
  exact: 'exact, by hand',
  iterative: 'index, iterative, by hand',
  planner: "the planner's choice, by hand",
  product: 'Swasthwrap',
} as const
type Way = keyof typeof WAYS

interface Measured {
  /** Milliseconds, the median. */
  readonly time: number
  /** Of the ten nearest, the share that was found. */
  readonly recall: number
}

/** The ten nearest chunks of one person among everybody's, beside an exact and an approximate search by hand. */
export async function retrieval({ quick }: SuiteOptions): Promise<string> {
  const size = quick ? SIZES.quick : SIZES.full
  const services = await startServices()
  const database = await openDatabase({
    connectionString: services.databaseUrl,
    maxConnections: Math.max(...CONCURRENCIES),
    ownSessions: true,
    report: (error) => say(String(error)),
  })
  const pools = {
    exact: poolOf(services, ''),
    // The index is wanted even where the planner thinks sorting cheaper.
    iterative: poolOf(services, '-c hnsw.iterative_scan=relaxed_order -c enable_sort=off'),
    planner: poolOf(services, ''),
  }
  try {
    say(`making ${size.total} chunks`)
    await addChunks(services.connection, size.people, size.total)
    say('building the index of the searches by hand')
    await services.connection.query("set maintenance_work_mem = '4GB'")
    // The product has no such index: at this size of a person's record an exact search costs little, an insert much.
    await services.connection.query(
      `create index bench_neighbours on record_chunks using hnsw ((embedding::halfvec(${DIMENSIONS})) halfvec_ip_ops)`,
    )
    const queries = await drawQueries(services.connection, size.queries)
    const search = searches(database, pools)
    const results = new Map<string, Measured>()
    for (const [index, chunks] of size.people.entries()) {
      const userId = personId(index + 1)
      const nearest = await Promise.all(queries.map((query) => search.exact(userId, query)))
      // Connections are opened and plans made before anything is measured.
      for (const way of Object.values(search)) await Promise.all(queries.map((query) => way(userId, query)))
      for (const concurrency of CONCURRENCIES) {
        const times = await measure(search, { userId, queries, nearest, concurrency })
        for (const [way, measured] of Object.entries(times)) results.set(`${chunks} ${concurrency} ${way}`, measured)
      }
      say(`${chunks} chunks: done`)
    }
    return report(results, size, conditions(services.versions))
  } finally {
    await database.close()
    await Promise.all(Object.values(pools).map((pool) => pool.end()))
    await services.close()
  }
}

function poolOf({ superuserUrl }: BenchServices, options: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: superuserUrl, options, max: Math.max(...CONCURRENCIES) })
  pool.on('error', (error) => say(String(error)))
  return pool
}

type Search = (userId: string, query: readonly number[]) => Promise<readonly string[]>

function searches(database: Database, pools: Readonly<Record<Exclude<Way, 'product'>, pg.Pool>>): Record<Way, Search> {
  const byHand =
    (pool: pg.Pool, order: string): Search =>
    async (userId, query) => {
      const { rows } = await pool.query<{ source_id: string }>(
        `select source_id, page, text, occurred_at from record_chunks
         where user_id = $1 and embedding_model = '${MODEL}' order by ${order} limit ${WANTED}`,
        [userId, JSON.stringify(query)],
      )
      return rows.map((row) => row.source_id)
    }
  const approximate = `embedding::halfvec(${DIMENSIONS}) <#> $2::halfvec(${DIMENSIONS})`
  return {
    // Not the expression of the index, so every chunk is looked at.
    exact: byHand(pools.exact, '(embedding <#> $2::halfvec) + 0'),
    iterative: byHand(pools.iterative, approximate),
    planner: byHand(pools.planner, approximate),
    product: async (userId, query) => {
      const found = await database.asUser(userId, (transaction) =>
        // A word that nobody wrote: the search by words has nothing to add.
        findPassages(transaction, { userId, text: 'xyzzy', form: 'en', vector: query, model: MODEL, limit: WANTED }),
      )
      return found.map((passage) => passage.rowId)
    },
  }
}

interface Asked {
  readonly userId: string
  readonly queries: readonly (readonly number[])[]
  readonly nearest: readonly (readonly string[])[]
  readonly concurrency: number
}

/** The ways take turns query by query, so that all of them meet the machine in the same state. */
async function measure(search: Record<Way, Search>, asked: Asked): Promise<Record<Way, Measured>> {
  const times: Record<Way, number[]> = { exact: [], iterative: [], planner: [], product: [] }
  const found: Record<Way, number> = { exact: 0, iterative: 0, planner: 0, product: 0 }
  const ways = Object.keys(WAYS) as Way[]
  for (let first = 0; first < asked.queries.length; first += asked.concurrency) {
    const group = asked.queries.slice(first, first + asked.concurrency)
    for (const way of ways) {
      await Promise.all(
        group.map(async (query, index) => {
          const started = performance.now()
          const ids = await search[way](asked.userId, query)
          times[way].push(performance.now() - started)
          const nearest = new Set(asked.nearest[first + index])
          found[way] += ids.filter((id) => nearest.has(id)).length / WANTED
        }),
      )
    }
  }
  const of = (way: Way) => ({ time: median(times[way]), recall: found[way] / asked.queries.length })
  return { exact: of('exact'), iterative: of('iterative'), planner: of('planner'), product: of('product') }
}

function report(
  results: ReadonlyMap<string, Measured>,
  size: (typeof SIZES)[keyof typeof SIZES],
  circumstances: string,
): string {
  const at = (chunks: number, concurrency: number, way: Way) =>
    results.get(`${chunks} ${concurrency} ${way}`) ?? { time: Number.NaN, recall: Number.NaN }
  const rows = size.people.flatMap((chunks) =>
    (Object.keys(WAYS) as Way[]).map((way) => [
      chunks.toLocaleString('en'),
      WAYS[way],
      ...CONCURRENCIES.map((concurrency) => figure(at(chunks, concurrency, way).time)),
      figure(at(chunks, 1, way).recall),
    ]),
  )
  const verdicts = size.people.flatMap((chunks) => {
    // What finds less than was asked for is no measure of speed.
    const best = (concurrency: number) =>
      Math.min(
        ...(['exact', 'iterative'] as const).map((way) => {
          const { time, recall } = at(chunks, concurrency, way)
          return recall >= 0.98 ? time : Number.POSITIVE_INFINITY
        }),
      )
    return [
      verdict(`${chunks.toLocaleString('en')} chunks: recall@10`, at(chunks, 1, 'product').recall, { atLeast: 0.98 }),
      ...CONCURRENCIES.map((concurrency) =>
        verdict(
          `${chunks.toLocaleString('en')} chunks, ${concurrency} at once: times the better way by hand`,
          at(chunks, concurrency, 'product').time / best(concurrency),
          { atMost: 1.3 },
        ),
      ),
    ]
  })
  return [
    circumstances,
    `${size.total.toLocaleString('en')} chunks of ${DIMENSIONS} dimensions (halfvec), written in turns; ${size.queries} queries each. By hand: one statement past row-level security; Swasthwrap: its whole search in a tenant's transaction, the search by words included. Milliseconds, medians.`,
    table(['chunks of the person', 'way', ...CONCURRENCIES.map((each) => `${each} at once`), 'recall@10'], rows),
    table(VERDICT_HEAD, verdicts),
  ].join('\n\n')
}
