import Fastify from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { DatabaseUnavailable } from '../database/database-errors.ts'
import { NotFound, Problem } from '../errors/problem.ts'
import { RequestLog } from '../http/index.ts'
import { problemAnswers } from '../http/problem-answers.ts'
import { createLogger } from './logger.ts'

const SECRETS = ['8472.19', 'Metformin', 'swr_secret', 'meena', 'eyJhbGci']

let lines: string[] = []
afterEach(() => {
  lines = []
})
const logger = createLogger('trace', { write: (line: string) => void lines.push(line) })

it.each<[string, unknown, string]>([
  ['a JSON parser that quotes the body', trySync(() => JSON.parse('{"Metformin": 8472.19')), 'SyntaxError'],
  ['a driver that quotes the row', Object.assign(new Error('Key (email)=(meena)'), { code: '23505' }), '23505'],
  ['a schema that quotes the value', trySync(() => z.literal('x').parse('Metformin 8472.19')), 'ZodError'],
  ['a client that quotes the conversation', new Error('400 {"messages":["HbA1c 8472.19"]}'), 'Error'],
  ['an error inside an error', new Problem(NotFound, { cause: new Error('Metformin') }), 'not-found'],
  ['what is no error', 'HbA1c 8472.19', 'string'],
])('keeps nothing of the words of %s', (_, error, kept) => {
  logger.error({ err: error }, 'failed')
  const text = lines.join('')
  for (const secret of SECRETS) {
    expect(text).not.toContain(secret)
  }
  expect(text).toContain(kept)
})

it.each([
  [new TypeError('x is not a function'), 'x is not a function'],
  [new DatabaseUnavailable('The database cannot be reached'), 'cannot be reached'],
  [Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' }), 'no such file'],
])('keeps what is known to be harmless: %s', (error, kept) => {
  logger.error({ err: error }, 'failed')
  expect(lines.join('')).toContain(kept)
  expect(lines.join('')).toContain('logger.test.ts')
})

it('names the route of a request and nothing that the request carried', async () => {
  const app = Fastify({ loggerInstance: logger, logController: new RequestLog() })
  app.decorateRequest('caller', null)
  await app.register(problemAnswers)
  app.post('/search/:token', async () => ({ ok: true }))
  app.post('/broken/:token', async () => {
    throw new Error('Metformin 8472.19')
  })
  const carrying = {
    method: 'POST' as const,
    headers: { authorization: 'Bearer eyJhbGci', cookie: 'session=swr_secret' },
    payload: { text: 'Metformin' },
  }
  await app.inject({ ...carrying, url: '/search/swr_secret?q=Metformin%208472.19' })
  await app.inject({ ...carrying, url: '/broken/swr_secret?q=8472.19' })
  await app.inject({ ...carrying, url: '/nowhere/meena?q=8472.19' })
  await app.inject({ ...carrying, url: '/search/swr_secret', payload: '{"Metformin' })
  await app.close()
  const text = lines.join('')
  for (const secret of SECRETS) {
    expect(text).not.toContain(secret)
  }
  expect(text).toContain('"route":"/search/:token"')
  expect(text).toContain('"status":500')
})

function trySync(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
