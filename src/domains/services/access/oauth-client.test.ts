import { calculatePKCECodeChallenge } from 'oauth4webapi'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type ScriptedAnswer,
  type ScriptedHealthService,
  startHealthService,
} from '../../../../test/support/scripted-health-service.ts'
import type { Found } from '../archives/found-sample.ts'
import { authorizationUrl, exchangeCode, fetchJson, refreshTokens } from './oauth-client.ts'
import { openServiceAdapters } from './service-access.ts'
import type { ServiceAdapter } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'

const VERIFIER = 'a-verifier-that-is-long-enough-to-be-taken-for-one-0123456789'
const redirectUri = 'https://swasthwrap.example/connected-services'
const now = new Date('2026-03-12T06:00:00Z')

let service: ScriptedHealthService
let google: ServiceAdapter
let garmin: ServiceAdapter
beforeAll(async () => {
  service = await startHealthService()
  const client = { clientId: 'swasthwrap', clientSecret: 'client secret', baseUrl: service.baseUrl }
  const adapters = openServiceAdapters({ googleHealth: client, garmin: client })
  google = adapters.get('google_fit') as ServiceAdapter
  garmin = adapters.get('garmin') as ServiceAdapter
})
afterAll(() => service.close())
beforeEach(() => {
  service.script = () => undefined
  service.hold = () => false
  service.data.clear()
  vi.restoreAllMocks()
})

async function signIn(adapter: ServiceAdapter): Promise<string> {
  const codeChallenge = await calculatePKCECodeChallenge(VERIFIER)
  const back = service.allow(authorizationUrl(adapter, { redirectUri, state: 'a state', codeChallenge }))
  expect(back.searchParams.get('state')).toBe('a state')
  return back.searchParams.get('code') ?? ''
}

const kindOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof ServiceProblem)) throw error
    return error.kind
  }
}

describe('a sign-in', () => {
  it('gives tokens for a code once, for the verifier and the address that it was asked with', async () => {
    const code = await signIn(google)
    const exchange = (verifier = VERIFIER, address = redirectUri) =>
      exchangeCode(google, { code, codeVerifier: verifier, redirectUri: address }, now)
    const tokens = await exchange()
    expect(tokens).toMatchObject({ expiresAt: new Date('2026-03-12T07:00:00Z') })
    expect(await kindOf(exchange())).toBe('invalid')
    const other = await signIn(google)
    const wrong = { code: other, codeVerifier: VERIFIER.toUpperCase(), redirectUri }
    expect(await kindOf(exchangeCode(google, wrong, now))).toBe('invalid')
  })

  it('without a word on how long it lasts is good until the service says otherwise', async () => {
    service.script = () => ({ status: 200, body: { access_token: 'a', token_type: 'Bearer' } })
    const tokens = await exchangeCode(google, { code: 'any', codeVerifier: VERIFIER, redirectUri }, now)
    expect(tokens).toEqual({ accessToken: 'a', refreshToken: null, expiresAt: null })
  })

  it('that is not answered in time is given up, as one that cannot be reached', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const ended = new AbortController()
      setTimeout(() => ended.abort(new DOMException('In time', 'TimeoutError')), 50)
      return ended.signal
    })
    service.hold = () => true
    const grant = { code: 'any', codeVerifier: VERIFIER, redirectUri }
    expect(await kindOf(exchangeCode(google, grant, now))).toBe('unreachable')
    expect(await kindOf(refreshTokens(garmin, 'any', now))).toBe('unreachable')
    expect(await kindOf(fetchJson(new URL('/v4/x', service.baseUrl), 'token'))).toBe('unreachable')
    expect(vi.mocked(AbortSignal.timeout).mock.calls.every(([milliseconds]) => milliseconds <= 30_000)).toBe(true)
  })

  it('asks Google for what lasts', () => {
    const { searchParams } = new URL(authorizationUrl(google, { redirectUri, state: 's', codeChallenge: 'c' }))
    expect(searchParams.get('access_type')).toBe('offline')
    expect(searchParams.get('scope')).toContain('googlehealth.health_metrics_and_measurements.readonly')
  })

  const good = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 3600 }
  it.each<[string, ScriptedAnswer, string]>([
    ['a code that is over', { status: 400, body: { error: 'invalid_grant' } }, 'invalid'],
    ['a client that it does not know', { status: 401, body: { error: 'invalid_client' } }, 'wrong-answer'],
    ['a token of another type', { status: 200, body: { ...good, token_type: 'mac' } }, 'wrong-answer'],
    ['a token that is bound to a key', { status: 200, body: { ...good, token_type: 'DPoP' } }, 'wrong-answer'],
    ['no token', { status: 200, body: { token_type: 'Bearer' } }, 'wrong-answer'],
    ['a token that is a number', { status: 200, body: { ...good, access_token: 7 } }, 'wrong-answer'],
    ['an end that is no number', { status: 200, body: { ...good, expires_in: 'soon' } }, 'wrong-answer'],
    ['half of its JSON', { status: 200, body: '{"access_token": "a' }, 'wrong-answer'],
    ['a page for people', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }, 'wrong-answer'],
    [
      'a way to somewhere else',
      { status: 302, body: '', headers: { location: 'https://evil.invalid/' } },
      'wrong-answer',
    ],
    ['500', { status: 500, body: { error: 'server_error' } }, 'unreachable'],
    ['too many requests', { status: 429, body: {} }, 'unreachable'],
  ])('that is answered with %s is refused, and says how', async (_, answer, kind) => {
    service.script = () => answer
    const grant = { code: 'any', codeVerifier: VERIFIER, redirectUri }
    expect(await kindOf(exchangeCode(google, grant, now))).toBe(kind)
    const refreshed = await kindOf(refreshTokens(garmin, 'any', now))
    expect(refreshed).toBe(kind === 'invalid' ? 'revoked' : kind)
  })
})

describe('access', () => {
  const tokensFor = async (adapter: ServiceAdapter) =>
    exchangeCode(adapter, { code: await signIn(adapter), codeVerifier: VERIFIER, redirectUri }, now)

  it('is renewed with a refresh token that works once', async () => {
    const first = await tokensFor(garmin)
    const second = await refreshTokens(garmin, first.refreshToken ?? '', now)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(await kindOf(refreshTokens(garmin, first.refreshToken ?? '', now))).toBe('revoked')
    service.takeBack()
    expect(await kindOf(refreshTokens(garmin, second.refreshToken ?? '', now))).toBe('revoked')
  })

  it('that is not rotated goes on with the token that it has', async () => {
    service.script = () => ({ status: 200, body: { access_token: 'b', token_type: 'Bearer', expires_in: 60 } })
    expect(await refreshTokens(google, 'kept', now)).toMatchObject({ accessToken: 'b', refreshToken: 'kept' })
  })

  it.each<[string, ScriptedAnswer, string]>([
    ['401', { status: 401, body: {} }, 'revoked'],
    ['403', { status: 403, body: {} }, 'denied'],
    ['500', { status: 500, body: '' }, 'unreachable'],
    ['400', { status: 400, body: {} }, 'wrong-answer'],
    ['no JSON', { status: 200, body: 'oops' }, 'wrong-answer'],
    ['a way to somewhere else', { status: 307, body: '', headers: { location: '/elsewhere' } }, 'wrong-answer'],
  ])('to data that is answered with %s says how', async (_, answer, kind) => {
    service.script = () => answer
    expect(await kindOf(fetchJson(new URL('/v4/x', service.baseUrl), 'token'))).toBe(kind)
  })

  it('to nobody is unreachable', async () => {
    expect(await kindOf(fetchJson(new URL('http://127.0.0.1:9/'), 'token'))).toBe('unreachable')
  })

  const window = { from: new Date(Date.now() - 3 * 86_400_000), to: new Date() }
  async function readAll(adapter: ServiceAdapter, name: string, asked = window): Promise<Found[]> {
    const { accessToken } = await tokensFor(adapter)
    const kind = adapter.data.find((each) => each.name === name)
    const all: Found[] = []
    for await (const found of kind?.read((url) => fetchJson(url, accessToken), asked) ?? []) all.push(...found)
    return all
  }

  it.each<[string, unknown, unknown]>([
    [
      'heart-rate',
      { heartRate: { sampleTime: { physicalTime: '2026-03-11T06:00:00Z' }, beatsPerMinute: '72' } },
      { type: 'heart_rate', value: '72', unit: 'bpm', at: new Date('2026-03-11T06:00:00Z') },
    ],
    [
      'weight',
      { weight: { sampleTime: { physicalTime: '2026-03-11T06:00:00Z' }, weightGrams: 64250 } },
      { type: 'weight', value: '64250', unit: 'g' },
    ],
    [
      'steps',
      { steps: { interval: { startTime: '2026-03-11T06:00:00Z', endTime: '2026-03-11T06:01:00Z' }, count: '90' } },
      { type: 'steps', value: '90', until: new Date('2026-03-11T06:01:00Z') },
    ],
    [
      'sleep',
      { sleep: { interval: { startTime: '2026-03-10T17:00:00Z', endTime: '2026-03-11T00:30:00Z' } } },
      { type: 'sleep', value: null },
    ],
    [
      'daily-resting-heart-rate',
      { dailyRestingHeartRate: { date: { year: 2026, month: 3, day: 11 }, beatsPerMinute: '58' } },
      { type: 'resting_heart_rate', value: '58', at: new Date('2026-03-11T00:00:00Z') },
    ],
  ])('reads %s of Google, page by page', async (name, point, sample) => {
    const named = [1, 2, 3, 4, 5].map((id) => ({
      ...(point as object),
      name: `users/1/dataTypes/${name}/dataPoints/${id}`,
    }))
    service.data.set(name, [...named, { name: 'users/1/nothing' }])
    const found = await readAll(google, name)
    expect(found).toHaveLength(6)
    expect(found[0]).toMatchObject({ line: 1, sample })
    expect(found[5]).toEqual({ line: 6, code: 'malformed_row' })
    expect(new Set(found.slice(0, 5).map((each) => 'sample' in each && each.sample.sourceId)).size).toBe(5)
  })

  it.each<[string, object, readonly unknown[]]>([
    [
      'dailies',
      {
        startTimeInSeconds: 1_773_205_200,
        timeOffsetHeartRateSamples: { 0: 62, 15: 64 },
        restingHeartRateInBeatsPerMinute: 55,
      },
      [
        { type: 'heart_rate', value: '62', at: new Date('2026-03-11T05:00:00Z') },
        { type: 'heart_rate', value: '64', at: new Date('2026-03-11T05:00:15Z') },
        { type: 'resting_heart_rate', value: '55' },
      ],
    ],
    [
      'epochs',
      { startTimeInSeconds: 1_773_205_200, durationInSeconds: 900, steps: 93 },
      [{ type: 'steps', value: '93', until: new Date('2026-03-11T05:15:00Z') }],
    ],
    [
      'pulseox',
      { startTimeInSeconds: 1_773_205_200, timeOffsetSpo2Values: { 60: 96 } },
      [{ type: 'oxygen_saturation', value: '96' }],
    ],
    [
      'bodyComps',
      { measurementTimeInSeconds: 1_773_205_200, weightInGrams: 64250 },
      [{ type: 'weight', value: '64250', unit: 'g' }],
    ],
    [
      'bloodPressures',
      { measurementTimeInSeconds: 1_773_205_200, systolic: 128, diastolic: 82 },
      [{ type: 'blood_pressure', value: '128/82' }],
    ],
    [
      'sleeps',
      { startTimeInSeconds: 1_773_205_200, durationInSeconds: 27_000, awakeDurationInSeconds: 0 },
      [{ type: 'sleep', until: new Date('2026-03-11T12:30:00Z') }],
    ],
  ])('reads %s of Garmin, a day at once', async (name, summary, samples) => {
    service.asked.length = 0
    service.data.set(name, [{ summaryId: 'x1', ...summary }])
    const found = await readAll(garmin, name)
    expect(service.asked.length).toBe(3)
    expect(found.map((each) => 'sample' in each && each.sample)).toMatchObject(samples)
  })

  it.each<[string, () => ScriptedAnswer]>([
    ['a page that leads to itself', () => ({ status: 200, body: { dataPoints: [], nextPageToken: 'a' } })],
    ['points that are no list', () => ({ status: 200, body: { dataPoints: 'many' } })],
    ['a list in the place of a page', () => ({ status: 200, body: [] })],
  ])('ends where Google answers %s', async (_, answer) => {
    service.script = (path) => (path.startsWith('/v4/') ? answer() : undefined)
    expect(await kindOf(readAll(google, 'weight'))).toBe('wrong-answer')
  })

  it('ends where pages have no end', async () => {
    let page = 0
    service.script = (path) =>
      path.startsWith('/v4/') ? { status: 200, body: { dataPoints: [], nextPageToken: String(page++) } } : undefined
    expect(await kindOf(readAll(google, 'weight'))).toBe('wrong-answer')
    expect(page).toBeLessThan(1_100)
  })
})
