import { expect, it } from 'vitest'
import type { Citation } from './answer.ts'
import { numberSources, splitMarkers, withMarkers } from './citation-markers.ts'

const cite = (title: string, start: number, end: number): Citation => ({
  title,
  start_index: start,
  end_index: end,
  source: { kind: 'record', table: 'health_metrics', id: title },
})
const show = (text: string, citations: readonly Citation[]): string =>
  splitMarkers(withMarkers(text, citations, numberSources(citations)))
    .map((part) => (typeof part === 'number' ? `[${part}]` : part))
    .join('')

it.each([
  ['no source', 'Hello.', [], 'Hello.'],
  ['a source behind its claim', 'HbA1c is 8.2 % now.', [cite('A', 9, 14)], 'HbA1c is 8.2 %[1] now.'],
  ['a source twice, one number', '8.2 and 8.2', [cite('A', 0, 3), cite('A', 8, 11)], '8.2[1] and 8.2[1]'],
  ['two sources of one claim', '8.2', [cite('A', 0, 3), cite('B', 0, 3)], '8.2[1][2]'],
  ['the same claim twice', '8.2', [cite('A', 0, 3), cite('A', 1, 3)], '8.2[1]'],
  ['sources out of order', 'one two', [cite('B', 4, 7), cite('A', 0, 3)], 'one[2] two[1]'],
  ['a claim that is not written yet', 'one', [cite('A', 0, 9)], 'one'],
  ['Tamil', 'சர்க்கரை 8.2', [cite('A', 0, 8)], 'சர்க்கரை[1] 8.2'],
])('%s', (_, text, citations, shown) => {
  expect(show(text, citations)).toBe(shown)
})

it('cannot be forged by a text that holds markers', () => {
  expect(splitMarkers(withMarkers('a\uE0007\uE001b', [], []))).toEqual(['a7b'])
})
