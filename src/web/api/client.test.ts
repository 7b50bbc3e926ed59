import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renewWith, request } from './client.ts'
import { ApiProblem, Unreachable } from './problem.ts'

const answers: (Response | Error)[] = []
let renewals = 0

const problem = (status: number, type: string): Response =>
  Response.json({ type: `urn:swasthwrap:problem:${type}`, title: 'No', detail: '', status }, { status })

beforeEach(() => {
  answers.length = 0
  renewals = 0
  renewWith(async () => {
    renewals += 1
    return true
  })
  vi.stubGlobal('fetch', async () => {
    const answer = answers.shift()
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('Nobody expected this request')
    return answer
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('request', () => {
  it.each(['/api/v1/me', '/api/v1/auth/sessions'])('renews the cookie where it has run out, for %s', async (path) => {
    answers.push(problem(401, 'unauthenticated'), Response.json({ ok: true }))
    expect(await request('GET', path)).toEqual({ ok: true })
    expect(renewals).toBe(1)
  })

  it.each(['wrong-code', 'invalid-credentials', 'invalid-refresh-token'])(
    'sends what was refused with %s once',
    async (type) => {
      answers.push(problem(401, type))
      await expect(request('POST', '/api/v1/auth/second-factor/confirm')).rejects.toMatchObject({ type })
      expect(renewals).toBe(0)
    },
  )

  it('tells what the second try was refused with', async () => {
    answers.push(problem(401, 'unauthenticated'), problem(404, 'not-found'))
    await expect(request('GET', '/api/v1/me')).rejects.toBeInstanceOf(ApiProblem)
  })

  it('says that no answer came', async () => {
    answers.push(new TypeError('Failed to fetch'))
    await expect(request('GET', '/api/v1/me')).rejects.toBeInstanceOf(Unreachable)
  })
})
