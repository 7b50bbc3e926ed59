import { expect, test } from 'vitest'
import { rowsOf } from './transcribe-page.ts'

test.each([
  ['lines with bars', 'City Lab\nHbA1c | 7.4 | % | 4.0 - 5.6', [['City Lab'], ['HbA1c', '7.4', '%', '4.0 - 5.6']]],
  [
    'a Markdown table',
    '```\n| Test | Result |\n|---|---|\n| TSH | 2.1 |\n```',
    [
      ['Test', 'Result'],
      ['TSH', '2.1'],
    ],
  ],
  ['an empty cell', 'Urea |  | mg/dL', [['Urea', '', 'mg/dL']]],
  ['nothing', ' \n\n', undefined],
])('a transcript of %s', (_what, text, rows) => {
  expect(rowsOf(text)).toEqual(rows)
})

test('a transcript that never ends is cut off', () => {
  const rows = rowsOf(`${'x'.repeat(1_000)}\n`.repeat(10_000))
  expect(rows).toHaveLength(400)
  expect(rows?.[0]?.[0]).toHaveLength(200)
})
