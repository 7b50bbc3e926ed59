import { type Page, request } from '../../api/client.ts'
import { localDay } from '../records/form-values.ts'
import type { Row } from '../records/record-description.ts'
import type { Dose } from './doses-card.tsx'
import type { Score } from './score-card.tsx'

/** What the home screen shows. What could not be read is absent. */
export interface Home {
  readonly alerts?: Page<Row>
  readonly notifications?: Page<Row>
  readonly doses?: { readonly data: readonly Dose[] }
  readonly appointments?: Page<Row>
  readonly latest?: { readonly data: readonly Row[] }
  readonly metrics?: Page<Row>
  readonly goals?: Page<Row>
  readonly score?: Score
}

/** Reads everything at once, so that the screen is drawn once; with the first problem, if there was one. */
export async function readHome(signal: AbortSignal): Promise<{ readonly home: Home; readonly error: unknown }> {
  const get = <Body>(path: string, query: Readonly<Record<string, string | number | boolean>> = {}): Promise<Body> =>
    request<Body>('GET', `/api/v1/${path}`, { query, signal })
  const questions: { readonly [Name in keyof Home]-?: Promise<NonNullable<Home[Name]>> } = {
    alerts: get('emergency/alerts', { is_resolved: false, limit: 1 }),
    notifications: get('notifications', { is_read: false, limit: 5 }),
    doses: get('medications/due'),
    appointments: get('appointments', { from: localDay(new Date()), sort: 'appointment_date', limit: 10 }),
    latest: get('metrics/latest', { units: 'preferred' }),
    metrics: get('metrics', { units: 'preferred', limit: 100 }),
    goals: get('goals', { status: 'active', limit: 5 }),
    score: get('health-score'),
  }
  const answers = await Promise.allSettled(Object.values(questions))
  const names = Object.keys(questions)
  const read = answers.flatMap((answer, at) => (answer.status === 'fulfilled' ? [[names[at], answer.value]] : []))
  const failed = answers.find((answer) => answer.status === 'rejected')
  return { home: Object.fromEntries(read) as Home, error: failed?.reason }
}
