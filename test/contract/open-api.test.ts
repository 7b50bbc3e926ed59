import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unwrapSchema } from '../../src/operations/schema-shape.ts'
import { exampleInput } from './support/example-rows.ts'
import { catalogue, type OperationsApp, openOperationsApp } from './support/operations-app.ts'

let context: OperationsApp
let folder: string
let document: Record<string, unknown>
beforeAll(async () => {
  context = await openOperationsApp()
  folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-client-'))
  document = JSON.parse(JSON.stringify(context.app.swagger()))
})
afterAll(async () => {
  await context.close()
  await rm(folder, { recursive: true, force: true })
})

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
    const baseUrl = await context.app.listen({ host: '127.0.0.1', port: 0 })
    client.setConfig({ baseUrl, headers: { 'x-test-caller': context.asha.userId } })
    const call = async (name: string, options: object): Promise<Answered> => {
      const run = sdk[name]
      if (!run) throw new Error(`The client has no ${name}, but ${Object.keys(sdk).join(', ')}`)
      return run(options)
    }

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
