import { describe, expect, it } from 'vitest'
import { readHighlights } from './highlight.ts'

describe('readHighlights', () => {
  it.each([
    ['no match', 'no match', []],
    ['\ue000Sugar\ue001 after food', 'Sugar after food', ['Sugar']],
    [' the \ue000सिरदर्द\ue001 and \ue000pain\ue001', 'the सिरदर्द and pain', ['सिरदर्द', 'pain']],
    ['\ue000\ue001<b>\ue000x\ue001</b>', '<b>x</b>', ['x']],
    ['cut \ue000off', 'cut off', []],
    ['stray\ue001 end', 'stray end', []],
  ])('of %j', (marked, excerpt, words) => {
    const read = readHighlights(marked)
    expect(read.excerpt).toBe(excerpt)
    expect(read.highlights.map(({ start_index, end_index }) => excerpt.slice(start_index, end_index))).toEqual(words)
  })
})
