import { describe, expect, test } from 'vitest'
import { memoryLine, tagsOf } from './session-memory.ts'

describe('the line that a conversation remembers', () => {
  test('is what was asked and the beginning of what was answered', () => {
    const text = 'Your HbA1c was 8.2 % in the report of 12 March 2026, page 1. That is high.\n\nShow it to your doctor.'
    expect(memoryLine('What is my HbA1c?', { text, intent: 'value', entities: {} })).toBe(
      'What is my HbA1c? → Your HbA1c was 8.2 % in the report of 12 March 2026, page 1.',
    )
  })

  test.each([
    ['greeting', {}],
    ['symptom', { consultation: { complaint: 'fever', asked: ['red_flags'], open: 'red_flags' } }],
    ['add_goal', { request: { kind: 'add_goal', said: [], open: 'target' } }],
  ])('is none for %s %j', (intent, entities) => {
    expect(memoryLine('Hello', { text: 'Hello!', intent, entities })).toBeUndefined()
  })

  test('is none for files alone', () => {
    expect(memoryLine('', { text: 'Your report …', intent: 'explain_report', entities: {} })).toBeUndefined()
  })
})

test.each([
  ['en', ['hba1c', 'metformin']],
  ['hi', ['एचबीए1सी', 'मेटफॉर्मिन']],
] as const)('tags are names in %s', (form, names) => {
  const tags = tagsOf({ form, entities: { measures: ['hba1c'], medicines: ['metformin'], reading: { type: 'x' } } })
  expect(tags.map((tag) => tag.toLowerCase())).toEqual(names.map((name) => expect.stringContaining(name.slice(0, 4))))
})
