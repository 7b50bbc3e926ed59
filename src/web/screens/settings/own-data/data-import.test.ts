import { describe, expect, it } from 'vitest'
import { placeOf, sumOf } from './data-import.ts'

it('sums what came in over all tables', () => {
  const tables = [
    { table: 'medications', added: 3, kept: 1 },
    { table: 'goals', added: 0, kept: 2 },
  ]
  expect(sumOf(tables)).toEqual({ added: 3, kept: 3 })
  expect(sumOf([])).toEqual({ added: 0, kept: 0 })
})

describe('placeOf', () => {
  it.each([
    { file: 'record/goals.json', row: 3, column: 'title', place: 'record/goals.json · 3 · title' },
    { file: 'manifest.json', row: null, column: null, place: 'manifest.json' },
    { file: null, row: null, column: null, place: '' },
  ])('$place', ({ place, ...at }) => {
    expect(placeOf({ detail: '', ...at })).toBe(place)
  })
})
