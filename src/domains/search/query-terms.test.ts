import { expect, test } from 'vitest'
import { queryTerms, tsquery } from './query-terms.ts'

test('a thing is looked for in all three languages, whatever the question is in', () => {
  const terms = queryTerms('மேரா சர்க்கரை அளவு', 'ta')
  expect(terms.en).toContain('blood sugar')
  expect(terms.hi).toContain('शुगर')
  expect(terms.ta).toContain('சர்க்கரை')
})

test('words of grammar are not looked for', () => {
  expect(queryTerms('what is my hemoglobin', 'en').en).not.toContain('is')
  expect(queryTerms('mera hemoglobin kitna hai', 'hi-Latn').en).not.toContain('hai')
})

test('phrases become phrases, and signs of the query language mean nothing', () => {
  expect(tsquery(['blood sugar', 'hba1c'])).toBe('(blood <-> sugar) | hba1c')
  expect(tsquery(["o'brien & !sugar:*", '()'])).toBe('(o <-> brien <-> sugar)')
})
