import { setTimeout as delay } from 'node:timers/promises'
import { readEvents } from '../faults/support/event-reader.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { type ScriptedModelServer, startScriptedModelServer } from '../support/scripted-model-server.ts'
import { startTestServer } from '../support/test-server.ts'

const SESSIONS = Number(process.env['BENCH_SESSIONS'] ?? 50)
const PEOPLE = 10
/** Each session asks this often, in the steady run. */
const ROUNDS = 4
/** Steady: a session asks again after so long, each beginning at a moment of its own. */
const EVERY_MILLISECONDS = 5_000
const ANSWER =
  'Your last value is in the normal range. Keep going as you do, and have it checked again in three months. '

/**
 * Time to the first word of an answer, over the whole pipeline, beside that of the scripted model asked directly: with 50
 * sessions that ask now and then, and with 50 that ask in the same instant.
 */
export async function turn(): Promise<void> {
  const model = await startScriptedModelServer([{ say: ANSWER, every: 20 }])
  const server = await startTestServer({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none', CHAT_MODEL: 'scripted' })
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => registerClient(server.address)))
    await Promise.all(people.map(fillRecord))
    const sessions = Array.from({ length: SESSIONS }, (_, at) => people[at % PEOPLE] as ApiClient)
    for (const person of people) await firstWord(() => asked(person))
    say(`sessions: ${SESSIONS}; milliseconds to the first word, median / 95th percentile`)
    const before = await processorSeconds(server.address)
    const steady = await steadily(sessions, (person) => firstWord(() => asked(person)))
    const spent = ((await processorSeconds(server.address)) - before) / steady.length
    // Unlike times, this hardly depends on what else the machine does.
    say(`processor time of the server: ${(1000 * spent).toFixed(0)} ms an answer, from its beginning to its end`)
    const steadyModel = await steadily(sessions, () => firstWord(() => direct(model)))
    report('asked now and then', steady, steadyModel)
    const burst = await Promise.all(sessions.map((person) => firstWord(() => asked(person))))
    const burstModel = await Promise.all(sessions.map(() => firstWord(() => direct(model))))
    report('asked in one instant', burst, burstModel)
  } finally {
    await server.close()
    await model.close()
  }
}

async function processorSeconds(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text()
  return Number(/^process_cpu_seconds_total(?:\{[^}]*\})? ([\d.e-]+)/m.exec(metrics)?.[1] ?? Number.NaN)
}

const QUESTION = 'Is my HbA1c better than last year?'

/** What a person who has used this for a while has: readings, a medicine, an allergy. */
async function fillRecord(person: ApiClient): Promise<void> {
  const add = (path: string, row: object) => person.json('POST', `/api/v1/${path}`, row)
  for (let day = 1; day <= 20; day += 1) {
    const measured_at = new Date(Date.now() - day * 86_400_000).toISOString()
    await add('metrics', { metric_type: 'hba1c', value: `${6 + day / 10}`, measured_at })
  }
  await add('allergies', { substance: 'Penicillin', severity: 'severe' })
  await add('medications', {
    medication_name: 'Metformin',
    dosage: '500 mg',
    frequency: 'twice a day',
    prescribed_by: 'Dr. Iyer',
    start_date: '2024-01-05',
  })
}

function asked(person: ApiClient): Promise<Response> {
  return person.request('POST', '/v1/responses', { input: QUESTION, stream: true })
}

function direct(model: ScriptedModelServer): Promise<Response> {
  return fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'scripted', stream: true, messages: [{ role: 'user', content: QUESTION }] }),
  })
}

/** Milliseconds to the first word; the rest is read to its end. */
async function firstWord(ask: () => Promise<Response>): Promise<number> {
  const started = performance.now()
  const response = await ask()
  let first: number | undefined
  let last = ''
  if (response.url.endsWith('/chat/completions')) {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      if (/"content":"[^"]/.test(decoder.decode(chunk as Uint8Array))) first ??= performance.now() - started
    }
  } else {
    for await (const event of readEvents(response)) {
      last = event.type
      if (event.type === 'response.output_text.delta') first ??= performance.now() - started
    }
  }
  if (first === undefined) throw new Error(`An answer had no word; it ended with ${last || 'nothing'}`)
  return first
}

async function steadily(
  sessions: readonly ApiClient[],
  ask: (person: ApiClient) => Promise<number>,
): Promise<number[]> {
  const all = await Promise.all(
    sessions.map(async (person, at) => {
      await delay((at * EVERY_MILLISECONDS) / sessions.length)
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const started = performance.now()
        times.push(await ask(person))
        await delay(Math.max(0, EVERY_MILLISECONDS - (performance.now() - started)))
      }
      return times
    }),
  )
  return all.flat()
}

function report(name: string, through: readonly number[], alone: readonly number[]): void {
  const [added, of] = [percentile(through, 0.5) - percentile(alone, 0.5), percentile(alone, 0.5)]
  say(
    `${name}: through the server ${figures(through)}, the model alone ${figures(alone)}; added ${added.toFixed(0)} (${(1 + added / of).toFixed(1)} times)`,
  )
}

function figures(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)}`
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
