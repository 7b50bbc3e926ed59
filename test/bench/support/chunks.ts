import type { Connection } from '../../../src/platform/database/index.ts'
import { seeded } from '../../support/samples/make-report.ts'
import { PERSON } from './people.ts'

export const DIMENSIONS = 384
export const MODEL = 'bench'

/**
 * Meanings lie close to a surface of few dimensions, and an index that goes from neighbour to neighbour lives on that: each
 * vector is the sum of one vector from each pool, and the vectors of a pool lie in a space of three dimensions.
 */
const POOLS = 6
const POOL_DIMENSIONS = 3
const POOL = 256

/** The sum of one vector from each pool, of a row `drawn` that names one of each, normalised to length 1. */
const each = (write: (pool: number) => string, between: string) =>
  Array.from({ length: POOLS }, (_, pool) => write(pool)).join(between)
const SUM = `l2_normalize(${each((pool) => `p${pool}.vector`, ' + ')})`
const DRAWN = each((pool) => `floor(random() * ${POOL})::int as d${pool}`, ', ')
const JOINS = each(
  (pool) => `join bench_vectors p${pool} on p${pool}.pool = ${pool} and p${pool}.number = drawn.d${pool}`,
  '\n',
)

/** Number of a person from which on the rest of the table belongs to small records of this many chunks. */
const REST_SIZE = 250

/**
 * Fills the table of chunks: person 1 has `sizes[0]` chunks, person 2 `sizes[1]` and so on, and others make up the rest.
 * @returns how many people there are.
 */
export async function addChunks(connection: Connection, sizes: readonly number[], total: number): Promise<number> {
  await connection.query('select setseed(0.5)')
  await connection.query(`create unlogged table bench_vectors (pool int, number int, vector vector(${DIMENSIONS}))`)
  const random = seeded(1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  for (let pool = 0; pool < POOLS; pool += 1) {
    const axes = Array.from({ length: POOL_DIMENSIONS }, () => Array.from({ length: DIMENSIONS }, normal))
    const vectors = Array.from({ length: POOL }, () => {
      const place = axes.map(normal)
      return Array.from({ length: DIMENSIONS }, (_, at) =>
        axes.reduce((sum, axis, number) => sum + (axis[at] ?? 0) * (place[number] ?? 0), 0),
      )
    })
    await connection.query(
      `insert into bench_vectors select ${pool}, number - 1, vector::vector
       from unnest($1::text[]) with ordinality v (vector, number)`,
      [vectors.map((vector) => JSON.stringify(vector))],
    )
  }
  await connection.query('create index on bench_vectors (pool, number)')
  const sized = sizes.reduce((sum, size) => sum + size, 0)
  const people = sizes.length + Math.ceil((total - sized) / REST_SIZE)
  const counts = [...sizes, ...Array.from({ length: people - sizes.length }, () => REST_SIZE)]
  await connection.query(
    `insert into users (id, name, email, password_hash)
     select ${PERSON('n')}, 'Person ' || n, 'person' || n || '@example.org', '-' from generate_series(1, ${people}) n`,
  )
  await connection.query(
    // Chunks of all people come in turns, as they would over the years, so that nobody's lie side by side.
    `insert into record_chunks (user_id, source_table, source_id, language, text, content_hash, embedding, embedding_model)
     select ${PERSON('n')}, 'medical_documents', gen_random_uuid(), 'en', 'Chunk ' || chunk || repeat(' of a report', 20),
       n || '-' || chunk, ${SUM}::halfvec, '${MODEL}'
     from (
       select * from (
         select n, chunk, ${DRAWN}, random() as place
         from unnest($1::int[]) with ordinality p (count, n), generate_series(1, count) chunk
         offset 0
       ) numbered
       order by place
     ) drawn ${JOINS}`,
    [counts],
  )
  await connection.query('vacuum analyze record_chunks')
  return people
}

/** Vectors like those of the chunks, to ask with. */
export async function drawQueries(connection: Connection, count: number): Promise<readonly (readonly number[])[]> {
  const { rows } = await connection.query<{ vector: string }>(
    `select ${SUM}::text as vector from (select ${DRAWN} from generate_series(1, ${count})) drawn ${JOINS}`,
  )
  return rows.map(({ vector }) => JSON.parse(vector) as number[])
}
