import { describe, expect, it } from 'vitest'
import { consistent, newValues, requestBody, rowValues } from './form-values.ts'
import type { FieldDescription, Row } from './record-description.ts'

const fields: readonly FieldDescription[] = [
  { name: 'name', kind: 'text', required: true },
  { name: 'count', kind: 'whole' },
  { name: 'value', kind: 'reading' },
  { name: 'days', kind: 'weekdays' },
  { name: 'on', kind: 'flag', initial: true },
  { name: 'at', kind: 'moment' },
  { name: 'link', kind: 'link', when: ({ name }) => name === 'video' },
]
const row: Row = {
  id: '1',
  name: 'walk',
  count: 2,
  value: '98.6',
  days: [1, 3],
  on: false,
  at: '2026-03-12T02:15:00.000Z',
  link: null,
}

describe('newValues', () => {
  const kind: FieldDescription = { name: 'kind', kind: 'choice', values: ['weight', 'height'], initial: 'height' }
  it.each([
    ['begins with what is usual', {}, 'height'],
    ['begins with what is known', { kind: 'weight' }, 'weight'],
    ['takes no value that cannot be chosen', { kind: 'length' }, 'height'],
  ])('%s', (_, begun, expected) => {
    expect(newValues([kind], new Date(), begun)).toEqual({ kind: expected })
  })
})

describe('requestBody', () => {
  const empty = newValues(fields, new Date('2026-03-12T02:15:00Z'))
  const old = rowValues(fields, row)
  it.each([
    ['of a new row what was written', { ...empty, name: ' walk ' }, undefined, { name: 'walk', on: true }],
    ['numbers as numbers', { ...empty, count: '3', value: '98,6' }, undefined, { count: 3, value: '98.6', on: true }],
    ['what is no number as it is', { ...empty, count: 'three' }, undefined, { count: 'three', on: true }],
    ['seven days as every day', { ...old, days: [0, 1, 2, 3, 4, 5, 6] }, old, { days: null }],
    ['nothing of an unchanged row', old, old, {}],
    ['an emptied field as null', { ...old, count: '' }, old, { count: null }],
    ['only what is asked for', { ...old, link: 'https://a.example' }, old, {}],
    [
      'what is asked for now',
      { ...old, name: 'video', link: 'https://a.example' },
      old,
      { name: 'video', link: 'https://a.example' },
    ],
  ])('sends %s', (_, values, before, body) => {
    expect(requestBody(fields, values, before)).toEqual(body)
  })

  it('gives a moment its offset', () => {
    const body = requestBody(fields, { ...old, at: '2026-03-13T08:00' }, old)
    expect(body).toEqual({ at: new Date(2026, 2, 13, 8, 0).toISOString() })
  })
})

describe('consistent', () => {
  const unit: FieldDescription = {
    name: 'unit',
    kind: 'choice',
    valuesFor: ({ kind }) => (kind === 'weight' ? ['kg', 'lbs'] : ['cm']),
  }
  it.each([
    ['keeps what can be chosen', 'weight', 'lbs'],
    ['takes back what cannot be chosen any more', 'height', ''],
  ])('%s', (_name, kind, expected) => {
    expect(consistent([unit], { kind, unit: 'lbs' })).toEqual({ kind, unit: expected })
  })
})
