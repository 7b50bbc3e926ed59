import { randomUUID } from 'node:crypto'
import { type TOTP, URI } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMailServer, type TestMailServer } from '../support/smtp-server.ts'
import { softwareAuthenticator } from '../support/software-authenticator.ts'
import { startTestServer } from '../support/test-server.ts'
import { waitFor } from '../support/wait-for.ts'

const password = 'a long pass phrase'

interface Account {
  email: string
  token: string
  refresh: string
}

let mail: TestMailServer
let server: Awaited<ReturnType<typeof startTestServer>>
let asha: Account
let bala: Account

beforeAll(async () => {
  mail = await startMailServer()
  server = await startTestServer({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Swasthwrap <care@example.org>',
    PUBLIC_URL: 'https://health.example.org',
  })
  ;[asha, bala] = (await Promise.all([register(), register()])) as [Account, Account]
})
afterAll(async () => {
  await server.close()
  await mail.close()
})

function call(method: string, path: string, body?: unknown, token?: string): Promise<Response> {
  return fetch(`${server.address}/api/v1/auth/${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function answerOf<Body>(response: Response, status = 200): Promise<Body> {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return (text === '' ? undefined : JSON.parse(text)) as Body
}

async function problemOf(response: Response): Promise<string> {
  return ((await response.json()) as { type: string }).type.replace('urn:swasthwrap:problem:', '')
}

async function register(): Promise<Account> {
  const email = `${randomUUID()}@example.org`
  const tokens = await answerOf<{ access_token: string; refresh_token: string }>(
    await call('POST', 'register', { name: 'Asha Raman', email, password, language: 'en' }),
    201,
  )
  return { email, token: tokens.access_token, refresh: tokens.refresh_token }
}

/** The newest text that was sent to somebody and says this. */
function mailed(to: string, pattern: RegExp): Promise<string> {
  const newest = () =>
    mail.mails
      .filter((each) => JSON.stringify(each.to).includes(to))
      .map((each) => pattern.exec(each.text ?? ''))
      .findLast((match) => match !== null)
  return waitFor(`a mail with ${pattern}`, () => newest()?.at(-1))
}

const linkOf = (to: string, page: string) =>
  mailed(to, new RegExp(`https://health\\.example\\.org/#/${page}\\?token=([\\w-]+)`))

describe('a confirmed address', () => {
  it('comes from the link in the mail, once', async () => {
    const token = await linkOf(asha.email, 'verify-email')
    await answerOf(await call('POST', 'email/verify', { token }), 204)
    const { email_verified } = await answerOf<{ email_verified: boolean }>(
      await fetch(`${server.address}/api/v1/me`, { headers: { authorization: `Bearer ${asha.token}` } }),
    )
    expect(email_verified).toBe(true)
    expect(await problemOf(await call('POST', 'email/verify', { token }))).toBe('invalid-link')
    await answerOf(await call('POST', 'email/verification', undefined, asha.token), 202)
  })
})

describe('a forgotten password', () => {
  it('is answered the same for an address without an account', async () => {
    const answers = await Promise.all(
      [bala.email, 'nobody@example.org', 'no address at all'].map(async (email) => {
        const response = await call('POST', 'password/forgot', { email })
        return [response.status, await response.text()]
      }),
    )
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]?.[0]).toBe(202)
  })

  it('is replaced by the link, which is then spent, and every sign-in ends', async () => {
    const token = await linkOf(bala.email, 'reset-password')
    const guessed = await call('POST', 'password/reset', { token, password: 'password2026' })
    expect(await problemOf(guessed)).toBe('validation-failed')
    const both = await Promise.all(
      ['a new pass phrase', 'another pass phrase'].map((next) =>
        call('POST', 'password/reset', { token, password: next }),
      ),
    )
    expect(both.map((each) => each.status).toSorted()).toEqual([204, 410])
    expect((await call('GET', 'sessions', undefined, bala.token)).status).toBe(401)
    expect((await call('POST', 'refresh', { refresh_token: bala.refresh })).status).toBe(401)
    expect((await call('POST', 'login', { email: bala.email, password })).status).toBe(401)
    await mailed(bala.email, /(password .* was changed)/)
  })

  it('is not replaced by a token that was never sent', async () => {
    const response = await call('POST', 'password/reset', {
      token: `swp_${'A'.repeat(43)}`,
      password: 'a new pass phrase',
    })
    expect(await problemOf(response)).toBe('invalid-link')
  })
})

describe('a changed password', () => {
  it('needs the old one, and ends every other sign-in', async () => {
    const other = await answerOf<{ access_token: string }>(await call('POST', 'login', { email: asha.email, password }))
    const change = (current_password: string) =>
      call('POST', 'password/change', { current_password, new_password: 'the next pass phrase' }, asha.token)
    expect(await problemOf(await change('not the old one'))).toBe('wrong-password')
    await answerOf(await change(password), 204)
    expect((await call('GET', 'sessions', undefined, other.access_token)).status).toBe(401)
    const { data } = await answerOf<{ data: { location: string; device: string | null }[] }>(
      await call('GET', 'sessions', undefined, asha.token),
    )
    expect(data).toHaveLength(1)
    expect(data[0]?.location).toBe('This computer')
  })
})

describe('a second factor', () => {
  const next = 'the next pass phrase'
  let uri: string
  let codes: string[]
  // Each code is taken once, so that every step of the test uses the code of another half minute within the window.
  const codeAt = (offset: number) => (URI.parse(uri) as TOTP).generate({ timestamp: Date.now() + offset * 30_000 })
  const login = () => call('POST', 'login', { email: asha.email, password: next })

  it('is set up with the password and a code of the app', async () => {
    expect(await problemOf(await call('POST', 'second-factor', { password: 'x' }, asha.token))).toBe('wrong-password')
    const setup = await answerOf<{ secret: string; uri: string }>(
      await call('POST', 'second-factor', { password: next }, asha.token),
    )
    uri = setup.uri
    expect(uri).toContain(`secret=${setup.secret}`)
    // Until it is confirmed nothing is asked for.
    expect(await answerOf(await login())).toHaveProperty('access_token')
    const wrong = await call('POST', 'second-factor/confirm', { code: '000000' }, asha.token)
    expect(await problemOf(wrong)).toBe('wrong-code')
    const confirmed = await answerOf<{ recovery_codes: string[] }>(
      await call('POST', 'second-factor/confirm', { code: codeAt(-1) }, asha.token),
    )
    codes = confirmed.recovery_codes
    expect(new Set(codes).size).toBe(10)
    expect(await answerOf(await call('GET', 'second-factor', undefined, asha.token))).toMatchObject({
      enabled: true,
      recovery_codes_left: 10,
    })
  })

  it('is asked for after the password, and taken once', async () => {
    const step = await answerOf<{ mfa_required: boolean; challenge_token: string }>(await login())
    expect(step).toMatchObject({ mfa_required: true })
    expect(step).not.toHaveProperty('access_token')
    const finish = (challenge_token: string, code: string) =>
      call('POST', 'login/second-factor', { challenge_token, code })
    expect(await problemOf(await finish(step.challenge_token, '000000'))).toBe('wrong-code')
    const code = codeAt(0)
    expect(await answerOf(await finish(step.challenge_token, code))).toHaveProperty('access_token')
    // Neither the challenge nor the code is good a second time.
    expect(await problemOf(await finish(step.challenge_token, codeAt(1)))).toBe('invalid-challenge')
    const again = await answerOf<{ challenge_token: string }>(await login())
    expect(await problemOf(await finish(again.challenge_token, code))).toBe('wrong-code')
  })

  it('is replaced by a recovery code, each once', async () => {
    const finish = async (recovery_code: string) => {
      const { challenge_token } = await answerOf<{ challenge_token: string }>(await login())
      return call('POST', 'login/second-factor', { challenge_token, recovery_code })
    }
    const spelled = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ')
    expect(await answerOf(await finish(spelled))).toHaveProperty('access_token')
    expect(await problemOf(await finish(codes[0] ?? ''))).toBe('wrong-code')
  })

  it('cannot be guessed: a challenge bears five wrong codes', async () => {
    const { challenge_token } = await answerOf<{ challenge_token: string }>(await login())
    const guess = () => call('POST', 'login/second-factor', { challenge_token, code: '000000' })
    const problems: string[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) problems.push(await problemOf(await guess()))
    expect(problems).toEqual([...Array(5).fill('wrong-code'), 'invalid-challenge'])
  })

  it('is turned off with the password', async () => {
    await answerOf(await call('POST', 'second-factor/remove', { password: next }, asha.token), 204)
    expect(await answerOf(await login())).toHaveProperty('access_token')
  })

  it('proves who wants the account erased, once', async () => {
    const carol = await register()
    const setup = await answerOf<{ uri: string }>(await call('POST', 'second-factor', { password }, carol.token))
    const code = (URI.parse(setup.uri) as TOTP).generate()
    const { recovery_codes } = await answerOf<{ recovery_codes: string[] }>(
      await call('POST', 'second-factor/confirm', { code }, carol.token),
    )
    const erase = (proof: object) => call('DELETE', '../me', proof, carol.token)
    expect(await problemOf(await erase({ code }))).toBe('wrong-code')
    expect(await problemOf(await erase({ recovery_code: 'abcd-efgh-jkmn' }))).toBe('wrong-code')
    expect(await answerOf(await erase({ recovery_code: recovery_codes[0] }), 202)).toMatchObject({ status: 'pending' })
    expect((await call('GET', '../me', undefined, carol.token)).status).toBe(401)
  })
})

describe('a passkey', () => {
  const ORIGIN = 'https://health.example.org'
  const device = softwareAuthenticator(ORIGIN)
  const next = 'the next pass phrase'
  let id: string

  const begin = async (path: string, body?: unknown, token?: string) =>
    answerOf<{ challenge_token: string; options: unknown }>(await call('POST', path, body, token))
  const add = async (changes: object, authenticator = device) => {
    const { challenge_token, options } = await begin('passkeys/options', { password: next }, asha.token)
    const response = authenticator.create(options, changes)
    return call('POST', 'passkeys', { challenge_token, name: 'Telephone', response }, asha.token)
  }
  const signIn = async (changes: object = {}, authenticator = device) => {
    const { challenge_token, options } = await begin('login/passkey/options')
    return call('POST', 'login/passkey', { challenge_token, response: authenticator.get(options, changes) })
  }

  it('is added by somebody who knows the password, and listed', async () => {
    expect(await problemOf(await call('POST', 'passkeys/options', { password: 'x' }, asha.token))).toBe(
      'wrong-password',
    )
    id = (await answerOf<{ id: string }>(await add({}), 201)).id
    const { data } = await answerOf<{ data: object[] }>(await call('GET', 'passkeys', undefined, asha.token))
    expect(data).toEqual([expect.objectContaining({ id, name: 'Telephone', last_used_at: null })])
  })

  it('signs in by itself', async () => {
    const { user } = await answerOf<{ user: { email: string } }>(await signIn())
    expect(user.email).toBe(asha.email)
  })

  it.each([
    ['of another website', { origin: 'https://health.example.org.evil.example' }],
    ['of another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['of a person who was not verified', { userVerified: false }],
    ['that was copied: its counter goes back', { counter: 0 }],
  ])('%s is refused', async (_what, changes) => {
    expect(await problemOf(await signIn(changes))).toBe('invalid-passkey')
  })

  it('that nobody added is refused, and an answer that comes a second time', async () => {
    expect(await problemOf(await signIn({}, softwareAuthenticator(ORIGIN)))).toBe('invalid-passkey')
    const { challenge_token, options } = await begin('login/passkey/options')
    const answer = { challenge_token, response: device.get(options) }
    expect((await call('POST', 'login/passkey', answer)).status).toBe(200)
    expect(await problemOf(await call('POST', 'login/passkey', answer))).toBe('invalid-challenge')
  })

  it('of another website is not even added', async () => {
    const other = softwareAuthenticator('https://evil.example')
    expect(await problemOf(await add({}, other))).toBe('invalid-passkey')
  })

  it('no longer signs in once it is removed', async () => {
    await answerOf(await call('POST', `passkeys/${id}/remove`, { password: next }, asha.token), 204)
    expect(await problemOf(await signIn())).toBe('invalid-passkey')
  })
})
