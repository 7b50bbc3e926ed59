import { expect, it } from 'vitest'
import { sessionTitle } from './session-title.ts'

it.each([
  ['What is HbA1c?', 'What is HbA1c?'],
  ['  My  report \n and more', 'My report'],
  ['', null],
  [' \n x', null],
  [`${'word '.repeat(20)}`, `${'word '.repeat(12).trim()}…`],
  ['எனக்கு'.repeat(30), undefined],
])('%j becomes %j', (text, title) => {
  const made = sessionTitle(text)
  if (title === undefined) {
    expect(made?.endsWith('…')).toBe(true)
    expect(text.startsWith(made?.slice(0, -1) ?? '?')).toBe(true)
    expect(made?.length).toBeLessThanOrEqual(61)
  } else {
    expect(made).toBe(title)
  }
})
