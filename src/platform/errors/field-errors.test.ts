import { expect, it } from 'vitest'
import { z } from 'zod'
import { translator } from '../i18n/translator.ts'
import { fieldErrorsOf } from './field-errors.ts'

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  size: z.number().min(2).lt(10),
  above: z.number().positive(),
  count: z.int(),
  kind: z.enum(['a', 'b']),
  mail: z.email(),
  day: z.iso.date(),
  at: z.iso.datetime(),
  id: z.uuid(),
  on: z.boolean(),
  list: z.array(z.string()).min(1).max(2),
  nested: z.object({ 'a/b': z.string() }),
  odd: z.string().refine((text) => text === 'odd', { params: { code: 'too_short', values: { minimum: 3 } } }),
  either: z.union([z.string(), z.number()]),
})

const right = {
  name: 'n',
  size: 3,
  above: 1,
  count: 1,
  kind: 'a',
  mail: 'a@b.in',
  day: '2026-03-12',
  at: '2026-03-12T08:30:00Z',
  id: '0190a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091',
  on: true,
  list: ['x'],
  nested: { 'a/b': 'x' },
  odd: 'odd',
  either: 1,
}

it.each<[object, object]>([
  [{ name: undefined }, { pointer: '/name', code: 'required' }],
  [{ name: null }, { pointer: '/name', code: 'text' }],
  [{ name: '' }, { pointer: '/name', code: 'empty' }],
  [{ name: 'longer' }, { pointer: '/name', code: 'too_long', values: { maximum: 5 } }],
  [{ size: 1 }, { pointer: '/size', code: 'too_small', values: { minimum: 2 } }],
  [{ size: 10 }, { pointer: '/size', code: 'not_below', values: { maximum: 10 } }],
  [{ size: '3' }, { pointer: '/size', code: 'number' }],
  [{ above: 0 }, { pointer: '/above', code: 'not_above', values: { minimum: 0 } }],
  [{ count: 1.5 }, { pointer: '/count', code: 'whole_number' }],
  [{ kind: 'c' }, { pointer: '/kind', code: 'not_allowed', values: { allowed: 'a, b' } }],
  [{ mail: 'x' }, { pointer: '/mail', code: 'email' }],
  [{ day: '12/03/2026' }, { pointer: '/day', code: 'date' }],
  [{ at: 'now' }, { pointer: '/at', code: 'date_time' }],
  [{ id: 'x' }, { pointer: '/id', code: 'identifier' }],
  [{ on: 'yes' }, { pointer: '/on', code: 'true_or_false' }],
  [{ list: [] }, { pointer: '/list', code: 'too_few', values: { minimum: 1 } }],
  [{ list: ['a', 'b', 'c'] }, { pointer: '/list', code: 'too_many', values: { maximum: 2 } }],
  [{ list: [1] }, { pointer: '/list/0', code: 'text' }],
  [{ nested: { 'a/b': 1 } }, { pointer: '/nested/a~1b', code: 'text' }],
  [{ odd: 'even' }, { pointer: '/odd', code: 'too_short', values: { minimum: 3 } }],
  [{ either: true }, { pointer: '/either', code: 'invalid' }],
  [{ extra: 1 }, { pointer: '/extra', code: 'unknown_field' }],
])('%j gives %j', (change, expected) => {
  const { error } = schema.safeParse({ ...right, ...change })
  const errors = error === undefined ? [] : fieldErrorsOf(error)
  expect(errors).toEqual([expected])
  for (const language of ['en', 'hi', 'ta'] as const) {
    expect(translator(language)(`errors:fields.${errors[0]?.code}`, errors[0]?.values ?? {})).not.toMatch(
      /\{\{|fields\./,
    )
  }
})
