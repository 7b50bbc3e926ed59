import { withoutIndexes } from './support/bulk.ts'
import { figure, median, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { type HttpLoad, type HttpLoadResult, sendHttpLoad } from './support/http-load.ts'
import { conditions } from './support/machine.ts'
import { type NodeProcess, startNode } from './support/node-process.ts'
import { addPeople, MASTER_KEY, PERSON, tokensOf } from './support/people.ts'
import { processorSeconds, processorSecondsOfFamily } from './support/process-meter.ts'
import { type BenchServices, startServices } from './support/services.ts'
import { type SuiteOptions, say } from './support/suite.ts'

const CONNECTIONS = 32
const SIZES = {
  full: { people: 1_000, metrics: 1_000_000, rounds: 7, seconds: 6 },
  quick: { people: 100, metrics: 50_000, rounds: 2, seconds: 2 },
} as const

/** Values between the limits, so that all of them are judged alike. */
const TYPES = [
  ['heart_rate', 'bpm'],
  ['blood_glucose', 'mg/dL'],
  ['weight', 'kg'],
  ['oxygen_saturation', '%'],
  ['temperature', 'celsius'],
] as const

interface Measured extends HttpLoadResult {
  /** Milliseconds of processor time a request. */
  readonly server: number
  readonly database: number
}

const WORK = { list: 'the latest 20 of a type', insert: 'one insert' } as const
type Work = keyof typeof WORK

/** The user's latest 20 metrics of a type, and one insert, beside a server by hand. */
export async function rest({ quick }: SuiteOptions): Promise<string> {
  const size = quick ? SIZES.quick : SIZES.full
  const services = await startServices()
  try {
    say(`making ${size.metrics} metrics of ${size.people} people`)
    await addPeople(services, size.people)
    await addMetrics(services, size.people, size.metrics)
    const product = await startNode({
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      MASTER_KEY,
      RATE_LIMIT_PER_MINUTE: '100000000',
      // As where there are many people: what is done in the background has machines of its own.
      WORKERS: 'apart',
    })
    const keys = await (await fetch(`${product.address}/.well-known/jwks.json`)).text()
    const byHand = await startNode(
      { DATABASE_URL: services.superuserUrl, PUBLIC_KEYS: keys },
      '../baselines/rest-server.ts',
    )
    const tokens = await tokensOf(services, size.people)
    const measure = (server: NodeProcess, work: Work, seconds: number) =>
      measureLoad(services, server, { ...loadOf(work, tokens), url: server.address, seconds })
    const results = { list: pairs(), insert: pairs() }
    for (const work of ['list', 'insert'] as const) {
      for (const server of [byHand, product]) await measure(server, work, 2)
      for (let round = 0; round < size.rounds; round += 1) {
        results[work].byHand.push(await measure(byHand, work, size.seconds))
        results[work].product.push(await measure(product, work, size.seconds))
        say(`${work}, round ${round + 1}: ${figure(ratios(results[work]).at(-1) ?? Number.NaN)} of the server by hand`)
      }
    }
    await Promise.all([product.stop(), byHand.stop()])
    return report(results, size, conditions(services.versions))
  } finally {
    await services.close()
  }
}

async function addMetrics({ connection }: BenchServices, people: number, metrics: number): Promise<void> {
  const list = (at: 0 | 1) => TYPES.map((type) => `'${type[at]}'`).join(', ')
  const add = () =>
    connection.query(`
    insert into health_metrics (id, user_id, metric_type, value, unit, status, measured_at, created_at)
    select gen_random_uuid(), ${PERSON(`1 + n % ${people}`)},
      (array[${list(0)}])[1 + (n / ${people}) % ${TYPES.length}], (60 + n % 40)::text,
      (array[${list(1)}])[1 + (n / ${people}) % ${TYPES.length}], 'normal',
      now() - n * interval '30 seconds', now() - n * interval '30 seconds'
    from generate_series(1, ${metrics}) n`)
  await withoutIndexes(connection, 'health_metrics', add)
  await connection.query('vacuum analyze')
}

function loadOf(work: Work, tokens: readonly string[]): Omit<HttpLoad, 'url' | 'seconds'> {
  const measured_at = new Date().toISOString()
  const requests = tokens.map((token, index) => {
    const [metric_type, unit] = TYPES[index % 2 === 0 ? 0 : 1]
    const headers = { authorization: `Bearer ${token}` }
    if (work === 'list') {
      return { method: 'GET' as const, path: `/api/v1/metrics?metric_type=${metric_type}&limit=20`, headers }
    }
    const body = JSON.stringify({ metric_type, value: String(70 + (index % 20)), unit, measured_at })
    return {
      method: 'POST' as const,
      path: '/api/v1/metrics',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    }
  })
  return { connections: CONNECTIONS, requests }
}

async function measureLoad(services: BenchServices, server: NodeProcess, load: HttpLoad): Promise<Measured> {
  const times = () => [processorSeconds(server.pid), processorSecondsOfFamily(services.postmasterPid)] as const
  const [serverBefore, databaseBefore] = times()
  const result = await sendHttpLoad(load)
  const [serverAfter, databaseAfter] = times()
  return {
    ...result,
    server: (1_000 * (serverAfter - serverBefore)) / result.requests,
    database: (1_000 * (databaseAfter - databaseBefore)) / result.requests,
  }
}

interface Pairs {
  readonly byHand: Measured[]
  readonly product: Measured[]
}

const pairs = (): Pairs => ({ byHand: [], product: [] })

/** Requests per second of the product over those of the server by hand, round by round. */
const ratios = ({ byHand, product }: Pairs) =>
  product.map(({ perSecond }, round) => perSecond / (byHand[round]?.perSecond ?? Number.NaN))

function report(
  results: Readonly<Record<Work, Pairs>>,
  size: (typeof SIZES)[keyof typeof SIZES],
  circumstances: string,
): string {
  const rows = (['list', 'insert'] as const).flatMap((work) =>
    (['byHand', 'product'] as const).map((side) => {
      const of = (key: keyof Measured) => figure(median(results[work][side].map((measured) => measured[key])))
      return [
        WORK[work],
        side === 'byHand' ? 'by hand' : 'Swasthwrap',
        of('perSecond'),
        of('p50'),
        of('p99'),
        of('server'),
        of('database'),
      ]
    }),
  )
  const verdicts = (['list', 'insert'] as const).flatMap((work) => {
    const { byHand, product } = results[work]
    const processor = product.map(({ server }, round) => server / (byHand[round]?.server ?? Number.NaN))
    return [
      verdict(`${work}: requests/s, of the server by hand`, median(ratios(results[work])), {
        atLeast: work === 'list' ? 0.65 : 0.55,
      }),
      verdict(`${work}: the server's processor time, times`, median(processor), { atMost: 2 }),
      verdict(`${work}: p99 over p50`, median(product.map(({ p50, p99 }) => p99 / p50)), { atMost: 4 }),
    ]
  })
  return [
    circumstances,
    `${size.metrics.toLocaleString('en')} metrics of ${size.people.toLocaleString('en')} people, ${CONNECTIONS} connections, ${size.rounds} rounds of ${size.seconds} s each way, interleaved; medians. Milliseconds, and milliseconds of processor time a request.`,
    table(['work', 'server', 'requests/s', 'p50', 'p99', 'CPU of the server', 'CPU of PostgreSQL'], rows),
    table(VERDICT_HEAD, verdicts),
  ].join('\n\n')
}
