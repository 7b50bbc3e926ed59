import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkText } from './chunk-text.ts'

const lettersOf = (text: string) => text.replace(/\s/gu, '')

test('a short text is one chunk with its page', () => {
  expect(chunkText('HbA1c 8.2 %', 2)).toEqual([{ page: 2, text: 'HbA1c 8.2 %' }])
})

test('an empty text is none', () => {
  expect(chunkText(' \n ')).toEqual([])
})

test('paragraphs stay whole where they fit', () => {
  const paragraph = 'A sentence of some words that stands here. '.repeat(10).trim()
  const chunks = chunkText([paragraph, paragraph, paragraph].join('\n\n'))
  expect(chunks.map(({ text }) => text)).toEqual([paragraph, paragraph, paragraph])
})

test('nothing is lost, nothing doubled, and no chunk is long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 80 }),
      fc.constantFrom(' ', '\n', '\n\n'),
      (words, gap) => {
        const text = words.join(gap)
        const chunks = chunkText(text)
        expect(lettersOf(chunks.map((chunk) => chunk.text).join(''))).toBe(lettersOf(text))
        for (const chunk of chunks) expect(chunk.text.length).toBeLessThanOrEqual(820)
      },
    ),
    { numRuns: 100 },
  )
})

test('Tamil letters are not cut from their vowel signs', () => {
  const chunks = chunkText('கொழுப்பு'.repeat(200))
  for (const { text } of chunks) expect(text).not.toMatch(/^\p{M}/u)
})
