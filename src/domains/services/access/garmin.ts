import { type Found, rounded } from '../archives/found-sample.ts'
import { isObject, type JsonObject } from '../archives/json-file.ts'
import type { GivenSample } from '../samples/read-sample.ts'
import type { SampleType } from '../samples/sample-type.ts'
import type { ServiceAdapter, ServiceData } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'
import type { ServiceClient } from './service-settings.ts'

const DAY = 86_400_000

/**
 * Garmin's Health API (https://developer.garmin.com/gc-developer-program/health-api/): OAuth 2 with PKCE after Garmin's
 * "OAuth2 PKCE Specification", summaries asked for by the time at which the watch handed them in, a day at once.
 */
export function garmin({ clientId, clientSecret, baseUrl }: ServiceClient): ServiceAdapter {
  const api = `${baseUrl ?? 'https://apis.garmin.com'}/wellness-api/rest`
  return {
    authorizationEndpoint: new URL(`${baseUrl ?? 'https://connect.garmin.com'}/oauth2Confirm`),
    tokenEndpoint: new URL(`${baseUrl ?? 'https://diauth.garmin.com'}/di-oauth2-service/oauth/token`),
    clientId,
    clientSecret,
    scope: undefined,
    authorizationParameters: {},
    data: Object.entries(SUMMARIES).map(([name, read]) => dataOf(api, name, read)),
    firstMilliseconds: 7 * DAY,
    overlapMilliseconds: 3_600_000,
    revoke: ({ accessToken }) =>
      new Request(`${api}/user/registration`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${accessToken}` },
      }),
  }
}

type ReadSummary = (summary: JsonObject, id: string) => readonly GivenSample[]

const SUMMARIES: Readonly<Record<string, ReadSummary>> = {
  dailies: (summary, id) => [
    ...series(summary, 'timeOffsetHeartRateSamples', { id, type: 'heart_rate', unit: 'bpm' }),
    ...momentary(summary['startTimeInSeconds'], summary['restingHeartRateInBeatsPerMinute'], {
      id: `${id}-resting`,
      type: 'resting_heart_rate',
      unit: 'bpm',
    }),
  ],
  epochs: ({ startTimeInSeconds, durationInSeconds, steps }, id) => {
    if (!steps) return []
    const at = timeOf(startTimeInSeconds)
    const until = new Date(at.getTime() + Number(durationInSeconds) * 1000)
    return [{ sourceId: id, type: 'steps', value: rounded(Number(steps), 0), unit: 'count', at, until, device: null }]
  },
  sleeps: ({ startTimeInSeconds, durationInSeconds, awakeDurationInSeconds }, id) => {
    const at = timeOf(startTimeInSeconds)
    const slept = Number(durationInSeconds) - Number(awakeDurationInSeconds ?? 0)
    const until = new Date(at.getTime() + slept * 1000)
    return [{ sourceId: id, type: 'sleep', value: null, unit: 'min', at, until, device: null }]
  },
  pulseox: (summary, id) => series(summary, 'timeOffsetSpo2Values', { id, type: 'oxygen_saturation', unit: '%' }),
  respiration: (summary, id) =>
    series(summary, 'timeOffsetEpochToBreaths', { id, type: 'respiratory_rate', unit: '/min' }),
  bodyComps: ({ measurementTimeInSeconds, weightInGrams }, id) =>
    momentary(measurementTimeInSeconds, weightInGrams, { id, type: 'weight', unit: 'g' }),
  bloodPressures: ({ measurementTimeInSeconds, systolic, diastolic }, id) => [
    {
      sourceId: id,
      type: 'blood_pressure',
      value: `${String(systolic)}/${String(diastolic)}`,
      unit: 'mmHg',
      at: timeOf(measurementTimeInSeconds),
      until: null,
      device: null,
    },
  ],
}

function dataOf(api: string, name: string, read: ReadSummary): ServiceData {
  return {
    name,
    read: async function* (fetchJson, { from, to }) {
      let line = 0
      for (let start = from.getTime(); start < to.getTime(); start += DAY) {
        const url = new URL(`${api}/${name}`)
        url.searchParams.set('uploadStartTimeInSeconds', String(Math.floor(start / 1000)))
        url.searchParams.set('uploadEndTimeInSeconds', String(Math.floor(Math.min(start + DAY, to.getTime()) / 1000)))
        const summaries = await fetchJson(url)
        if (!Array.isArray(summaries)) throw new ServiceProblem('wrong-answer')
        yield summaries.flatMap((summary: unknown): Found[] => {
          line += 1
          const id = isObject(summary) ? summary['summaryId'] : undefined
          if (!isObject(summary) || typeof id !== 'string' || id === '') return [{ line, code: 'malformed_row' }]
          return read(summary, id).map((sample) => ({ line, sample }))
        })
      }
    },
  }
}

interface Named {
  readonly id: string
  readonly type: SampleType
  readonly unit: string
}

/** Values by the seconds that they lie behind the start. */
function series(summary: JsonObject, field: string, { id, type, unit }: Named): GivenSample[] {
  const values = summary[field]
  const start = timeOf(summary['startTimeInSeconds']).getTime()
  if (!isObject(values)) return []
  return Object.entries(values).map(([offset, value]) => ({
    sourceId: `${id}-${offset}`,
    type,
    value: rounded(Number(value), 1) ?? '',
    unit,
    at: new Date(start + Number(offset) * 1000),
    until: null,
    device: null,
  }))
}

function momentary(seconds: unknown, value: unknown, { id, type, unit }: Named): GivenSample[] {
  if (value === undefined || value === null) return []
  return [
    {
      sourceId: id,
      type,
      value: rounded(Number(value), 1) ?? '',
      unit,
      at: timeOf(seconds),
      until: null,
      device: null,
    },
  ]
}

function timeOf(seconds: unknown): Date {
  return new Date(typeof seconds === 'number' ? seconds * 1000 : Number.NaN)
}
