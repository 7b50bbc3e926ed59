import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { findPassages } from '../../src/domains/search/index.ts'
import { createConnection, type Database, openDatabase } from '../../src/platform/database/index.ts'
import { startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts'
import { ensureTemplate } from '../../src/runtime/embedded-template.ts'
import { addChunks, drawQueries, MODEL } from './support/chunks.ts'
import { figure, median, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { conditions } from './support/machine.ts'
import { startNode } from './support/node-process.ts'
import { personId } from './support/people.ts'
import { residentBytes } from './support/process-meter.ts'
import { startServices } from './support/services.ts'
import { type SuiteOptions, say } from './support/suite.ts'

const SIZES = {
  full: { starts: 5, chunks: 10_000, repeats: 400 },
  quick: { starts: 1, chunks: 1_000, repeats: 40 },
} as const
const report = (error: unknown) => say(String(error))

/** The embedded profile: how it starts, what it holds, and its queries beside those of a PostgreSQL server. */
export async function embedded({ quick }: SuiteOptions): Promise<string> {
  const size = quick ? SIZES.quick : SIZES.full
  // As an install makes it.
  const template = await ensureTemplate(report)
  const starts = []
  for (let count = 0; count < size.starts; count += 1) starts.push(await measureStarts())
  const services = await startServices()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-bench-embedded-'))
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'), { report, durable: true, template })
  const open = (connectionString: string, ownSessions: boolean) =>
    openDatabase({ connectionString, maxConnections: 8, ownSessions, report })
  const databases = {
    server: await open(services.databaseUrl, true),
    embedded: await open(postgres.connectionString, false),
  }
  try {
    const queries = {
      server: await fill(services.superuserUrl, size),
      embedded: await fill(postgres.connectionString, size),
    }
    const results: Record<Work, Record<Side, number[]>> = {
      point: { server: [], embedded: [] },
      insert: { server: [], embedded: [] },
      neighbours: { server: [], embedded: [] },
    }
    for (let repeat = 0; repeat < size.repeats; repeat += 1) {
      for (const side of ['server', 'embedded'] as const) {
        const vector = queries[side][repeat % queries[side].length] ?? []
        for (const work of Object.keys(WORK) as Work[]) {
          if (work === 'neighbours' && repeat % 10 > 0) continue
          const started = performance.now()
          await WORK[work].run(databases[side], vector)
          results[work][side].push(performance.now() - started)
        }
      }
    }
    return reportOf(starts, results, size, conditions(services.versions))
  } finally {
    await Promise.all(Object.values(databases).map((database) => database.close()))
    await postgres.close()
    await rm(folder, { recursive: true })
    await services.close()
  }
}

interface Starts {
  /** Milliseconds until the server answers. */
  readonly first: number
  readonly again: number
  /** Bytes, some seconds after a start. */
  readonly memory: number
}

async function measureStarts(): Promise<Starts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-bench-start-'))
  const start = async () => {
    const started = performance.now()
    const server = await startNode({ SWASTHWRAP_DATA_DIR: folder })
    return { server, milliseconds: performance.now() - started }
  }
  try {
    const first = await start()
    await first.server.stop()
    const again = await start()
    await delay(3_000)
    const memory = residentBytes(again.server.pid)
    await again.server.stop()
    return { first: first.milliseconds, again: again.milliseconds, memory }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function fill(address: string, size: { readonly chunks: number }): Promise<readonly (readonly number[])[]> {
  const connection = createConnection(address)
  await connection.connect()
  try {
    // Past row-level security: made-up rows of several people.
    if (address.includes('%2F')) await connection.query('set role postgres')
    await addChunks(connection, [size.chunks], size.chunks)
    return await drawQueries(connection, 20)
  } finally {
    await connection.end()
  }
}

type Side = 'server' | 'embedded'
type Work = 'point' | 'insert' | 'neighbours'

const WORK: Readonly<
  Record<
    Work,
    { readonly name: string; readonly run: (database: Database, vector: readonly number[]) => Promise<unknown> }
  >
> = {
  point: {
    name: 'point query',
    run: (database) =>
      database.asUser(personId(1), (transaction) =>
        transaction.row(
          transaction
            .sql('users')
            .where({ id: personId(1) })
            .select('name', 'language'),
        ),
      ),
  },
  insert: {
    name: 'insert',
    run: (database) =>
      database.asUser(personId(1), (transaction) =>
        transaction.affected(
          transaction
            .sql('allergies')
            .insert({ id: uuidv7(), user_id: personId(1), substance: 'Dust', severity: 'mild' }),
        ),
      ),
  },
  neighbours: {
    name: 'ten nearest neighbours',
    run: (database, vector) =>
      database.asUser(personId(1), (transaction) =>
        findPassages(transaction, { userId: personId(1), text: 'xyzzy', form: 'en', vector, model: MODEL, limit: 10 }),
      ),
  },
}

function reportOf(
  starts: readonly Starts[],
  results: Readonly<Record<Work, Readonly<Record<Side, readonly number[]>>>>,
  size: (typeof SIZES)[keyof typeof SIZES],
  circumstances: string,
): string {
  const first = median(starts.map((start) => start.first)) / 1_000
  const again = median(starts.map((start) => start.again)) / 1_000
  const memory = median(starts.map((start) => start.memory)) / 1e6
  const ratio = (work: Work) => median(results[work].embedded) / median(results[work].server)
  return [
    circumstances,
    `${size.starts} starts of the whole server on a folder of its own, until it answers; queries in a tenant's transaction through the product's own driver, in turns on the embedded database and on a PostgreSQL server, with ${size.chunks.toLocaleString('en')} chunks. Milliseconds, medians.`,
    table(
      ['query', 'PostgreSQL', 'embedded', 'times'],
      (Object.keys(WORK) as Work[]).map((work) => [
        WORK[work].name,
        figure(median(results[work].server)),
        figure(median(results[work].embedded)),
        figure(ratio(work)),
      ]),
    ),
    table(VERDICT_HEAD, [
      verdict('first start, s', first, { atMost: 2 }),
      verdict('restart, s', again, { atMost: 1.5 }),
      verdict("point query, times PostgreSQL's", ratio('point'), { atMost: 4 }),
      verdict('idle memory, MB', memory, { atMost: 400 }),
    ]),
  ].join('\n\n')
}
