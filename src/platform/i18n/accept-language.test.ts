import { expect, it } from 'vitest'
import { preferredLanguage } from './accept-language.ts'

it.each([
  [undefined, undefined],
  ['', undefined],
  ['*', undefined],
  ['de', undefined],
  ['ta', 'ta'],
  ['hi-IN', 'hi'],
  ['hi-Latn-IN', 'hi'],
  ['TA-in', 'ta'],
  ['fr, ta;q=0.5, en;q=0.4', 'ta'],
  ['en;q=0.4, ta;q=0.5', 'ta'],
  ['en;q=0, ta;q=0.1', 'ta'],
  ['en;q=nonsense, hi;q=0.2', 'hi'],
  ['en;q=5, hi', 'hi'],
  ['hi, ta', 'hi'],
  ['hind', undefined],
])('of %j chooses %j', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})
