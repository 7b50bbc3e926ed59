import { createConnection } from '../../../src/platform/database/index.ts'

/** What a database holds that a crash must not take: for each logged table how many rows, and a digest of all of them with every column, vectors too. */
export type DatabaseContent = Record<string, { rows: number; digest: string | null }>

/** @param connectionString As the owner of the tables, or the superuser: row-level security hides no row from them. */
export async function contentOfDatabase(connectionString: string): Promise<DatabaseContent> {
  const connection = createConnection(connectionString)
  await connection.connect()
  try {
    await connection.query('begin isolation level repeatable read')
    const { rows: tables } = await connection.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relpersistence = 'p' and relnamespace = 'public'::regnamespace order by 1",
    )
    const content: DatabaseContent = {}
    for (const { name } of tables) {
      const { rows } = await connection.query<{ rows: number; digest: string | null }>(
        `select count(*)::int as rows, md5(string_agg(t::text, ',' order by t::text)) as digest from ${name} t`,
      )
      content[name] = rows[0] ?? { rows: 0, digest: null }
    }
    await connection.query('rollback')
    return content
  } finally {
    await connection.end()
  }
}

/** How many passages have a vector. */
export async function countVectors(connectionString: string): Promise<number> {
  const connection = createConnection(connectionString)
  await connection.connect()
  try {
    const { rows } = await connection.query<{ count: number }>(
      'select count(embedding)::int as count from record_chunks',
    )
    return rows[0]?.count ?? 0
  } finally {
    await connection.end()
  }
}
