import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

interface Tokens {
  user: { id: string; email: string; language: string; email_verified: boolean }
  access_token: string
  refresh_token: string
  token_type: string
  expires_in: number
}

let server: Awaited<ReturnType<typeof startTestServer>>

/** People who are signed in: made together, since a password takes a quarter of a second of a core to hash. */
const waiting: Tokens[] = []
const PEOPLE = 23
/** One of them, for tests that change nothing. */
let anybody: Tokens

beforeAll(async () => {
  server = await startTestServer({
    AUTH_RATE_LIMIT_PER_MINUTE: '10000',
    RATE_LIMIT_PER_MINUTE: '10000',
    ALLOWED_ORIGINS: 'https://clinic.example.org',
  })
  waiting.push(...(await Promise.all(Array.from({ length: PEOPLE }, () => register()))))
  anybody = person()
})
afterAll(async () => {
  await server?.close()
})

const password = 'a long pass phrase'

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.address}/api/v1/auth/${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function register(changes: object = {}): Promise<Tokens> {
  const response = await call('POST', 'register', {
    name: 'Meena Raman',
    email: `${randomUUID()}@example.org`,
    password,
    language: 'ta',
    ...changes,
  })
  expect(response.status).toBe(201)
  return (await response.json()) as Tokens
}

/** Somebody who has just registered. */
function person(): Tokens {
  const next = waiting.pop()
  if (next === undefined) throw new Error('More people are needed')
  return next
}

async function problemOf(response: Response): Promise<{ status: number; type: string; pointers: string[] }> {
  const problem = (await response.json()) as { type: string; errors?: { pointer: string }[] }
  return {
    status: response.status,
    type: problem.type.replace('urn:swasthwrap:problem:', ''),
    pointers: (problem.errors ?? []).map((error) => error.pointer),
  }
}

const isSignedIn = async (token: string): Promise<boolean> =>
  (await call('GET', 'sessions', undefined, bearer(token))).status === 200

describe('registering', () => {
  it('makes an account and signs in', async () => {
    const tokens = await register({ email: 'Meena.Raman@Example.org' })
    expect(tokens.token_type).toBe('Bearer')
    expect(tokens.expires_in).toBe(900)
    expect(tokens.user).toMatchObject({ email: 'Meena.Raman@Example.org', language: 'ta', email_verified: false })
    expect(JSON.stringify(tokens)).not.toContain('password')
    expect(await isSignedIn(tokens.access_token)).toBe(true)
  })

  it('refuses an address that has an account, however it is written', async () => {
    await register({ email: 'taken@example.org' })
    const again = await call('POST', 'register', { name: 'x', email: 'TAKEN@example.ORG', password })
    expect(await problemOf(again)).toMatchObject({ status: 409, type: 'email-taken' })
  })

  it('lets one of two at once have an address', async () => {
    const email = `${randomUUID()}@example.org`
    const both = await Promise.all(
      [1, 2].map(() => call('POST', 'register', { name: 'x', email, password, language: 'en' })),
    )
    expect(both.map((response) => response.status).sort()).toEqual([201, 409])
  })

  it('takes the language from the request where none is named', async () => {
    const response = await call(
      'POST',
      'register',
      { name: 'x', email: `${randomUUID()}@example.org`, password },
      { 'accept-language': 'hi' },
    )
    expect(((await response.json()) as Tokens).user.language).toBe('hi')
  })

  it.each([
    [{ email: 'no address' }, '/email'],
    [{ email: undefined }, '/email'],
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(256) }, '/name'],
    [{ password: 'short' }, '/password'],
    [{ password: 'password2026' }, '/password'],
    [{ password: 'x'.repeat(201) }, '/password'],
    [{ language: 'fr' }, '/language'],
    [{ is_admin: true }, '/is_admin'],
  ])('refuses %j by name', async (change, pointer) => {
    const response = await call('POST', 'register', {
      name: 'x',
      email: `${randomUUID()}@example.org`,
      password,
      language: 'en',
      ...change,
    })
    expect(await problemOf(response)).toEqual({ status: 422, type: 'validation-failed', pointers: [pointer] })
  })

  it('counts every letter of a long pass phrase, also beyond what bcrypt reads', async () => {
    const phrase = 'நான் தினமும் காலையில் கடற்கரையில் நடப்பேன்'
    const { user } = await register({ password: phrase })
    const login = (text: string) => call('POST', 'login', { email: user.email, password: text })
    expect((await login(phrase)).status).toBe(200)
    expect((await login(`${phrase}.`)).status).toBe(401)
    expect((await login(phrase.slice(0, -1))).status).toBe(401)
  })
})

describe('signing in', () => {
  it('works with the address in any letters, and only with the right password', async () => {
    const { user } = person()
    const right = await call('POST', 'login', { email: user.email.toUpperCase(), password })
    expect(right.status).toBe(200)
    expect(right.headers.get('cache-control')).toBe('no-store')
    const wrong = await call('POST', 'login', { email: user.email, password: `${password}.` })
    expect(await problemOf(wrong)).toMatchObject({ status: 401, type: 'invalid-credentials' })
  })

  it('says the same of an unknown address as of a wrong password', async () => {
    const { user } = person()
    const [wrong, unknown] = await Promise.all([
      call('POST', 'login', { email: user.email, password: 'not the right one' }),
      call('POST', 'login', { email: 'nobody@example.org', password: 'not the right one' }),
    ])
    const strip = (problem: object) => ({ ...problem, request_id: '' })
    expect(unknown.status).toBe(401)
    expect(strip((await unknown.json()) as object)).toEqual(strip((await wrong.json()) as object))
  })

  it('takes as long for an unknown address as for a wrong password', async () => {
    // Few enough wrong ones for each account that none is locked.
    const people = [person(), person()]
    const times: Record<'wrong' | 'unknown', number[]> = { wrong: [], unknown: [] }
    for (let round = 0; round < 6; round += 1) {
      for (const [kind, email] of [
        ['wrong', people[round % 2]?.user.email ?? ''],
        ['unknown', `${randomUUID()}@example.org`],
      ] as const) {
        const began = performance.now()
        await (await call('POST', 'login', { email, password: 'not the right one' })).text()
        times[kind].push(performance.now() - began)
      }
    }
    // Other work on the machine only ever adds: the shortest of each tells what is done. Without a hash it is a tenth.
    const [wrong, unknown] = [Math.min(...times.wrong), Math.min(...times.unknown)]
    expect(wrong).toBeGreaterThan(50)
    expect(Math.abs(wrong - unknown) / wrong, `wrong ${wrong} ms, unknown ${unknown} ms`).toBeLessThan(0.5)
  })

  it('is paused after ten wrong passwords in a row, even for the right one', async () => {
    const { user, access_token } = person()
    const wrong = async (times: number) => {
      const one = () => call('POST', 'login', { email: user.email, password: 'not the right one' })
      const answers = await Promise.all(Array.from({ length: times }, one))
      return answers.map((answer) => answer.status)
    }
    expect(await wrong(9)).toEqual(Array(9).fill(401))
    expect((await call('POST', 'login', { email: user.email, password })).status).toBe(200)
    expect(await wrong(10)).toEqual(Array(10).fill(401))
    const locked = await call('POST', 'login', { email: user.email, password })
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(await problemOf(locked)).toMatchObject({ status: 429, type: 'account-locked' })
    expect(await isSignedIn(access_token)).toBe(true)
  })

  it('is not slipped past by many guesses at once', async () => {
    const { user } = person()
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => call('POST', 'login', { email: user.email, password: 'not the right one' })),
    )
    const statuses = guesses.map((response) => response.status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  })
})

describe('an access token', () => {
  it('is signed with RS256 by a published key', async () => {
    const { access_token, user } = anybody
    const keys = createRemoteJWKSet(new URL(`${server.address}/.well-known/jwks.json`))
    const { payload, protectedHeader } = await jwtVerify(access_token, keys, { issuer: 'swasthwrap' })
    expect(protectedHeader.alg).toBe('RS256')
    expect(payload.sub).toBe(user.id)
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900)
  })

  it.each<[string, (token: string) => string]>([
    [
      'with a changed payload',
      (token) => token.replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"x"}').toString('base64url')}.`),
    ],
    ['without its signature', (token) => token.replace(/\.[^.]*$/, '.')],
    [
      'with the algorithm none',
      (token) => `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`,
    ],
    ['that is no token', () => 'nonsense'],
    ['of nobody', () => `swt_${'A'.repeat(43)}`],
  ])('%s is refused', async (_, change) => {
    const { access_token } = anybody
    const response = await call('GET', 'sessions', undefined, bearer(change(access_token)))
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect(await problemOf(response)).toMatchObject({ status: 401, type: 'unauthenticated' })
  })
})

describe('refreshing', () => {
  it('gives new tokens of the same sign-in', async () => {
    const first = person()
    const response = await call('POST', 'refresh', { refresh_token: first.refresh_token })
    expect(response.status).toBe(200)
    const second = (await response.json()) as Tokens
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(decodeJwt(second.access_token)['sid']).toBe(decodeJwt(first.access_token)['sid'])
    expect(await isSignedIn(second.access_token)).toBe(true)
  })

  it('ends the whole sign-in when a token comes a second time', async () => {
    const first = person()
    const other = (await (await call('POST', 'login', { email: first.user.email, password })).json()) as Tokens
    const second = (await (await call('POST', 'refresh', { refresh_token: first.refresh_token })).json()) as Tokens
    const reused = await call('POST', 'refresh', { refresh_token: first.refresh_token })
    expect(await problemOf(reused)).toMatchObject({ status: 401, type: 'refresh-token-reused' })
    const newest = await call('POST', 'refresh', { refresh_token: second.refresh_token })
    expect(await problemOf(newest)).toMatchObject({ status: 401, type: 'invalid-refresh-token' })
    expect(await isSignedIn(second.access_token)).toBe(false)
    expect(await isSignedIn(other.access_token)).toBe(true)
  })

  it('treats two uses at once as a second use', async () => {
    const { refresh_token } = person()
    const both = await Promise.all([1, 2].map(() => call('POST', 'refresh', { refresh_token })))
    expect(both.map((response) => response.status).sort()).toEqual([200, 401])
  })

  it.each([[{ refresh_token: `swr_${'A'.repeat(43)}` }], [{}]])('refuses %j', async (body) => {
    const response = await call('POST', 'refresh', body)
    expect(await problemOf(response)).toMatchObject({ status: 401, type: 'invalid-refresh-token' })
  })
})

describe('signing out', () => {
  it('ends the sign-in at once', async () => {
    const tokens = person()
    expect(await isSignedIn(tokens.access_token)).toBe(true)
    expect((await call('POST', 'logout', undefined, bearer(tokens.access_token))).status).toBe(204)
    expect(await isSignedIn(tokens.access_token)).toBe(false)
    expect((await call('POST', 'refresh', { refresh_token: tokens.refresh_token })).status).toBe(401)
  })

  it('works with the refresh token alone, and does no harm twice', async () => {
    const { access_token, refresh_token } = person()
    expect((await call('POST', 'logout', { refresh_token })).status).toBe(204)
    expect((await call('POST', 'logout', { refresh_token })).status).toBe(204)
    expect(await isSignedIn(access_token)).toBe(false)
  })
})

describe('sessions', () => {
  it('are listed, and ended one by one or all but this', async () => {
    const first = person()
    const signIn = async () =>
      (await (await call('POST', 'login', { email: first.user.email, password })).json()) as Tokens
    const [second, third] = [await signIn(), await signIn()]
    await call('POST', 'refresh', { refresh_token: second.refresh_token })
    const list = await call('GET', 'sessions', undefined, bearer(first.access_token))
    const { data } = (await list.json()) as { data: { id: string; is_current: boolean }[] }
    expect(data).toHaveLength(3)
    expect(data.filter((session) => session.is_current).map((session) => session.id)).toEqual([
      decodeJwt(first.access_token)['sid'],
    ])
    const secondId = String(decodeJwt(second.access_token)['sid'])
    expect((await call('DELETE', `sessions/${secondId}`, undefined, bearer(first.access_token))).status).toBe(204)
    expect((await call('DELETE', `sessions/${secondId}`, undefined, bearer(first.access_token))).status).toBe(404)
    expect(await isSignedIn(second.access_token)).toBe(false)
    expect((await call('DELETE', 'sessions', undefined, bearer(first.access_token))).status).toBe(204)
    expect(await isSignedIn(third.access_token)).toBe(false)
    expect(await isSignedIn(first.access_token)).toBe(true)
  })

  it('of somebody else do not exist', async () => {
    const [mine, theirs] = [person(), anybody]
    const theirId = String(decodeJwt(theirs.access_token)['sid'])
    expect((await call('DELETE', `sessions/${theirId}`, undefined, bearer(mine.access_token))).status).toBe(404)
    expect((await call('DELETE', 'sessions/nonsense', undefined, bearer(mine.access_token))).status).toBe(404)
    expect(await isSignedIn(theirs.access_token)).toBe(true)
  })
})

describe('API tokens', () => {
  it('are shown once, do what their scopes allow, and end when revoked', async () => {
    const auth = bearer(person().access_token)
    const made = await call('POST', 'tokens', { name: 'watch', scopes: ['read'] }, auth)
    expect(made.status).toBe(201)
    const { id, token } = (await made.json()) as { id: string; token: string }
    expect(token).toMatch(/^swt_/)
    const list = await (await call('GET', 'tokens', undefined, auth)).text()
    expect(list).toContain(id)
    expect(list).not.toContain(token)
    // It cannot make itself more powerful, nor end anybody's sign-in.
    for (const [method, path, body] of [
      ['POST', 'tokens', { name: 'more', scopes: ['write'] }],
      ['GET', 'sessions', undefined],
      ['DELETE', `tokens/${id}`, undefined],
    ] as const) {
      expect(await problemOf(await call(method, path, body, bearer(token)))).toMatchObject({
        status: 403,
        type: 'sign-in-required',
      })
    }
    expect((await call('DELETE', `tokens/${id}`, undefined, auth)).status).toBe(204)
    expect(await problemOf(await call('GET', 'sessions', undefined, bearer(token)))).toMatchObject({ status: 401 })
  })

  it('that have expired are refused', async () => {
    const auth = bearer(anybody.access_token)
    const expires_at = new Date(Date.now() + 1_000).toISOString()
    const made = await call('POST', 'tokens', { name: 'short', scopes: ['read'], expires_at }, auth)
    const { token } = (await made.json()) as { token: string }
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect((await call('GET', 'sessions', undefined, bearer(token))).status).toBe(401)
  })
})

describe('Idempotency-Key', () => {
  const replayed = (response: Response) => response.headers.get('idempotency-replayed')

  /** Sends a request under a key of its own and twice more, and tells what became of it. */
  async function repeat(path: string, body: unknown, headers: Record<string, string> = {}) {
    const own = { 'idempotency-key': randomUUID(), ...headers }
    const answers = await Promise.all([call('POST', path, body, own), call('POST', path, body, own)])
    answers.push(await call('POST', path, body, own))
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(texts).size, texts.join('\n')).toBe(1)
    expect(answers.map(replayed).sort()).toEqual([null, 'true', 'true'])
    const statuses = [...new Set(answers.map(({ status }) => status))]
    return { statuses, text: texts[0] ?? '', headers: own, answers }
  }

  it('makes one account of a registration that comes again, and hands its tokens to nobody else', async () => {
    const body = { name: 'Meena Raman', email: `${randomUUID()}@example.org`, password, language: 'ta' }
    const { statuses, text, headers, answers } = await repeat('register', body)
    expect(statuses).toEqual([201])
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(Array(3).fill('/api/v1/me'))
    const { access_token } = JSON.parse(text) as Tokens
    const { data } = (await (await call('GET', 'sessions', undefined, bearer(access_token))).json()) as {
      data: object[]
    }
    expect(data).toHaveLength(1)
    for (const others of [{ password: 'another pass phrase' }, { email: 'else@example.org' }]) {
      const answer = await call('POST', 'register', { ...body, ...others }, headers)
      expect(await problemOf(answer)).toMatchObject({ status: 422, type: 'idempotency-key-reused' })
    }
    const elsewhere = await call('POST', 'login', { email: body.email, password }, headers)
    expect((await problemOf(elsewhere)).type).toBe('idempotency-key-reused')
    const otherKey = await call('POST', 'register', body, { 'idempotency-key': randomUUID() })
    expect((await problemOf(otherKey)).type).toBe('email-taken')
  })

  it('opens one sign-in, into an answer or into cookies, and keeps no refusal', async () => {
    const { user } = person()
    const right = { email: user.email, password }
    expect((await repeat('login', right)).statuses).toEqual([200])
    const { answers } = await repeat('login', { ...right, session: 'cookie' })
    const cookies = answers.map((answer) => answer.headers.getSetCookie().map((each) => each.split(';', 1)[0]))
    expect(cookies[0]).toHaveLength(2)
    expect(cookies).toEqual(Array(3).fill(cookies[0]))
    const headers = { 'idempotency-key': randomUUID() }
    const wrong = { email: user.email, password: 'not the pass phrase' }
    expect((await call('POST', 'login', wrong, headers)).status).toBe(401)
    expect((await call('POST', 'login', right, headers)).status).toBe(200)
  })

  it('lets a refresh whose answer was lost be sent again, and only with the key', async () => {
    const { refresh_token } = person()
    const { statuses, text } = await repeat('refresh', { refresh_token })
    expect(statuses).toEqual([200])
    const next = JSON.parse(text) as Tokens
    expect(await isSignedIn(next.access_token)).toBe(true)
    expect((await problemOf(await call('POST', 'refresh', { refresh_token }))).type).toBe('refresh-token-reused')
    expect(await isSignedIn(next.access_token)).toBe(false)
  })

  it('makes one API token, of one caller and one body', async () => {
    const [asha, bala] = [person(), person()]
    const body = { name: 'Scale', scopes: ['write'] }
    const { statuses, text, headers, answers } = await repeat('tokens', body, bearer(asha.access_token))
    expect(statuses).toEqual([201])
    const { id, token } = JSON.parse(text) as { id: string; token: string }
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(Array(3).fill(`/api/v1/auth/tokens/${id}`))
    const listed = await call('GET', 'tokens', undefined, bearer(asha.access_token))
    expect(((await listed.json()) as { data: object[] }).data).toHaveLength(1)
    const otherBody = await call('POST', 'tokens', { ...body, name: 'Watch' }, headers)
    expect((await problemOf(otherBody)).type).toBe('idempotency-key-reused')
    const own = { ...headers, ...bearer(bala.access_token) }
    const otherCaller = await call('POST', 'tokens', body, own)
    expect(replayed(otherCaller)).toBeNull()
    expect(((await otherCaller.json()) as { token: string }).token).not.toBe(token)
    expect((await call('POST', 'tokens', body, { 'idempotency-key': headers['idempotency-key'] })).status).toBe(401)
  })

  it('says once more that the password is changed and the sign-in ended', async () => {
    const { access_token } = person()
    const passwords = { current_password: password, new_password: 'tamarind rice on a train' }
    expect((await repeat('password/change', passwords, bearer(access_token))).statuses).toEqual([204])
    expect((await repeat('logout', undefined, bearer(access_token))).statuses).toEqual([204])
    expect(await isSignedIn(access_token)).toBe(false)
  })

  it('must be one, and keeps nothing of a body that is wrong', async () => {
    const { access_token } = anybody
    const body = { name: 'Scale', scopes: ['write'] }
    const bad = await call('POST', 'tokens', body, { ...bearer(access_token), 'idempotency-key': 'with space' })
    expect(await problemOf(bad)).toMatchObject({ status: 422, pointers: ['/Idempotency-Key'] })
    const headers = { ...bearer(access_token), 'idempotency-key': randomUUID() }
    expect((await call('POST', 'tokens', { name: 'Scale' }, headers)).status).toBe(422)
    expect((await call('POST', 'tokens', body, headers)).status).toBe(201)
  })
})

describe("the chat page's cookie", () => {
  const cookiesOf = (response: Response): string =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; ')

  async function signIn({ user }: Tokens): Promise<{ response: Response; cookie: string }> {
    const response = await call('POST', 'login', { email: user.email, password, session: 'cookie' })
    return { response, cookie: cookiesOf(response) }
  }

  /** One that nobody signs out of. */
  let kept: Awaited<ReturnType<typeof signIn>>
  beforeAll(async () => {
    kept = await signIn(anybody)
  })

  it('keeps the tokens from scripts and from other websites', async () => {
    const { response } = kept
    const body = await response.text()
    expect(body).not.toContain('access_token')
    expect(body).not.toContain('swr_')
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toContain('HttpOnly')
      expect(cookie).toContain('SameSite=Strict')
    }
  })

  it('signs in, refreshes and signs out', async () => {
    const { cookie } = await signIn(person())
    const own = { cookie, origin: server.address }
    expect((await call('GET', 'sessions', undefined, own)).status).toBe(200)
    const refreshed = await call('POST', 'refresh', undefined, own)
    expect(refreshed.status).toBe(200)
    const next = { cookie: cookiesOf(refreshed), origin: server.address }
    expect((await call('DELETE', 'sessions', undefined, next)).status).toBe(204)
    expect((await call('POST', 'logout', undefined, next)).status).toBe(204)
    expect((await call('GET', 'sessions', undefined, next)).status).toBe(401)
  })

  it.each([
    ['from another website', { origin: 'https://evil.example.org' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['from another website, as the browser says', { 'sec-fetch-site': 'cross-site' }, 401],
    ['from an allowed origin', { origin: 'https://clinic.example.org' }, 200],
  ])('%s', async (_, headers, status) => {
    const { cookie } = kept
    const response = await call('GET', 'sessions', undefined, { cookie, ...(headers as Record<string, string>) })
    expect(response.status).toBe(status)
  })

  it('changes nothing without a word about where the request comes from', async () => {
    const { cookie } = kept
    expect((await call('DELETE', 'sessions', undefined, { cookie })).status).toBe(401)
  })
})

describe('limits', () => {
  it('hold for sign-in by address and for everything else by account', async () => {
    const limited = await startTestServer({ AUTH_RATE_LIMIT_PER_MINUTE: '3', RATE_LIMIT_PER_MINUTE: '8' })
    try {
      const client = await registerClient(limited.address)
      const login = () =>
        fetch(`${limited.address}/api/v1/auth/login`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-language': 'en' },
          body: JSON.stringify({ email: 'nobody@example.org', password: 'x' }),
        })
      const statuses = [(await login()).status, (await login()).status]
      const refused = await login()
      expect([...statuses, refused.status]).toEqual([401, 401, 429])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(refused.headers.get('content-type')).toContain('application/problem+json')

      const list = () => fetch(`${limited.address}/api/v1/auth/sessions`, { headers: bearer(client.accessToken) })
      for (let request = 0; request < 8; request += 1) {
        expect((await list()).status).toBe(200)
      }
      expect((await list()).status).toBe(429)
      expect((await fetch(`${limited.address}/healthz`)).status).toBe(200)
    } finally {
      await limited.close()
    }
  })
})
