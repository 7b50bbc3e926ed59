import { describe, expect, it } from 'vitest'
import { matchPlace, parsePlace, placeHref } from './place.ts'

describe('places', () => {
  it.each([
    ['', [], {}],
    ['#', [], {}],
    ['#/', [], {}],
    ['#/documents/7?page=2&result=r', ['documents', '7'], { page: '2', result: 'r' }],
    ['#chat//x/', ['chat', 'x'], {}],
    ['#/a%2Fb', ['a/b'], {}],
    ['#/%E0%A4%A', [], {}],
  ])('%s is read', (hash, segments, query) => {
    expect(parsePlace(hash)).toEqual({ segments, query })
  })

  it.each([
    [[], {}, '#/'],
    [['documents', 'a/b'], { page: 2, result: undefined }, '#/documents/a%2Fb?page=2'],
    [['chat'], { ask: 'என் சர்க்கரை & more?' }, undefined],
  ])('%j %j is written so that it is read again', (path, query, href) => {
    const written = placeHref(path, query)
    if (href !== undefined) expect(written).toBe(href)
    const expected = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    )
    expect(parsePlace(written)).toEqual({ segments: path, query: Object.fromEntries(expected) })
  })
})

it.each([
  ['', '#/', {}],
  ['', '#/chat', undefined],
  ['chat/:session?', '#/chat', {}],
  ['chat/:session?', '#/chat/1', { session: '1' }],
  ['chat/:session?', '#/chat/1/2', undefined],
  ['documents/:id', '#/documents', undefined],
  ['records/:kind/:id', '#/records/metrics/7', { kind: 'metrics', id: '7' }],
])('%s of %s is %j', (pattern, hash, found) => {
  expect(matchPlace(pattern, parsePlace(hash))).toEqual(found)
})
