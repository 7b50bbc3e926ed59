import { v7 as uuidv7 } from 'uuid'
import { ground } from '../../src/assistant/grounding/index.ts'
import { detectLanguage } from '../../src/assistant/language/index.ts'
import { emergencyAnswer } from '../../src/assistant/triage/index.ts'
import { AnswerDraft } from '../../src/assistant/turn/answer-draft.ts'
import { keepAnswer } from '../../src/assistant/turn/keep.ts'
import { openSession } from '../../src/assistant/turn/receive.ts'
import type { ReceivedTurn } from '../../src/assistant/turn/received-turn.ts'
import type { AgentEvent, Evidence } from '../../src/assistant/turn/stages.ts'
import { triageOfRecord } from '../../src/assistant/turn/triage-of-record.ts'
import type { TurnDependencies } from '../../src/assistant/turn/turn-dependencies.ts'
import type { Caller } from '../../src/platform/auth/index.ts'
import type { TestAssistant } from '../support/assistant.ts'
import { sendChatLoad } from './support/chat-load.ts'
import { figure, median, percentile, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { conditions } from './support/machine.ts'
import { TOKEN_MILLISECONDS, TOKENS, tokensOfAnswer } from './support/model-answer.ts'
import { startNode } from './support/node-process.ts'
import { addPeople, MASTER_KEY, tokensOf } from './support/people.ts'
import { type BenchServices, startServices } from './support/services.ts'
import { type SuiteOptions, say } from './support/suite.ts'

const SIZES = {
  full: { chunks: 1_000, repeats: 200, sessions: 50, turns: 3, rounds: 2 },
  quick: { chunks: 100, repeats: 20, sessions: 5, turns: 1, rounds: 1 },
} as const
/** As long as an answer takes: from then on as many begin as end. */
const SPREAD_MILLISECONDS = TOKENS * TOKEN_MILLISECONDS

const QUESTIONS = [
  ['Is my HbA1c better than last year?', 'en'],
  ['मेरी शुगर अब कैसी है?', 'hi'],
  ['en sugar report la enna irukku?', 'ta-Latn'],
  ['Which medicines do I take in the morning?', 'en'],
] as const

type Stage = 'language and triage' | 'retrieval' | 'grounding, a sentence' | 'persistence'
const LIMITS: Readonly<Record<Stage, number>> = {
  'language and triage': 5,
  retrieval: 25,
  'grounding, a sentence': 1,
  persistence: 10,
}

/** One turn, stage by stage, on PostgreSQL; and what the whole of it adds to the first token of a model. */
export async function turn({ quick }: SuiteOptions): Promise<string> {
  const size = quick ? SIZES.quick : SIZES.full
  const services = await startServices()
  try {
    const first = await firstTokens(services, size)
    // Read when the module is loaded: the assistant works on a database of its own on the same server.
    process.env['TEST_DATABASE_URL'] = services.databaseUrl
    const { openTestAssistant } = await import('../support/assistant.ts')
    const assistant = await openTestAssistant()
    try {
      const times = await measureStages(assistant, size)
      return report(times, first, size, conditions(services.versions))
    } finally {
      await assistant.close()
    }
  } finally {
    await services.close()
  }
}

type Times = Record<Stage, number[]>

async function measureStages(
  assistant: TestAssistant,
  size: { readonly chunks: number; readonly repeats: number },
): Promise<Times> {
  const caller = await assistant.newPerson()
  say(`filling a record of ${size.chunks} chunks`)
  await fillRecord(assistant, caller, size.chunks)
  const { database } = assistant.testDatabase
  const triage = triageOfRecord({ database, answerEmergency: emergencyAnswer })
  const times: Times = { 'language and triage': [], retrieval: [], 'grounding, a sentence': [], persistence: [] }
  const timed = async <Result>(stage: Stage, work: () => Promise<Result>, parts = 1): Promise<Result> => {
    const started = performance.now()
    const result = await work()
    times[stage].push((performance.now() - started) / parts)
    return result
  }
  for (let repeat = 0; repeat < size.repeats; repeat += 1) {
    const [text, form] = QUESTIONS[repeat % QUESTIONS.length] ?? QUESTIONS[0]
    await timed('language and triage', async () => {
      const detected = detectLanguage(text, [])
      return await triage({ caller, text, form: detected.form, documentIds: [] })
    })
    const evidence = await timed('retrieval', () => assistant.retrieve(caller, text, form))
    const answer = answerOf(evidence)
    const draft = new AnswerDraft()
    const grounding = async () => {
      for await (const event of ground(said(answer), evidence, { form })) draft.take(event)
    }
    await timed('grounding, a sentence', grounding, answer.split('. ').length)
    const received = turnOf(caller, text)
    await database.asUser(caller.userId, (transaction) => openSession(transaction, caller.userId, received))
    const dependencies = {
      database,
      indexMessage: assistant.indexer.indexMessage,
      report: (error: unknown) => say(String(error)),
    } as unknown as TurnDependencies
    await timed('persistence', () => keepAnswer(dependencies, received, draft, 1_000))
  }
  return times
}

/** Readings, and pages of reports up to so many chunks. */
async function fillRecord({ addReport, perform }: TestAssistant, caller: Caller, chunks: number): Promise<void> {
  const measured_at = (day: number) => new Date(Date.now() - day * 86_400_000).toISOString()
  for (let day = 1; day <= 20; day += 1) {
    const reading = {
      metric_type: 'blood_glucose',
      value: String(90 + day),
      unit: 'mg/dL',
      measured_at: measured_at(day),
    }
    await perform(caller, 'metrics.add', reading)
  }
  const pagesOf = (report: number) =>
    Array.from({ length: 20 }, (_, page) =>
      `Laboratory report ${report}, page ${page + 1}. Haemoglobin 13.2 g/dL, HbA1c 6.${page % 10} %, fasting glucose 1${page} mg/dL, creatinine 0.9 mg/dL. `.repeat(
        4,
      ),
    )
  for (let report = 0; report * 20 < chunks; report += 1) {
    await addReport(caller, {
      name: `Report ${report}`,
      date: '2025-03-01',
      results: [{ test: 'HbA1c', code: '4548-4', value: '6.4', unit: '%', low: 4, high: 5.6, flag: 'high' }],
      pages: pagesOf(report),
    })
  }
}

/** An answer with claims to check in it: what was found, said again. */
function answerOf({ facts }: Evidence): string {
  const claims = facts.slice(0, 3).map(({ title, text }) => `${title}: ${text.replaceAll('\n', ' ').slice(0, 120)}. `)
  return [...claims, tokensOfAnswer.join('')].join('')
}

async function* said(text: string): AsyncGenerator<AgentEvent> {
  for (const piece of text.match(/.{1,40}/gs) ?? []) yield { type: 'text.delta', text: piece }
  yield {
    type: 'finished',
    model: 'bench',
    usage: { inputTokens: 0, outputTokens: 0 },
    intent: 'other',
    entities: {},
    suggestions: [],
  }
}

const turnOf = (caller: Caller, text: string): ReceivedTurn => ({
  caller,
  sessionId: uuidv7(),
  userMessageId: undefined,
  answerMessageId: uuidv7(),
  text,
  form: 'en',
  formConfidence: 1,
  neighbour: undefined,
  history: [],
  documents: [],
  refusedFiles: [],
  instructions: undefined,
  clientTools: [],
  clientToolChoice: 'auto',
})

interface FirstTokens {
  /** Milliseconds from the beginning of the connection. */
  readonly product: readonly number[]
  readonly relay: readonly number[]
}

async function firstTokens(
  services: BenchServices,
  { sessions, turns, rounds }: { readonly sessions: number; readonly turns: number; readonly rounds: number },
): Promise<FirstTokens> {
  await addPeople(services, sessions)
  const model = await startNode({}, './model-process.ts')
  const product = await startNode({
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    MASTER_KEY,
    OPENAI_BASE_URL: model.address,
    CHAT_MODEL: 'bench',
    RATE_LIMIT_PER_MINUTE: '100000000',
    WORKERS: 'apart',
  })
  const keys = await (await fetch(`${product.address}/.well-known/jwks.json`)).text()
  const relay = await startNode({ MODEL_URL: model.address, PUBLIC_KEYS: keys }, '../baselines/chat-relay.ts')
  const tokens = await tokensOf(services, sessions)
  const ask = async (address: string, path: string, message: string) => {
    const urls = [address.replace('http:', 'ws:') + path]
    const load = { urls, tokens, message, spreadMilliseconds: SPREAD_MILLISECONDS, turns }
    return (await sendChatLoad(load)).streams.map((stream) => stream.firstToken)
  }
  const question = JSON.stringify({ type: 'response.create', model: 'swasthwrap', input: QUESTIONS[0][0] })
  const first = { product: [] as number[], relay: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    say(`the first token with ${sessions} sessions, ${round === 0 ? 'to warm up' : `round ${round}`}`)
    const ofProduct = await ask(product.address, '/v1/responses', question)
    const ofRelay = await ask(relay.address, '/', QUESTIONS[0][0])
    if (round === 0) continue
    first.product.push(...ofProduct)
    first.relay.push(...ofRelay)
  }
  await Promise.all([product, relay, model].map((each) => each.stop()))
  return first
}

function report(
  times: Times,
  first: FirstTokens,
  size: (typeof SIZES)[keyof typeof SIZES],
  circumstances: string,
): string {
  const stages = Object.keys(LIMITS) as Stage[]
  const added = median(first.product) - median(first.relay)
  return [
    circumstances,
    `One turn at a time, ${size.repeats} questions in three languages to a record of ${size.chunks.toLocaleString('en')} chunks, each stage by itself; milliseconds. The first token: ${size.sessions} sessions at once with ${size.turns} turns each, a new connection for every turn, ${size.rounds} rounds in turns with a bare relay of the same model.`,
    table(
      ['stage', 'median', '95th percentile'],
      [
        ...stages.map((stage) => [stage, figure(median(times[stage])), figure(percentile(times[stage], 0.95))]),
        ['first token', figure(median(first.product)), figure(percentile(first.product, 0.95))],
        ['first token of the relay', figure(median(first.relay)), figure(percentile(first.relay, 0.95))],
      ],
    ),
    table(VERDICT_HEAD, [
      ...stages.map((stage) => verdict(`${stage}, ms`, median(times[stage]), { atMost: LIMITS[stage] })),
      verdict(`added to the first token with ${size.sessions} sessions, ms`, added, { atMost: 60 }),
    ]),
  ].join('\n\n')
}
