import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unwrapSchema } from '../../src/operations/schema-shape.ts'
import { startTestServer } from '../support/test-server.ts'
import { exampleInput } from './support/example-rows.ts'
import { catalogue } from './support/operations-app.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let folder: string
let document: Record<string, unknown>
beforeAll(async () => {
  server = await startTestServer()
  folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-client-'))
  document = (await (await fetch(`${server.address}/openapi.json`)).json()) as Record<string, unknown>
})
afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Route {
  readonly operationId?: string
  readonly summary?: string
  readonly parameters?: readonly { readonly name: string }[]
  readonly requestBody?: unknown
  readonly responses: Record<string, { readonly content?: object; readonly headers?: object }>
}
const routes = () =>
  Object.entries(document['paths'] as Record<string, Record<string, Route>>).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, route]) => [`${method} ${address}`, route] as const),
  )

/** Every object of the document that has the given key. */
function holding(key: string, part: unknown = document): Record<string, unknown>[] {
  if (typeof part !== 'object' || part === null) return []
  const inner = Object.values(part).flatMap((each) => holding(key, each))
  return key in part ? [part as Record<string, unknown>, ...inner] : inner
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and refers only to what it holds', () => {
    expect(document['openapi']).toMatch(/^3\.1\./)
    const { schemas } = document['components'] as { schemas: Record<string, unknown> }
    const referred = [...new Set(holding('$ref').map((part) => String(part['$ref'])))]
    expect(referred.sort()).toEqual(
      Object.keys(schemas)
        .map((name) => `#/components/schemas/${name}`)
        .sort(),
    )
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Problem', 'Medication', 'Allergy', 'Measurement']))
  })

  it('says of every route what it is, what it answers and how it fails', () => {
    expect(routes().length).toBeGreaterThan(catalogue.filter(({ rest }) => rest).length + 30)
    const ids = routes().map(([, { operationId }]) => operationId)
    expect(ids).toEqual([...new Set(ids)])
    const lacking = routes().flatMap(([name, { summary, responses, operationId = '' }]) => {
      const statuses = Object.entries(responses)
      const isAnswered = statuses.some(([status, { content }]) => /^2/.test(status) && (content || status !== '200'))
      const isFailing = statuses.some(([status, { content }]) => /^4/.test(status) && content)
      return summary && isAnswered && isFailing && /^[\w-]+$/.test(operationId) ? [] : [name]
    })
    expect(lacking).toEqual([])
  })

  it('says of every POST how it can be repeated, and that an answer is a repeat', () => {
    const posts = routes().filter(([name]) => name.startsWith('post /api/v1/'))
    expect(posts.length).toBeGreaterThan(40)
    const silent = posts.filter(([, { parameters = [], responses }]) => {
      const isAsked = parameters.some(({ name }) => name === 'idempotency-key')
      const [, { headers = {} } = {}] = Object.entries(responses).find(([status]) => /^2/.test(status)) ?? []
      return !isAsked || !('Idempotency-Replayed' in headers)
    })
    expect(silent.map(([name]) => name)).toEqual([])
  })

  it('names what may go wrong with each operation, and headers of requests and answers', () => {
    const { post } = (document['paths'] as Record<string, Record<string, never>>)['/api/v1/allergies'] ?? {}
    expect(post).toMatchObject({
      operationId: 'allergies_add',
      parameters: [expect.objectContaining({ in: 'header', name: 'idempotency-key' })],
      responses: {
        201: { headers: { ETag: {}, Location: {} } },
        401: { content: { 'application/problem+json': {} } },
        422: { content: { 'application/problem+json': {} } },
      },
    })
  })
})

/** Every JSON Schema of the document with the place where it stands. */
function schemasOf(part: unknown, at: string, isSchema = false): [string, Record<string, unknown>][] {
  if (Array.isArray(part)) return part.flatMap((each, index) => schemasOf(each, `${at}/${index}`, isSchema))
  if (typeof part !== 'object' || part === null) return []
  const inner = Object.entries(part).flatMap(([name, value]) => {
    // The values of a map are shown by the example of the map.
    if (['example', 'examples', 'additionalProperties'].includes(name)) return []
    const below = name === 'schema' || ['items', 'anyOf', 'oneOf', 'allOf'].includes(name)
    if (name === 'properties' || name === 'schemas') {
      return Object.entries(value as object).flatMap(([each, schema]) => schemasOf(schema, `${at}/${each}`, true))
    }
    return schemasOf(value, `${at}/${name}`, below)
  })
  return isSchema ? [[at, part as Record<string, unknown>], ...inner] : inner
}

describe('examples', () => {
  it('stand on every schema, and are valid', () => {
    const { schemas } = document['components'] as { schemas: Record<string, object> }
    // The document's schemas as one JSON Schema, so that references lead somewhere.
    const definitions = JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/'))
    const all = schemasOf(document, '').filter(([, schema]) => !('$ref' in schema))
    expect(all.length).toBeGreaterThan(1000)
    const silent = all.filter(([, { examples }]) => !Array.isArray(examples) || examples.length === 0)
    expect(silent.map(([at]) => at)).toEqual([])
    // Most of them are alike: each is looked at once.
    const different = new Map(all.map(([at, schema]) => [JSON.stringify(schema), { at, schema }]))
    const wrong = [...different].flatMap(([text, { at, schema }]) => {
      const local = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'))
      const check = z.fromJSONSchema(text.includes('"$ref"') ? { ...local, $defs: definitions } : local)
      const examples = schema['examples'] as unknown[]
      return examples.every((example) => check.safeParse(example).success) ? [] : [`${at}: ${JSON.stringify(examples)}`]
    })
    expect(wrong).toEqual([])
  })

  it('stand on every body that is sent or answered', () => {
    // A field of a record may have that name too.
    const bodies = holding('content').flatMap(({ content }) =>
      typeof content === 'object' && content !== null
        ? Object.entries(content).filter(([type]) => type.includes('/'))
        : [],
    )
    expect(bodies.length).toBeGreaterThan(100)
    expect(bodies.filter(([, body]) => !('example' in body))).toEqual([])
  })
})

interface Described {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Described>>
  readonly example?: unknown
}

/** Values that no field of the type takes. */
function wrongFor({ type }: Described): readonly unknown[] {
  const types = [type ?? 'string'].flat()
  const unstorable = ['a\u0000b', '\ud800', `${'x'.repeat(100_000)}`]
  const candidates: Readonly<Record<string, readonly unknown[]>> = {
    string: [7, {}, [], true, ...unstorable],
    integer: ['NaN', 'seven', 1.5, {}, []],
    boolean: ['perhaps', 7, {}, []],
    array: ['text', 7, {}],
    object: ['text', 7, []],
  }
  return candidates[types.find((each) => each !== 'null') ?? 'string'] ?? []
}

describe('routes that are no operations', () => {
  it('answer wrong and missing fields by a problem that names them, and never fail', async () => {
    const written = new Set(
      catalogue.flatMap(({ rest }) => (rest ? [`${rest.method.toLowerCase()} ${rest.path}`] : [])),
    )
    const email = 'bad-input@example.org'
    const signIn = await fetch(`${server.address}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Asha', email, password: 'mango leaves in the rain' }),
    })
    const { access_token } = (await signIn.json()) as { access_token: string }
    const bodies = routes().flatMap(([name, route]) => {
      const [method = '', address = ''] = name.split(' ')
      const content = (route.requestBody as { content?: Record<string, { schema: Described; example?: object }> })
        ?.content
      const json = content?.['application/json']
      const isOurs = address.startsWith('/api/v1/') && !written.has(`${method} ${address.slice('/api/v1'.length)}`)
      return json && isOurs ? [{ method, address: address.replace(/\{\w+\}/g, ID), ...json }] : []
    })
    expect(bodies.length).toBeGreaterThan(12)
    const send = async (method: string, address: string, body: string) => {
      const answer = await fetch(server.address + address, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
        body,
      })
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
    }
    const faults: string[] = []
    for (const { method, address, schema, example } of bodies) {
      const fields = Object.entries(schema.properties ?? {})
      const attempts = [
        ...fields.flatMap(([field, described]) =>
          wrongFor(described).map((value) => [field, JSON.stringify({ ...example, [field]: value })] as const),
        ),
        ...['user_id', 'constructor'].map((field) => [field, JSON.stringify({ ...example, [field]: 'x' })] as const),
        ...['[]', '"text"', '7', '{', `${'['.repeat(20_000)}${']'.repeat(20_000)}`].map((body) => ['', body] as const),
      ]
      const answers = await Promise.all(
        attempts.map(async ([field, body]) => ({ field, body, ...(await send(method, address, body)) })),
      )
      for (const { field, body, status, type, text } of answers) {
        const isProblem = [400, 413, 422].includes(status) && type?.startsWith('application/problem+json')
        const isNamed = status !== 422 || text.includes(`"/${field}`) || field === ''
        if (!isProblem || !isNamed)
          faults.push(`${method} ${address} ${field} ${body.slice(0, 80)}: ${status} ${text.slice(0, 200)}`)
      }
    }
    expect(faults).toEqual([])
  })
})

const ID = '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'

interface Answered {
  readonly data?: Record<string, never>
  readonly error?: Record<string, never>
  readonly response: Response
}
type Call = (options: object) => Promise<Answered>

describe('a client generated from the document', () => {
  it('adds, lists, changes and deletes a medicine, and reads every collection', async () => {
    await writeFile(path.join(folder, 'openapi.json'), JSON.stringify(document))
    const output = path.join(folder, 'client')
    await createClient({
      input: path.join(folder, 'openapi.json'),
      output: { path: output, importFileExtension: '.ts' },
      plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk'],
      logs: { level: 'silent' },
    })
    const sdk = (await import(path.join(output, 'sdk.gen.ts'))) as Record<string, Call>
    const { client } = (await import(path.join(output, 'client.gen.ts'))) as {
      client: { setConfig: (config: object) => void }
    }
    const baseUrl = server.address
    client.setConfig({ baseUrl })
    const call = async (name: string, options: object): Promise<Answered> => {
      const run = sdk[name]
      if (!run) throw new Error(`The client has no ${name}, but ${Object.keys(sdk).join(', ')}`)
      return run(options)
    }

    const account = { name: 'Asha', email: 'asha@example.org', password: 'mango leaves in the rain' }
    const { data: signIn } = await call('postAuthRegister', { body: account })
    expect(signIn).toMatchObject({ token_type: 'Bearer', user: { name: 'Asha' } })
    client.setConfig({ baseUrl, headers: { authorization: `Bearer ${signIn?.['access_token']}` } })
    const refusedFile = await call('documentsAdd', { body: { file: new Blob(['text']), document_name: 'Notes' } })
    expect(refusedFile.error).toMatchObject({ status: 415 })
    const file = new Blob(['%PDF-1.4 broken'], { type: 'application/pdf' })
    expect((await call('documentsAdd', { body: { file } })).response.status).toBeLessThan(500)

    const body = {
      medication_name: 'Thyronorm',
      dosage: '50 mcg',
      frequency: 'Every morning',
      prescribed_by: 'Dr. Rao',
      start_date: '2026-01-01',
    }
    const added = await call('medicationsAdd', { body, headers: { 'idempotency-key': 'one' } })
    expect(added.response.status, JSON.stringify(added.error)).toBe(201)
    expect(added.data).toMatchObject(body)
    const id = added.data?.['id']
    const listed = await call('medicationsList', { query: { status: 'active', limit: 5 } })
    expect(listed.data).toMatchObject({ data: [{ id }], next_cursor: null })
    const changed = await call('medicationsUpdate', { path: { id }, body: { pharmacy: 'Apollo' } })
    expect(changed.data).toMatchObject({ pharmacy: 'Apollo' })
    const refused = await call('medicationsUpdate', { path: { id }, body: { dosage: null } })
    expect(refused.error).toMatchObject({ status: 422, errors: [{ pointer: '/dosage' }] })
    const readable = catalogue.filter(({ rest }) => rest?.method === 'GET' && !rest.path.includes('{'))
    expect(readable.length).toBeGreaterThan(25)
    for (const operation of readable) {
      const name = operation.name.replaceAll(/[^a-z]+([a-z])/g, (_, letter: string) => letter.toUpperCase())
      const query = (exampleInput(operation, {}) ?? {}) as Record<string, unknown>
      const needed = Object.entries(query).filter(([key]) => !unwrapSchema(operation.input.shape[key]).optional)
      const read = await call(name, { query: Object.fromEntries(needed) })
      expect(read.response.status, `${operation.name} ${JSON.stringify(read.error)}`).toBe(200)
      expect(operation.output.safeParse(read.data)).toMatchObject({ success: true })
    }
    expect((await call('medicationsDelete', { path: { id } })).response.status).toBe(204)
    expect((await call('medicationsGet', { path: { id } })).error).toMatchObject({ status: 404 })
  })
})
