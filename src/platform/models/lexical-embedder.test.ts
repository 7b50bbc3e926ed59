import { describe, expect, test } from 'vitest'
import { LexicalEmbedder } from './lexical-embedder.ts'

const embedder = new LexicalEmbedder()

async function closeness(left: string, right: string): Promise<number> {
  const [a = [], b = []] = await embedder.embedPassages([left, right])
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
}

describe('a question is nearer to the text that answers it than to another, in any form', () => {
  const report = 'Glucose Fasting 148 mg/dL\nHbA1c 8.2 %'
  const other = 'MRI LEFT KNEE\nGrade 2 tear of the medial meniscus'
  test.each(['what was my sugar', 'मेरी शुगर कितनी थी', 'என் சர்க்கரை எவ்வளவு', 'meri sugar kitni thi', 'en sarkarai evlo'])(
    '%s',
    async (question) => {
      expect(await closeness(question, report)).toBeGreaterThan((await closeness(question, other)) + 0.15)
    },
  )
})

test('names meet across scripts by their sound', async () => {
  const [visit, another] = ['Visit to Dr. Ramesh Kumar', 'Visit to Dr. Fatima Sheikh']
  for (const question of ['रमेश कुमार', 'ரமேஷ் குமார்']) {
    expect(await closeness(question, visit ?? '')).toBeGreaterThan((await closeness(question, another ?? '')) + 0.2)
  }
})

test('vectors have length 1, one dimension for all, and are the same every time', async () => {
  const [first = []] = await embedder.embedPassages(['blood pressure 120/80'])
  expect(first).toHaveLength(384)
  expect(Math.hypot(...first)).toBeCloseTo(1, 10)
  expect(await embedder.embedQuery('blood pressure 120/80')).toEqual(first)
})

test('a text without a word is no direction at all', async () => {
  expect(new Set(await embedder.embedQuery('?!'))).toEqual(new Set([0]))
})
