import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pathParameters } from '../../src/operations/adapters/rest-routes.ts'
import type { AnyOperation, RestBinding } from '../../src/operations/define-operation.ts'
import { unwrapSchema } from '../../src/operations/schema-shape.ts'
import { validateInput } from '../../src/operations/validate-input.ts'
import { Problem } from '../../src/platform/errors/problem.ts'
import {
  badValues,
  HARMLESS_TEXT,
  inDigitsOf,
  isFreeText,
  NOT_DATES,
  NOT_IDENTIFIERS,
  NOT_NUMBERS,
  UNSTORABLE,
} from './support/bad-values.ts'
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
  const input = exampleInput(operation, ids)
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

/** Over its route a field is tried with so many of the values that it must refuse. */
const TRIED = 2
let turn = 0

/** Some of the values, others each time: fields of a kind are many, so that each value is tried hundreds of times. */
function turned(values: readonly unknown[]): unknown[] {
  if (values.length <= TRIED) return [...values]
  turn += TRIED
  return Array.from({ length: TRIED }, (_, index) => values[(turn + index) % values.length])
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

const anything = fc.oneof(
  fc.anything({ maxDepth: 3, withNullPrototype: false }).filter((value) => JSON.stringify(value) !== undefined),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...NOT_NUMBERS, ...NOT_DATES, ...NOT_IDENTIFIERS, ...UNSTORABLE, '٣', '௧௨', '%', "'", '\\', '$1'),
)

/** The fields that an operation refuses an input for; none where it takes it. Anything but a problem is thrown on. */
function refused(operation: AnyOperation, input: unknown, fromText: boolean): readonly string[] {
  try {
    validateInput(operation.input, input, { fromText })
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.errors.map(({ pointer }) => pointer)
  }
}

describe.each(routed)('%s', (_name, operation, rest) => {
  const fields = Object.entries(operation.input.shape as Record<string, z.ZodType>)
  const parameters = pathParameters(rest.path)

  /** What arrives at the validation where a field is sent with a value. */
  const arriving = (others: object, name: string, value: unknown) => {
    const sent = isText(rest) ? wire(value) : JSON.parse(JSON.stringify(value))
    return Object.fromEntries([...Object.entries(others), [name, sent]])
  }

  it('refuses each wrong value of each field by naming it', () => {
    const others = exampleInput(operation, {})
    for (const [name, field] of fields) {
      const values = badValues(name, field).filter((value) => name !== 'cursor' && !cannotBeWrong(rest, field, value))
      for (const value of values) {
        const pointers = refused(operation, arriving(others, name, value), isText(rest))
        expect(
          pointers.some((pointer) => pointer === `/${name}` || pointer.startsWith(`/${name}/`)),
          `${name}: ${JSON.stringify(value)}: ${pointers}`,
        ).toBe(true)
      }
      if (unwrapSchema(field).optional) continue
      const { [name]: _left, ...rests } = others
      expect(refused(operation, rests, isText(rest))).toContain(`/${name}`)
    }
  })

  it('refuses anything at all by a problem, or takes it', () => {
    const others = exampleInput(operation, {})
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields.map(([name]) => name), 'more'), anything), (changed) => {
        refused(operation, { ...others, ...changed }, isText(rest))
      }),
      { numRuns: 50 },
    )
  })

  it('answers wrong values over its route by naming the field, and writes nothing', async () => {
    const { ids, others } = await prepare(operation, rest)
    const before = await written()
    const inFields = fields
      .filter(([each]) => !parameters.includes(each))
      .flatMap(([name, field]) =>
        turned(badValues(name, field).filter((value) => !cannotBeWrong(rest, field, value))).map(
          (value) => async () => expectRefusal(await send(rest, ids, { ...others, [name]: value }), name),
        ),
      )
    const inPath = parameters.map((name) => async () => {
      const [value = ''] = turned(NOT_IDENTIFIERS)
      expectRefusal(await send(rest, { ...ids, [name]: encodeURIComponent(String(value)) }, others), name)
    })
    await atOnce([...inFields, ...inPath])
    expect(await written()).toEqual(before)
  })

  it('refuses what is unknown or no object', async () => {
    const { ids, others } = await prepare(operation, rest)
    const before = await written()
    await atOnce(
      ['user_id', '__proto__', 'constructor', 'a"b', ''].map((key) => async () => {
        const input = Object.fromEntries([...Object.entries(others), [key, 'x']])
        expectRefusal(await send(rest, ids, input), key === '__proto__' ? undefined : key)
      }),
    )
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
    const input = fc.record({
      changed: fc.dictionary(names.length > 0 ? fc.constantFrom(...names) : fc.string(), anything, { maxKeys: 3 }),
      more: fc.dictionary(fc.string(), anything, { maxKeys: 1 }),
    })
    let known = await written()
    await fc.assert(
      fc.asyncProperty(input, async ({ changed, more }) => {
        const answer = await send(rest, ids, { ...others, ...changed, ...more })
        expect(answer.statusCode, `${answer.statusCode} ${answer.payload}`).toBeLessThan(500)
        // Reading the account brings its figures up to date.
        const mayWrite = operation.effect !== 'read' || operation.name === 'me.get'
        if (answer.statusCode < 300 && mayWrite) known = await written()
        else if (answer.statusCode === 422) expectRefusal(answer)
      }),
      { numRuns: 5 },
    )
    expect(await written()).toEqual(known)
  })

  it('takes digits of any script where digits are expected', async () => {
    const expected = fields.filter(([name]) => !parameters.includes(name) && name in exampleInput(operation, {}))
    if (!expected.some(([name, field]) => inDigitsOf('०', field, exampleInput(operation, {})[name]) !== undefined))
      return
    for (const zero of ['०', '௦']) {
      const { ids, others } = await prepare(operation, rest)
      const foreign = expected.map(([name, field]) => [name, inDigitsOf(zero, field, others[name]) ?? others[name]])
      const answer = await send(rest, ids, { ...others, ...Object.fromEntries(foreign) })
      expect(answer.statusCode, answer.payload).toBeLessThan(300)
      if (rest.method === 'GET' || answer.body_ === undefined) continue
      // What is kept is what the same digits in Latin letters would be.
      for (const [name, field] of expected) {
        const isKept = inDigitsOf(zero, field, others[name]) !== undefined && name in answer.body_
        const kept = String(answer.body_[name])
        if (isKept) expect(/[०-९௦-௯]/.test(kept), `${name}: ${kept}`).toBe(false)
      }
    }
  })

  it('takes text for text, whatever it looks like', async () => {
    const texts = fields.filter(([name, field]) => !parameters.includes(name) && name !== 'cursor' && isFreeText(field))
    if (texts.length === 0 || isText(rest)) return
    const { ids, others } = await prepare(operation, rest)
    await atOnce(
      HARMLESS_TEXT.map((text) => async () => {
        const given = Object.fromEntries(texts.map(([name]) => [name, text]))
        const answer = await send(rest, ids, { ...others, ...given })
        expect(answer.statusCode, `${answer.statusCode} ${answer.payload}`).toBeLessThan(500)
        if (answer.statusCode >= 400) return expectRefusal(answer)
        for (const [name] of texts) {
          if (typeof answer.body_[name] === 'string') expect(answer.body_[name]).toBe(text)
        }
      }),
    )
  })
})

const changing = routed.filter(([, , rest]) => rest.method === 'PATCH' || rest.method === 'DELETE')

describe.each(changing)('%s of a row that has changed meanwhile', (_name, operation, rest) => {
  it('is refused, and nothing is written', async () => {
    const { ids, others } = await prepare(operation, rest)
    const before = await written()
    await atOnce(
      ['"stale"', 'W/"stale"', 'stale', '"a", "b"', '""'].map((tag) => async () => {
        const answer = await context.call(context.asha, rest.method, filledPath(rest.path, ids), {
          headers: { 'if-match': tag },
          ...(isText(rest) ? {} : { body: JSON.stringify(others) }),
        })
        expect(answer.statusCode, answer.payload).toBe(412)
        expect(answer.body_.type).toBe('urn:swasthwrap:problem:precondition-failed')
      }),
    )
    expect(await written()).toEqual(before)
  })
})

const posting = routed.filter(
  ([, operation, rest]) => rest.method === 'POST' && Object.keys(operation.input.shape).length > 0,
)

describe.each(posting)('%s with a key that was used for something else', (_name, operation, rest) => {
  it('is refused, and nothing is written', async () => {
    const { ids, others } = await prepare(operation, rest)
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const post = (path: string, body: object) =>
      context.call(context.asha, 'POST', path, { body: JSON.stringify(body), headers })
    const path = filledPath(rest.path, ids)
    const first = await post(path, others)
    // What the record has nothing for is refused, and its key stays free.
    if (first.statusCode >= 300) return expectRefusal(first)
    const before = await written()
    const changed = anotherInput(operation, others)
    const second = changed
      ? await post(path, changed)
      : await post(filledPath(rest.path, await addExampleRows(context, context.asha, rest.path)), others)
    expect(second.statusCode, second.payload).toBe(422)
    expect(second.body_.type).toBe('urn:swasthwrap:problem:idempotency-key-reused')
    if (changed) expect(await written()).toEqual(before)
    // The first request is still answered as it was.
    expect((await post(path, others)).headers['idempotency-replayed']).toBe('true')
  })
})

/** Another input of an operation that is as valid; `undefined` where only the path differs. */
function anotherInput(operation: AnyOperation, others: Record<string, unknown>): Record<string, unknown> | undefined {
  const shape = operation.input.shape as Record<string, z.ZodType>
  const parsed = (input: object) => operation.input.partial().safeParse(input)
  const before = JSON.stringify(parsed(others).data)
  const candidates = Object.entries(others).flatMap(([name, value]) => {
    const field = shape[name] ?? z.unknown()
    const { base, optional } = unwrapSchema(field)
    const { [name]: _left, ...rests } = others
    const changed = [
      ...(isFreeText(field) ? ['Something else'] : []),
      ...(base instanceof z.ZodNumber && typeof value === 'number' ? [value + 1, value - 1] : []),
      ...(base instanceof z.ZodEnum ? base.options : []),
      ...(typeof value === 'string' ? [`${value}x`] : []),
    ]
    return [...changed.map((each) => ({ ...others, [name]: each })), ...(optional ? [rests] : [])]
  })
  return candidates.find((input) => {
    const { success, data } = parsed(input)
    return success && JSON.stringify(data) !== before
  })
}

/** More requests on their way than that only wait for each other. */
const AT_ONCE = 8

async function atOnce(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...tasks]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let task = waiting.shift(); task; task = waiting.shift()) await task()
    }),
  )
}
