import { sealAuditLogs } from '../../src/domains/audit/index.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { withoutIndexes } from './support/bulk.ts'
import { figure, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { sendHttpLoad } from './support/http-load.ts'
import { conditions } from './support/machine.ts'
import { type NodeProcess, startNode } from './support/node-process.ts'
import { addPeople, MASTER_KEY, PERSON, personId, tokensOf } from './support/people.ts'
import { type BenchServices, startServices } from './support/services.ts'
import { type SuiteOptions, say } from './support/suite.ts'

interface Size {
  readonly people: number
  readonly metrics: number
  readonly messages: number
}

const SIZES: Readonly<Record<'full' | 'quick', { readonly steps: readonly Size[]; readonly seconds: number }>> = {
  full: {
    steps: [
      { people: 1_000, metrics: 1_000_000, messages: 10_000 },
      { people: 100_000, metrics: 10_000_000, messages: 1_000_000 },
    ],
    seconds: 3,
  },
  quick: {
    steps: [
      { people: 100, metrics: 10_000, messages: 4_000 },
      { people: 1_000, metrics: 100_000, messages: 40_000 },
    ],
    seconds: 2,
  },
}
const MESSAGES_OF_SESSION = 20
/** People whose requests are measured: the same ones in every step. */
const ASKING = 100
const QUESTIONS = 50

/** What is asked for, one request after the other, so that times are those of the work and not of a queue. */
const READS = {
  'the latest 20 of a type': () => '/api/v1/metrics?metric_type=heart_rate&limit=20',
  'the latest of every type': () => '/api/v1/metrics/latest',
  'conversations, the latest 20': () => '/api/v1/chat/sessions?limit=20',
  'messages of a conversation': (person: number) => `/api/v1/chat/sessions/${personId(person)}/messages?limit=20`,
} as const

/** What somebody who uses this every day leaves behind in a year, for the model of bytes: a visit reads some eight things. */
const YEAR = { metrics: 1_000, turns: 250, reads: 3_000 } as const

/** Tables whose rows are taken away after so many days. */
const DAYS_KEPT: Readonly<Record<string, number>> = { response_events: 1 }

/** How times and bytes grow with the number of rows, in one server on one database. */
export async function scale({ quick }: SuiteOptions): Promise<string> {
  const { steps, seconds } = quick ? SIZES.quick : SIZES.full
  const services = await startServices()
  try {
    // Rows made here need no foreign keys looked up.
    await services.connection.query("set session_replication_role = 'replica'")
    const times: Record<string, number[]> = {}
    const bytes: Bytes[] = []
    let before: Size = { people: 0, metrics: 0, messages: 0 }
    let product: NodeProcess | undefined
    for (const step of steps) {
      say(`making ${step.metrics} metrics, ${step.messages} messages of ${step.people} people`)
      await addRows(services, before, step)
      before = step
      product ??= await startNode({
        DATABASE_URL: services.databaseUrl,
        REDIS_URL: services.redisUrl,
        MASTER_KEY,
        RATE_LIMIT_PER_MINUTE: '100000000',
        WORKERS: 'apart',
      })
      const tokens = await tokensOf(services, ASKING)
      for (const [name, path] of Object.entries(READS)) {
        const requests = tokens.map((token, index) => ({
          method: 'GET' as const,
          path: path(index + 1),
          headers: { authorization: `Bearer ${token}` },
        }))
        const load = { url: product.address, connections: 1, requests }
        await sendHttpLoad({ ...load, seconds: 1 })
        const { p50 } = await sendHttpLoad({ ...load, seconds })
        times[name] = [...(times[name] ?? []), p50]
      }
      bytes.push(await bytesOf(services, product, tokens))
    }
    await product?.stop()
    return report({ steps, times, bytes, circumstances: conditions(services.versions) })
  } finally {
    await services.close()
  }
}

async function addRows(services: BenchServices, before: Size, { people, metrics, messages }: Size): Promise<void> {
  const { connection } = services
  await addPeople(services, people, before.people)
  const owner = (row: string) => PERSON(`1 + (${row}) % ${people}`)
  const addMetrics = () =>
    connection.query(`
    insert into health_metrics (user_id, metric_type, value, unit, status, measured_at, created_at)
    select ${owner('n')}, (array['heart_rate', 'oxygen_saturation'])[1 + (n / ${people}) % 2], (60 + n % 40)::text,
      (array['bpm', '%'])[1 + (n / ${people}) % 2], 'normal', at, at
    from (
      select n, now() - n * interval '3 seconds' as at from generate_series(${before.metrics + 1}, ${metrics}) n
    ) numbered`)
  await withoutIndexes(connection, 'health_metrics', addMetrics)
  const sessions = (count: number) => Math.ceil(count / MESSAGES_OF_SESSION)
  // The first conversation of a person has the person's own number, so that it can be asked for.
  const session = (row: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${row}), 12, '0'))::uuid`
  await connection.query(`
    insert into chat_sessions (id, user_id, language, session_title, total_messages)
    select ${session('s')}, ${owner('s - 1')}, 'en', 'Conversation ' || s, ${MESSAGES_OF_SESSION}
    from generate_series(${sessions(before.messages) + 1}, ${sessions(messages)}) s`)
  const addMessages = () =>
    connection.query(`
    insert into chat_messages (user_id, session_id, message_type, content, language, language_form, created_at)
    select ${owner('s - 1')}, ${session('s')}, (array['user', 'ai'])[1 + m % 2], repeat('A sentence of it. ', 12), 'en', 'en',
      now() - s * interval '1 minute' + m * interval '1 second'
    from generate_series(${sessions(before.messages) + 1}, ${sessions(messages)}) s,
      generate_series(1, ${MESSAGES_OF_SESSION}) m`)
  await withoutIndexes(connection, 'chat_messages', addMessages)
  await connection.query('vacuum analyze')
}

interface Bytes {
  /** Of a measurement, with all that is kept beside it, by table. */
  readonly metric: Grown
  /** Of a question and its answer, with all that is kept beside them. */
  readonly turn: Grown
  /** Of a line of the audit log that says that somebody read something, with its link in the chain. */
  readonly read: Grown
  /** Of a measurement's own row and indexes. */
  readonly row: number
}

/** Bytes by table, indexes included. */
type Grown = Readonly<Record<string, number>>

const total = (grown: Grown) => Object.values(grown).reduce((sum, bytes) => sum + bytes, 0)

async function bytesOf(services: BenchServices, product: NodeProcess, tokens: readonly string[]): Promise<Bytes> {
  const { connection } = services
  const sizes = async (): Promise<Grown> => {
    const { rows } = await connection.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]))
  }
  // New rows must not find room that deleted ones left.
  await sealAll(services)
  const grownBy = async (work: () => Promise<number>): Promise<Grown> => {
    const before = await sizes()
    const count = await work()
    await sealAll(services)
    const after = Object.entries(await sizes())
    return Object.fromEntries(
      after.map(([name, bytes]) => [name, (bytes - (before[name] ?? 0)) / count]).filter(([, bytes]) => bytes !== 0),
    )
  }
  const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
  const load = { url: product.address, connections: 8, seconds: 5 }
  const measured_at = new Date().toISOString()
  const body = JSON.stringify({ metric_type: 'oxygen_saturation', value: '97', unit: '%', measured_at })
  const metric = await grownBy(async () => {
    const requests = tokens.map((token) => ({
      method: 'POST' as const,
      path: '/api/v1/metrics',
      headers: headersOf(token),
      body,
    }))
    return (await sendHttpLoad({ ...load, requests })).requests
  })
  const read = await grownBy(async () => {
    const requests = tokens.map((token) => ({
      method: 'GET' as const,
      path: READS['the latest of every type'](),
      headers: headersOf(token),
    }))
    return (await sendHttpLoad({ ...load, requests })).requests
  })
  const turn = await grownBy(async () => {
    for (let question = 0; question < QUESTIONS; question += 1) {
      const answer = await fetch(`${product.address}/v1/responses`, {
        method: 'POST',
        headers: headersOf(tokens[question % tokens.length] ?? ''),
        body: JSON.stringify({ model: 'swasthwrap', input: 'How was my heart rate last week?' }),
      })
      if (!answer.ok) throw new Error(`A question was answered ${answer.status}`)
      await answer.body?.cancel()
    }
    return QUESTIONS
  })
  const { rows } = await connection.query<{ size: string }>(
    "select pg_total_relation_size('health_metrics') / (select count(*) from health_metrics) as size",
  )
  return { metric, turn, read, row: Number(rows[0]?.size) }
}

/** Chains the lines of the audit log, which a background process does once a minute where there is one. */
async function sealAll({ databaseUrl }: BenchServices): Promise<void> {
  const database = await openDatabase({
    connectionString: databaseUrl,
    maxConnections: 1,
    report: (error) => {
      throw error
    },
  })
  try {
    const context = { database, auditKey: Buffer.alloc(32, 7), noteSeal: () => undefined }
    for (let sealed = 1; sealed > 0; ) sealed = await sealAuditLogs(context, { everything: true })
  } finally {
    await database.close()
  }
}

function report(measured: {
  readonly steps: readonly Size[]
  readonly times: Readonly<Record<string, readonly number[]>>
  readonly bytes: readonly Bytes[]
  readonly circumstances: string
}): string {
  const { steps, times, bytes, circumstances } = measured
  const count = (value: number) => value.toLocaleString('en')
  const names = steps.map(
    ({ people, metrics, messages }) =>
      `${count(metrics)} metrics, ${count(messages)} messages, ${count(people)} people`,
  )
  const growth = (values: readonly number[]) => (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)
  const last = bytes.at(-1) ?? { metric: {}, turn: {}, read: {}, row: Number.NaN }
  const kilobytes = (value: number) => `${figure(value / 1_000)} KB`
  const kinds = [
    ['a measurement', YEAR.metrics, last.metric],
    ['a question and its answer', YEAR.turns, last.turn],
    ['something that was read', YEAR.reads, last.read],
  ] as const
  const tables = [...new Set(kinds.flatMap(([, , grown]) => Object.keys(grown)))]
  const yearOf = (name: string) => {
    const grown = kinds.reduce((sum, [, count, grown]) => sum + count * (grown[name] ?? 0), 0)
    return name in DAYS_KEPT ? (grown * (DAYS_KEPT[name] ?? 0)) / 365 : grown
  }
  const year = tables.reduce((sum, name) => sum + yearOf(name), 0)
  const byWeight = tables.toSorted((one, other) => yearOf(other) - yearOf(one)).slice(0, 12)
  const hundredThousand = (year * 100_000) / 1e9
  return [
    circumstances,
    'One server, one request after the other, each by another person; milliseconds, medians.',
    table(
      ['request', ...names, 'growth'],
      Object.entries(times).map(([name, values]) => [name, ...values.map(figure), figure(growth(values))]),
    ),
    table(VERDICT_HEAD, [
      ...Object.entries(times).map(([name, values]) =>
        verdict(`${name}: growth, times`, growth(values), { atMost: 1.5 }),
      ),
      verdict('100,000 people, a year each, GB', hundredThousand, { atMost: 50 }),
    ]),
    'Bytes by table, with indexes, by how much each grew; and what a year of them makes of 100,000 people. The events of answers are taken away after a day.',
    table(
      ['table', ...kinds.map(([name, count]) => `${name} (${count} a year)`), 'GB a year'],
      [
        ...byWeight.map((name) => [
          name,
          ...kinds.map(([, , grown]) => figure(grown[name] ?? 0)),
          figure((yearOf(name) * 100_000) / 1e9),
        ]),
        ['all tables', ...kinds.map(([, , grown]) => figure(total(grown))), figure(hundredThousand)],
      ],
    ),
    `The model: ${YEAR.metrics} measurements, ${YEAR.turns} questions and ${YEAR.reads} things read a year make ${kilobytes(year)} a person who uses it every day. Somebody who uses it once a week makes a seventh: ${figure(hundredThousand / 7)} GB for 100,000. 100,000,000 measurements take ${figure((last.row * 1e8) / 1e9)} GB of rows and indexes, and one level more in each index: both are reckoned, not measured.`,
  ].join('\n\n')
}
