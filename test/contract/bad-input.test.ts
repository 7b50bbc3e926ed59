import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pathParameters } from '../../src/operations/adapters/rest-routes.ts'
import type { AnyOperation, RestBinding } from '../../src/operations/define-operation.ts'
import { unwrapSchema } from '../../src/operations/schema-shape.ts'
import { addExampleRows, digestOfRows, exampleInput, filledPath } from './support/example-rows.ts'
import { type Answer, catalogue, type OperationsApp, openOperationsApp } from './support/operations-app.ts'

let context: OperationsApp
beforeAll(async () => {
  context = await openOperationsApp()
})
afterAll(async () => context.close())

const routed = catalogue.flatMap((operation) =>
  operation.rest ? [[operation.name, operation, operation.rest] as const] : [],
)
const written = () => digestOfRows(context)

interface Prepared {
  readonly ids: Record<string, string>
  readonly others: Record<string, unknown>
}

async function prepare(operation: AnyOperation, rest: RestBinding): Promise<Prepared> {
  const ids = await addExampleRows(context, context.asha, rest.path)
  const { cursor: _cursor, ...input } = exampleInput(operation, {})
  const parameters = pathParameters(rest.path)
  const others = Object.fromEntries(Object.entries(input).filter(([key]) => !parameters.includes(key)))
  return { ids, others: 'acknowledge_warnings' in others ? { ...others, acknowledge_warnings: true } : others }
}

function isText(rest: RestBinding): boolean {
  return rest.method === 'GET' || rest.method === 'DELETE'
}

async function send(rest: RestBinding, ids: Record<string, string>, input: unknown): Promise<Answer> {
  const path = filledPath(rest.path, ids)
  if (!isText(rest)) return context.call(context.asha, rest.method, path, { body: JSON.stringify(input) })
  const query = Object.entries(input as object).map(([key, value]): [string, string] => [key, wire(value)])
  return context.call(context.asha, rest.method, `${path}?${new URLSearchParams(query)}`)
}

function wire(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function expectRefusal(answer: Answer, field?: string): void {
  const said = `${answer.statusCode} ${answer.payload}`
  expect(answer.statusCode, said).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode, said).toBeLessThan(500)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  if (field === undefined) return
  const pointers = answer.body_.errors.map((error: { pointer: string }) => error.pointer)
  expect(
    pointers.some((pointer: string) => pointer === `/${field}` || pointer.startsWith(`/${field}/`)),
    said,
  ).toBe(true)
}

/** What no text of the record may hold. */
const UNSTORABLE = ['a\u0000b', '\ud800', 'x\udfff', 'a\u0007', '\u202egnirts', 'a\u2066b', '\uffff']
const NOT_NUMBERS = ['NaN', 'Infinity', '-Infinity', '1e5', '0x10', '१२.३.४', '12,5', 'twelve', '1 2', '', '--1']
const NOT_DATES = [
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '12/03/2026',
  '20260312',
  'yesterday',
  '2026-3-1',
  '9999-99-99',
  '१२/०३/२०२६',
]
const NOT_IDENTIFIERS = [
  '1',
  'not-a-uuid',
  "' or 1=1 --",
  '../../etc/passwd',
  '{{7*7}}',
  '00000000-0000-0000-0000-00000000000g',
]

/** Values that a field must refuse, by its schema. */
function badValues(field: z.ZodType): unknown[] {
  const { base, nullable } = unwrapSchema(field)
  const always: unknown[] = nullable ? [] : [null]
  if (base instanceof z.ZodNumber) {
    const { type, minimum = 0, maximum = 0 } = z.toJSONSchema(base)
    const fraction = type === 'integer' ? [minimum + 0.5] : []
    return [...always, ...NOT_NUMBERS, {}, [], true, minimum - 1, maximum + 1, ...fraction, ...UNSTORABLE]
  }
  if (base instanceof z.ZodEnum) return [...always, 'no such choice', '', 7, {}, [], ...UNSTORABLE]
  if (base instanceof z.ZodBoolean) return [...always, 'yes', 1, {}, [], '']
  if (base instanceof z.ZodArray) {
    const empty = (z.toJSONSchema(base).minItems ?? 0) > 0 ? [[]] : []
    return [...always, ...empty, {}, 'x', [null], [[]], Array(1000).fill(1)]
  }
  if (base instanceof z.ZodUnion) return [...always, ...NOT_DATES, {}, [], true, ...UNSTORABLE]
  if (base instanceof z.ZodStringFormat) {
    const { format } = base.def
    const bad =
      format === 'uuid'
        ? NOT_IDENTIFIERS
        : format === 'reading'
          ? ['-1', 'NaN', '1e3', '120/', '/80', '1/2/3']
          : NOT_DATES
    return [...always, ...bad, '', {}, [], true, ...UNSTORABLE]
  }
  if (base instanceof z.ZodString) {
    const { maxLength = 0 } = z.toJSONSchema(base) as { maxLength?: number }
    return [...always, '', '   ', '\u200b\ufeff', 'x'.repeat(maxLength + 1), 5, {}, [], true, ...UNSTORABLE]
  }
  return [...always, ...UNSTORABLE]
}

/** Over a query string everything is text, so some wrong types cannot be told from right ones. */
function cannotBeWrong(rest: RestBinding, field: z.ZodType, value: unknown): boolean {
  if (!isText(rest)) return false
  const { base } = unwrapSchema(field)
  const isFreeText = base instanceof z.ZodString && !(base instanceof z.ZodStringFormat)
  // A lone surrogate becomes U+FFFD on its way into a query string.
  if (typeof value === 'string' && !value.isWellFormed()) return isFreeText
  return isFreeText && typeof value !== 'string'
}

describe.each(routed)('%s', (_name, operation, rest) => {
  const fields = Object.entries(operation.input.shape as Record<string, z.ZodType>)
  const parameters = pathParameters(rest.path)

  it('refuses wrong values by naming the field, and writes nothing', async () => {
    const { ids, others } = await prepare(operation, rest)
    const before = await written()
    for (const [name, field] of fields.filter(([each]) => !parameters.includes(each))) {
      for (const value of badValues(field)) {
        if (cannotBeWrong(rest, field, value)) continue
        expectRefusal(await send(rest, ids, { ...others, [name]: value }), name)
      }
    }
    for (const name of parameters) {
      for (const value of NOT_IDENTIFIERS) {
        const answer = await send(rest, { ...ids, [name]: encodeURIComponent(value) }, others)
        expectRefusal(answer, name)
      }
    }
    expect(await written()).toEqual(before)
  })

  it('refuses what is missing, unknown or no object', async () => {
    const { ids, others } = await prepare(operation, rest)
    const before = await written()
    for (const [name, field] of fields) {
      if (parameters.includes(name) || unwrapSchema(field).optional) continue
      const { [name]: _left, ...rests } = others
      expectRefusal(await send(rest, ids, rests), name)
    }
    for (const key of ['user_id', 'created_at', '__proto__', 'constructor', 'toString', 'a"b', '']) {
      const input = Object.fromEntries([...Object.entries(others), [key, 'x']])
      expectRefusal(await send(rest, ids, input), key === '__proto__' ? undefined : key)
    }
    if (!isText(rest)) {
      for (const body of [
        '[]',
        '"text"',
        '7',
        '{',
        '',
        '{"a":',
        '\u0000',
        `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      ]) {
        const path = filledPath(rest.path, ids)
        const answer = await context.call(context.asha, rest.method, path, { body })
        // Without fields there is nothing to send, so nothing is a body too.
        if (body === '' && answer.statusCode < 300) continue
        expectRefusal(answer)
      }
    }
    expect(await written()).toEqual(before)
  })

  it('survives anything at all', async () => {
    const { ids, others } = await prepare(operation, rest)
    const names = fields.map(([name]) => name).filter((name) => !parameters.includes(name))
    const anything = fc.oneof(
      fc.anything({ maxDepth: 3, withNullPrototype: false }).filter((value) => JSON.stringify(value) !== undefined),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...NOT_NUMBERS, ...NOT_DATES, ...NOT_IDENTIFIERS, ...UNSTORABLE, '٣', '௧௨', '%', "'", '\\', '$1'),
    )
    const input = fc.record({
      changed: fc.dictionary(names.length > 0 ? fc.constantFrom(...names) : fc.string(), anything, { maxKeys: 3 }),
      more: fc.dictionary(fc.string(), anything, { maxKeys: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(input, async ({ changed, more }) => {
        const answer = await send(rest, ids, { ...others, ...changed, ...more })
        expect(answer.statusCode, `${answer.statusCode} ${answer.payload}`).toBeLessThan(500)
      }),
      { numRuns: 15 },
    )
  })
})
