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
    seconds: 6,
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

/** What somebody who uses this every day leaves behind in a year, for the model of bytes. */
const YEAR = { metrics: 1_000, turns: 250 } as const

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
  await connection.query(`
    insert into health_metrics (user_id, metric_type, value, unit, status, measured_at, created_at)
    select ${owner('n')}, (array['heart_rate', 'oxygen_saturation'])[1 + (n / ${people}) % 2], (60 + n % 40)::text,
      (array['bpm', '%'])[1 + (n / ${people}) % 2], 'normal', at, at
    from (
      select n, now() - n * interval '3 seconds' as at from generate_series(${before.metrics + 1}, ${metrics}) n
    ) numbered`)
  const sessions = (count: number) => Math.ceil(count / MESSAGES_OF_SESSION)
  // The first conversation of a person has the person's own number, so that it can be asked for.
  const session = (row: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${row}), 12, '0'))::uuid`
  await connection.query(`
    insert into chat_sessions (id, user_id, language, session_title, total_messages)
    select ${session('s')}, ${owner('s - 1')}, 'en', 'Conversation ' || s, ${MESSAGES_OF_SESSION}
    from generate_series(${sessions(before.messages) + 1}, ${sessions(messages)}) s`)
  await connection.query(`
    insert into chat_messages (user_id, session_id, message_type, content, language, language_form, created_at)
    select ${owner('s - 1')}, ${session('s')}, (array['user', 'ai'])[1 + m % 2], repeat('A sentence of it. ', 12), 'en', 'en',
      now() - s * interval '1 minute' + m * interval '1 second'
    from generate_series(${sessions(before.messages) + 1}, ${sessions(messages)}) s,
      generate_series(1, ${MESSAGES_OF_SESSION}) m`)
  await connection.query('vacuum analyze')
}

interface Bytes {
  /** Of a measurement, with all that is kept beside it: index, vector, audit. */
  readonly metric: number
  /** Of a question and its answer, with all that is kept beside them. */
  readonly turn: number
  /** Of a measurement's own row and indexes. */
  readonly row: number
}

async function bytesOf({ connection }: BenchServices, product: NodeProcess, tokens: readonly string[]): Promise<Bytes> {
  const size = async (expression: string) =>
    Number((await connection.query<{ size: string }>(`select ${expression} as size`)).rows[0]?.size)
  const all = 'pg_database_size(current_database())'
  const start = await size(all)
  const measured_at = new Date().toISOString()
  const { requests } = await sendHttpLoad({
    url: product.address,
    connections: 8,
    seconds: 5,
    requests: tokens.map((token) => ({
      method: 'POST',
      path: '/api/v1/metrics',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ metric_type: 'oxygen_saturation', value: '97', unit: '%', measured_at }),
    })),
  })
  const middle = await size(all)
  for (let question = 0; question < QUESTIONS; question += 1) {
    const answer = await fetch(`${product.address}/v1/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens[question % tokens.length]}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'swasthwrap', input: 'How was my heart rate last week?' }),
    })
    if (!answer.ok) throw new Error(`A question was answered ${answer.status}`)
    await answer.body?.cancel()
  }
  const end = await size(all)
  return {
    metric: (middle - start) / requests,
    turn: (end - middle) / QUESTIONS,
    row: await size("pg_total_relation_size('health_metrics') / (select count(*) from health_metrics)"),
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
  const last = bytes.at(-1) ?? { metric: Number.NaN, turn: Number.NaN, row: Number.NaN }
  const year = YEAR.metrics * last.metric + YEAR.turns * last.turn
  const kilobytes = (value: number) => `${figure(value / 1_000)} KB`
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
    `Bytes, by the growth of the whole database: a measurement ${kilobytes(last.metric)} with its search entry, vector and audit row (its own row and indexes ${kilobytes(last.row)}), a question with its answer, its events and all that is kept beside them ${kilobytes(last.turn)}. The model: ${YEAR.metrics} measurements and ${YEAR.turns} questions a year make ${kilobytes(year)} a person, ${figure(hundredThousand)} GB for 100,000 people. 100,000,000 measurements take ${figure((last.row * 1e8) / 1e9)} GB of rows and indexes, and one level more in each index: both are reckoned, not measured.`,
  ].join('\n\n')
}
