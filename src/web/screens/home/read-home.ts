import { type Page, request } from '../../api/client.ts'
import { user } from '../../api/session.ts'
import { localDay } from '../records/form-values.ts'
import type { Row } from '../records/record-description.ts'
import type { Dose } from './doses-card.tsx'
import type { Score } from './score-card.tsx'

/** What the home screen shows first: what is to be done. What could not be read is absent. */
export interface Today {
  readonly alerts?: Page<Row>
  readonly notifications?: Page<Row>
  readonly doses?: { readonly data: readonly Dose[] }
  readonly appointments?: Page<Row>
}

/** What it shows below that: how things are. */
export interface Standing {
  readonly latest?: { readonly data: readonly Row[] }
  readonly metrics?: Page<Row>
  readonly goals?: Page<Row>
  readonly score?: Score
}

export interface Read<Part> {
  readonly part: Part
  /** The first problem, if there was one. */
  readonly error: unknown
}

/** Both parts, asked for at once; each is drawn at once when all of it is there. */
export interface Home {
  readonly today: Promise<Read<Today>>
  readonly standing: Promise<Read<Standing>>
}

/** What was asked for so long ago is asked for again. */
const AHEAD_MILLISECONDS = 30_000
let begun: { readonly home: Home; readonly person: string; readonly at: number } | undefined

/** Asks before the screen is there to ask: on a slow network each round counts. */
export function beginHome(): void {
  begun = { home: askHome(), person: user().id, at: Date.now() }
}

/** What was just asked for ahead, once and for nobody else; otherwise asks now. */
export function readHome(signal: AbortSignal): Home {
  const ahead = begun
  begun = undefined
  const isOurs = ahead?.person === user().id && Date.now() - ahead.at < AHEAD_MILLISECONDS
  return isOurs ? ahead.home : askHome(signal)
}

type Questions<Part> = { readonly [Name in keyof Part]-?: Promise<NonNullable<Part[Name]>> }

function askHome(signal?: AbortSignal): Home {
  const get = <Body>(path: string, query: Readonly<Record<string, string | number | boolean>> = {}): Promise<Body> =>
    request<Body>('GET', `/api/v1/${path}`, { query, ...(signal ? { signal } : {}) })
  return {
    today: gathered<Today>({
      alerts: get('emergency/alerts', { is_resolved: false, limit: 1 }),
      notifications: get('notifications', { is_read: false, limit: 5 }),
      doses: get('medications/due'),
      appointments: get('appointments', { from: localDay(new Date()), sort: 'appointment_date', limit: 10 }),
    }),
    standing: gathered<Standing>({
      latest: get('metrics/latest', { units: 'preferred' }),
      metrics: get('metrics', { units: 'preferred', limit: 100 }),
      goals: get('goals', { status: 'active', limit: 5 }),
      score: get('health-score'),
    }),
  }
}

async function gathered<Part>(questions: Questions<Part>): Promise<Read<Part>> {
  const names = Object.keys(questions)
  const answers = await Promise.allSettled(Object.values(questions))
  const read = answers.flatMap((answer, at) => (answer.status === 'fulfilled' ? [[names[at], answer.value]] : []))
  const failed = answers.find((answer) => answer.status === 'rejected')
  return { part: Object.fromEntries(read) as Part, error: failed?.reason }
}
