import { setTimeout as delay } from 'node:timers/promises'
import { type ChatLoadResult, openIdleSockets, sendChatLoad } from './support/chat-load.ts'
import { figure, median, percentile, sum, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { conditions } from './support/machine.ts'
import { TOKEN_MILLISECONDS, TOKENS } from './support/model-answer.ts'
import { type NodeProcess, startNode } from './support/node-process.ts'
import { addPeople, MASTER_KEY, PERSON, tokensOf } from './support/people.ts'
import { processorSeconds, processorSecondsOfFamily, residentBytes } from './support/process-meter.ts'
import { holdToShare } from './support/processor-share.ts'
import { type BenchServices, startServices } from './support/services.ts'
import { type SuiteOptions, say } from './support/suite.ts'

const SIZES = {
  full: { streams: [50, 200, 500, 1_000], rounds: 3, idle: 5_000, processesAt: 300 },
  quick: { streams: [20, 50], rounds: 1, idle: 500, processesAt: 100 },
} as const
const QUESTION = 'What should I eat to keep my sugar steady?'
/** As long as an answer takes: from then on as many begin as end. */
const SPREAD_MILLISECONDS = TOKENS * TOKEN_MILLISECONDS
/** Each stream asks twice where that does not take minutes. */
const turnsOf = (streams: number) => (streams < 500 ? 2 : 1)
/**
 * Of one processor, for each server process where one is compared with two: so little that one is the narrowest place by
 * far, and that two leave the model, the load generator and PostgreSQL more than they take.
 */
const SHARE = 0.25
/** Many streams on a server that is full take a minute each time. */
const roundsOf = (streams: number, rounds: number) => (streams < 500 ? rounds : Math.min(2, rounds))

interface Side {
  readonly processes: readonly NodeProcess[]
  readonly path: string
  readonly message: string
}

interface Measured extends ChatLoadResult {
  /** Milliseconds of the servers' processor time for 1,000 tokens. */
  readonly processor: number
  /** The same of all that works beside the servers on this machine. */
  readonly beside: { readonly generator: number; readonly model: number; readonly postgres: number }
}

/** What takes processor time beside the servers. */
interface Beside {
  readonly model: NodeProcess
  readonly postmasterPid: number
}

/** Streams of a scripted model to WebSockets with the whole turn on, beside a bare relay of the same stream. */
export async function chat({ quick }: SuiteOptions): Promise<string> {
  const size = quick ? SIZES.quick : SIZES.full
  const services = await startServices()
  try {
    const people = Math.max(...size.streams)
    await addPeople(services, people)
    await addRecords(services, people)
    const model = await startNode({}, './model-process.ts')
    const product = [await startProduct(services, model)]
    const keys = await (await fetch(`${product[0]?.address}/.well-known/jwks.json`)).text()
    const relay = await startNode({ MODEL_URL: model.address, PUBLIC_KEYS: keys }, '../baselines/chat-relay.ts')
    const tokens = await tokensOf(services, people)
    const sides = {
      relay: { processes: [relay], path: '/', message: QUESTION },
      product: sideOf(product),
    }
    const others: Beside = { model, postmasterPid: services.postmasterPid }
    await Promise.all(Object.values(sides).map((side) => measure(side, tokens.slice(0, 20), others)))

    const results = new Map<number, { relay: Measured[]; product: Measured[] }>()
    for (const streams of size.streams) {
      const of = { relay: [] as Measured[], product: [] as Measured[] }
      results.set(streams, of)
      for (let round = 0; round < roundsOf(streams, size.rounds); round += 1) {
        of.relay.push(await measure(sides.relay, tokens.slice(0, streams), others))
        of.product.push(await measure(sides.product, tokens.slice(0, streams), others))
        say(
          `${streams} streams: peak ${figure(of.product.at(-1)?.peakTokensPerSecond ?? 0)} of the relay's ${figure(of.relay.at(-1)?.peakTokensPerSecond ?? 0)} tokens/s`,
        )
      }
    }
    const idle = [await idleSocket(sides.product, tokens, size.idle), await idleSocket(sides.relay, tokens, size.idle)]

    const second = await startProduct(services, model)
    const both = sideOf([...product, second])
    await measure(both, tokens.slice(0, 20), others)
    const processes = await compareProcesses(sides.product, both, tokens.slice(0, size.processesAt), others)
    await Promise.all([...both.processes, relay, model].map((each) => each.stop()))
    if ('remove' in processes) processes.remove()
    return report({ results, idle, processes, size, circumstances: conditions(services.versions) })
  } finally {
    await services.close()
  }
}

type Processes =
  | { readonly one: readonly Measured[]; readonly two: readonly Measured[]; readonly remove: () => void }
  | { readonly notMeasured: string }

/** One process and two, each held to the same share of a processor. */
async function compareProcesses(
  first: Side,
  both: Side,
  tokens: readonly string[],
  others: Beside,
): Promise<Processes> {
  const shares: ReturnType<typeof holdToShare>[] = []
  try {
    for (const { pid } of both.processes) shares.push(holdToShare(pid, SHARE))
  } catch (error) {
    return { notMeasured: String(error) }
  }
  const one: Measured[] = []
  const two: Measured[] = []
  for (let round = 0; round < 2; round += 1) {
    one.push(await measure(first, tokens, others))
    two.push(await measure(both, tokens, others))
    say(`two processes: ${figure(rate(two.slice(-1)))} tokens/s, one: ${figure(rate(one.slice(-1)))}`)
  }
  return {
    one,
    two,
    remove() {
      for (const share of shares) share.remove()
    },
  }
}

function startProduct(services: BenchServices, model: NodeProcess): Promise<NodeProcess> {
  return startNode({
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    MASTER_KEY,
    OPENAI_BASE_URL: model.address,
    CHAT_MODEL: 'bench',
    RATE_LIMIT_PER_MINUTE: '100000000',
    WORKERS: 'apart',
  })
}

const sideOf = (processes: readonly NodeProcess[]): Side => ({
  processes,
  path: '/v1/responses',
  message: JSON.stringify({ type: 'response.create', model: 'swasthwrap', input: QUESTION }),
})

/** What a person has who has used this for a while: readings, a condition, an allergy, a medicine. */
async function addRecords({ connection }: BenchServices, people: number): Promise<void> {
  await connection.query(`
    insert into health_metrics (user_id, metric_type, value, unit, status, measured_at)
    select ${PERSON('n')}, 'blood_glucose', (90 + day)::text, 'mg/dL', 'normal', now() - day * interval '1 day'
    from generate_series(1, ${people}) n, generate_series(1, 20) day`)
  await connection.query(`
    insert into medical_conditions (user_id, name, diagnosed_date, status, severity)
    select ${PERSON('n')}, 'Type 2 diabetes', '2019-05-01', 'active', 'mild' from generate_series(1, ${people}) n`)
  await connection.query(`
    insert into allergies (user_id, substance, severity) select ${PERSON('n')}, 'Penicillin', 'severe'
    from generate_series(1, ${people}) n`)
  await connection.query(`
    insert into medications (user_id, medication_name, dosage, frequency, prescribed_by, start_date)
    select ${PERSON('n')}, 'Metformin', '500 mg', 'twice a day', 'Dr. Iyer', '2024-01-05'
    from generate_series(1, ${people}) n`)
  await connection.query('vacuum analyze')
}

const urlsOf = ({ processes, path }: Side) => processes.map(({ address }) => address.replace('http:', 'ws:') + path)

async function measure(side: Side, tokens: readonly string[], others: Beside): Promise<Measured> {
  const used = () => ({
    servers: sum(side.processes.map(({ pid }) => processorSeconds(pid))),
    model: processorSeconds(others.model.pid),
    postgres: processorSecondsOfFamily(others.postmasterPid),
  })
  const before = used()
  const result = await sendChatLoad({
    urls: urlsOf(side),
    tokens,
    message: side.message,
    spreadMilliseconds: SPREAD_MILLISECONDS,
    turns: turnsOf(tokens.length),
  })
  const incomplete = result.streams.filter((stream) => stream.tokens < TOKENS - 1).length
  if (incomplete > 0) throw new Error(`${incomplete} of ${result.streams.length} answers were not whole`)
  const after = used()
  const perThousand = (seconds: number) => (1_000_000 * seconds) / result.tokens
  return {
    ...result,
    processor: perThousand(after.servers - before.servers),
    beside: {
      generator: perThousand(result.generatorSeconds),
      model: perThousand(after.model - before.model),
      postgres: perThousand(after.postgres - before.postgres),
    },
  }
}

/** Bytes that one more open socket costs. */
async function idleSocket(side: Side, tokens: readonly string[], count: number): Promise<number> {
  const memory = () => sum(side.processes.map(({ pid }) => residentBytes(pid)))
  const before = memory()
  const sockets = await openIdleSockets({
    urls: urlsOf(side),
    tokens: Array.from({ length: count }, (_, index) => tokens[index % tokens.length] ?? ''),
    message: undefined,
    spreadMilliseconds: count / 2,
    turns: 0,
  })
  await delay(1_000)
  const bytes = (memory() - before) / count
  await sockets.close()
  await delay(500)
  return bytes
}

interface Everything {
  readonly results: ReadonlyMap<number, { readonly relay: readonly Measured[]; readonly product: readonly Measured[] }>
  readonly idle: readonly number[]
  readonly processes: Processes
  readonly size: (typeof SIZES)[keyof typeof SIZES]
  readonly circumstances: string
}

const peak = (runs: readonly Measured[]) => median(runs.map((run) => run.peakTokensPerSecond))
const processor = (runs: readonly Measured[]) => median(runs.map((run) => run.processor))
const firstToken = (runs: readonly Measured[], share = 0.5) =>
  median(
    runs.map(({ streams }) =>
      percentile(
        streams.map((stream) => stream.firstToken),
        share,
      ),
    ),
  )
const beside = (runs: readonly Measured[], what: keyof Measured['beside']) =>
  median(runs.map((run) => run.beside[what]))
/** Tokens a second from the first connection to the last end. */
const rate = (runs: readonly Measured[]) => median(runs.map(({ tokens, seconds }) => tokens / seconds))
/** How much longer a stream took than the model, once it had begun. */
const pace = (runs: readonly Measured[]) =>
  median(runs.map(({ streams }) => median(streams.map((stream) => stream.streaming)) / (TOKENS * TOKEN_MILLISECONDS)))
const queued = (runs: readonly Measured[]) =>
  median(runs.map(({ streams }) => streams.filter((stream) => stream.queued).length))

function report({ results, idle, processes, size, circumstances }: Everything): string {
  const rows = [...results].flatMap(([streams, sides]) =>
    (['relay', 'product'] as const).map((side) => {
      const runs = sides[side]
      return [
        String(streams),
        side === 'relay' ? 'bare relay' : 'Swasthwrap',
        figure(peak(runs)),
        figure(processor(runs)),
        `${figure(firstToken(runs))} / ${figure(firstToken(runs, 0.95))}`,
        figure(pace(runs)),
        side === 'relay' ? '–' : figure(queued(runs)),
      ]
    }),
  )
  const best = (side: 'relay' | 'product') => Math.max(...[...results.values()].map((sides) => peak(sides[side])))
  const compared = results.has(200) ? 200 : Math.max(...results.keys())
  const at = results.get(compared) ?? { relay: [], product: [] }
  const [idleProduct = Number.NaN, idleRelay = Number.NaN] = idle
  return [
    circumstances,
    `A scripted model says ${TOKENS} tokens, one every ${TOKEN_MILLISECONDS} ms. The streams begin evenly within ${SPREAD_MILLISECONDS / 1_000} s, and each asks twice, with 500 and more once, on a new connection each time; ${size.rounds} rounds, with 500 streams and more ${roundsOf(500, size.rounds)}, interleaved; medians. Model, load generator, PostgreSQL and Redis share the machine with the server. First token: milliseconds from the beginning of the connection, median / 95th percentile. Pace: how long an answer took from its first token on, of what the model took.`,
    table(['streams', 'server', 'peak tokens/s', 'CPU ms / 1,000 tokens', 'first token', 'pace', 'told to wait'], rows),
    table(VERDICT_HEAD, [
      verdict("peak tokens/s, of the relay's", best('product') / best('relay'), { atLeast: 0.6 }),
      verdict("CPU for 1,000 tokens, times the relay's", processor(at.product) / processor(at.relay), { atMost: 2 }),
      verdict(`first token at ${compared} streams, ms after the relay`, firstToken(at.product) - firstToken(at.relay), {
        atMost: 60,
      }),
      verdict('an idle socket, KB', idleProduct / 1_000, { atMost: 30 }),
      'one' in processes
        ? verdict('two processes, times one', rate(processes.two) / rate(processes.one), { atLeast: 1.7 })
        : ['two processes, times one', '–', 'at least 1.7', 'not measured'],
    ]),
    `Beside the server, 1,000 tokens at ${compared} streams took ${figure(beside(at.product, 'generator'))} ms of processor time in the load generator, ${figure(beside(at.product, 'model'))} in the model and ${figure(beside(at.product, 'postgres'))} in PostgreSQL.`,
    `An idle socket of the relay: ${figure(idleRelay / 1_000)} KB.`,
    wordsOnProcesses(processes, size.processesAt),
  ].join('\n\n')
}

function wordsOnProcesses(processes: Processes, streams: number): string {
  if ('notMeasured' in processes) {
    return `Two processes were not compared with one, because a process could not be held to a share of a processor: ${processes.notMeasured}.`
  }
  const { one, two } = processes
  return `Two processes are compared with one by giving each server process ${SHARE * 100} % of one processor and no more (a control group with a quota), since on this machine servers, model, load generator and PostgreSQL share the cores and one process fills what is left for it: so held, the servers are the narrowest place, and the rest keeps its pace. ${streams} streams begin within ${SPREAD_MILLISECONDS / 1_000} s, 2 rounds in turns. From the first connection to the last end one process passed on ${figure(rate(one))} tokens/s and two ${figure(rate(two))}; CPU for 1,000 tokens ${figure(processor(one))} and ${figure(processor(two))} ms; first token after ${figure(firstToken(one) / 1_000)} and ${figure(firstToken(two) / 1_000)} s.`
}
