import { contentName, type Found, rounded } from '../archives/found-sample.ts'
import { isObject, type JsonObject } from '../archives/json-file.ts'
import type { SampleType } from '../samples/sample-type.ts'
import { pagesOf, type ServiceAdapter, type ServiceData } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'
import type { ServiceClient } from './service-settings.ts'

const DAY = 86_400_000
const PAGE_SIZE = 5_000
const SCOPES = ['activity_and_fitness', 'health_metrics_and_measurements', 'sleep']

/**
 * The Google Health API, which follows Google Fit and the Fitbit Web API: OAuth 2 as
 * https://developers.google.com/identity/protocols/oauth2/web-server says, data points of each data type listed as
 * https://developers.google.com/health/endpoints and https://developers.google.com/health/data-types say.
 */
export function googleHealth({ clientId, clientSecret, baseUrl }: ServiceClient): ServiceAdapter {
  const api = `${baseUrl ?? 'https://health.googleapis.com'}/v4/users/me/dataTypes`
  return {
    authorizationEndpoint: new URL(`${baseUrl ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`),
    tokenEndpoint: new URL(`${baseUrl ?? 'https://oauth2.googleapis.com'}/token`),
    clientId,
    clientSecret,
    scope: SCOPES.map((name) => `https://www.googleapis.com/auth/googlehealth.${name}.readonly`).join(' '),
    // Only so does Google hand out a refresh token, each time.
    authorizationParameters: { access_type: 'offline', prompt: 'consent' },
    data: KINDS.map((kind) => dataOf(api, kind)),
    firstMilliseconds: 30 * DAY,
    overlapMilliseconds: 2 * DAY,
    revoke: ({ accessToken, refreshToken }) =>
      new Request(`${baseUrl ?? 'https://oauth2.googleapis.com'}/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: refreshToken ?? accessToken }),
      }),
  }
}

interface Kind {
  /** As in addresses. Filters have it with underscores, points in camel case. */
  readonly name: string
  readonly type: SampleType
  readonly field: string
  readonly unit: string
  readonly shape: 'sample' | 'interval' | 'daily'
  /** Nights can be asked for by their end alone. */
  readonly filter?: string
}

const KINDS: readonly Kind[] = [
  { name: 'heart-rate', type: 'heart_rate', field: 'beatsPerMinute', unit: 'bpm', shape: 'sample' },
  { name: 'oxygen-saturation', type: 'oxygen_saturation', field: 'percentage', unit: '%', shape: 'sample' },
  { name: 'weight', type: 'weight', field: 'weightGrams', unit: 'g', shape: 'sample' },
  { name: 'height', type: 'height', field: 'heightMillimeters', unit: 'mm', shape: 'sample' },
  {
    name: 'blood-glucose',
    type: 'blood_glucose',
    field: 'bloodGlucoseMilligramsPerDeciliter',
    unit: 'mg/dL',
    shape: 'sample',
  },
  { name: 'core-body-temperature', type: 'temperature', field: 'temperatureCelsius', unit: 'celsius', shape: 'sample' },
  { name: 'steps', type: 'steps', field: 'count', unit: 'count', shape: 'interval' },
  { name: 'sleep', type: 'sleep', field: '', unit: 'min', shape: 'interval', filter: 'sleep.interval.end_time' },
  {
    name: 'daily-resting-heart-rate',
    type: 'resting_heart_rate',
    field: 'beatsPerMinute',
    unit: 'bpm',
    shape: 'daily',
  },
]

const FILTERS = { sample: 'sample_time.physical_time', interval: 'interval.start_time', daily: 'date' } as const

function dataOf(api: string, kind: Kind): ServiceData {
  const { name, shape } = kind
  const column = kind.filter ?? `${name.replaceAll('-', '_')}.${FILTERS[shape]}`
  return {
    name,
    read: async function* (fetchJson, { from }) {
      const since = shape === 'daily' ? from.toISOString().slice(0, 10) : from.toISOString()
      const pageUrl = (token: string | undefined): URL => {
        const url = new URL(`${api}/${name}/dataPoints`)
        url.searchParams.set('pageSize', String(PAGE_SIZE))
        url.searchParams.set('filter', `${column} >= "${since}"`)
        if (token !== undefined) url.searchParams.set('pageToken', token)
        return url
      }
      let line = 0
      for await (const page of pagesOf(fetchJson, pageUrl, ({ nextPageToken }) => nextPageToken)) {
        const points = page['dataPoints'] ?? []
        if (!Array.isArray(points)) throw new ServiceProblem('wrong-answer')
        yield points.map((point: unknown) => {
          line += 1
          return readPoint(point, kind, line)
        })
      }
    },
  }
}

function readPoint(point: unknown, kind: Kind, line: number): Found {
  const camelCase = kind.name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const content = isObject(point) ? point[camelCase] : undefined
  if (!isObject(point) || !isObject(content)) return { line, code: 'malformed_row' }
  const { at, until } = timesOf(content, kind.shape)
  const value = kind.field === '' ? null : (rounded(Number(content[kind.field] ?? Number.NaN), 2) ?? '')
  const name = typeof point['name'] === 'string' && point['name'] !== '' ? point['name'] : undefined
  return {
    line,
    sample: {
      sourceId: name === undefined ? contentName(kind.name, String(at), String(until), value ?? '') : contentName(name),
      type: kind.type,
      value,
      unit: kind.unit,
      at,
      until,
      device: deviceOf(point['dataSource']),
    },
  }
}

function timesOf(content: JsonObject, shape: Kind['shape']): { at: Date; until: Date | null } {
  const { sampleTime, interval, date } = content
  if (shape === 'sample') {
    return { at: new Date(isObject(sampleTime) ? String(sampleTime['physicalTime']) : Number.NaN), until: null }
  }
  if (shape === 'interval') {
    const [start, end] = isObject(interval) ? [interval['startTime'], interval['endTime']] : []
    return { at: new Date(String(start)), until: new Date(String(end)) }
  }
  if (!isObject(date)) return { at: new Date(Number.NaN), until: null }
  return { at: new Date(Date.UTC(Number(date['year']), Number(date['month']) - 1, Number(date['day']))), until: null }
}

function deviceOf(dataSource: unknown): string | null {
  const device = isObject(dataSource) ? dataSource['device'] : undefined
  const name = isObject(device) ? device['displayName'] : undefined
  return typeof name === 'string' && name !== '' ? name.slice(0, 255) : null
}
