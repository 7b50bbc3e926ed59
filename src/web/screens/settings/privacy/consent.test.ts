import { expect, it } from 'vitest'
import { answersTo } from './consent.ts'

it.each([
  { status: 'not_asked', answers: [true, false] },
  { status: 'given', answers: [false] },
  { status: 'withdrawn', answers: [true] },
  { status: 'refused', answers: [true] },
] as const)('a consent that is $status can be answered with $answers', ({ status, answers }) => {
  expect(answersTo({ status })).toEqual(answers)
})
