import { expect, it } from 'vitest'
import { chunkDocument } from './chunk-document.ts'
import type { LabResult, ReadPage, TextLine } from './read-document.ts'

const line = (text: string): TextLine => ({ text, box: { x: 0, y: 0, width: 1, height: 1 }, words: [] })
const page = (number: number, lines: readonly string[]): ReadPage => ({
  number,
  width: 595,
  height: 842,
  unit: 'point',
  source: 'text_layer',
  text: lines.join('\n'),
  lines: lines.map(line),
  confidence: 1,
})
const result: LabResult = {
  test: 'Hemoglobin (Hb)',
  code: '718-7',
  analyteKey: 'hemoglobin',
  section: null,
  value: '11.50',
  valueNumber: 11.5,
  comparator: null,
  unit: 'g/dL',
  unitPrinted: 'g/dL',
  referenceLow: 13,
  referenceHigh: 17,
  referenceText: '13.00 - 17.00',
  flagPrinted: 'Low',
  flag: 'low',
  flagDisagrees: false,
  page: 2,
  box: { x: 0, y: 0, width: 1, height: 1 },
  confidence: 1,
  needsReview: false,
  reviewReason: null,
  candidate: null,
}

it('puts values as readable lines before the text of their page', () => {
  const chunks = chunkDocument({
    pages: [page(1, ['Sample Diagnostics']), page(2, ['Interpretation'])],
    results: [result],
  })
  expect(chunks).toEqual([
    { text: 'Sample Diagnostics', page: 1 },
    { text: 'Hemoglobin (Hb): 11.50 g/dL (13.00 - 17.00) low', page: 2 },
    { text: 'Interpretation', page: 2 },
  ])
})

it('parts long pages at lines, about 200 words a passage, and loses no line', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index} has six words here`)
  const chunks = chunkDocument({ pages: [page(1, lines)], results: [] })
  expect(chunks.length).toBe(Math.ceil(100 / Math.floor(200 / 6)))
  expect(
    chunks
      .map(({ text }) => text)
      .join('\n')
      .split('\n'),
  ).toEqual(lines)
})

it('makes no passage of a page without text', () => {
  expect(chunkDocument({ pages: [page(1, [])], results: [] })).toEqual([])
})
