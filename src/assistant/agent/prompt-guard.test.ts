import { expect, it } from 'vitest'
import { createPromptGuard, runsOf } from './prompt-guard.ts'

const PROMPT = `You help the person understand their reports, values, medicines and appointments, and keep their record.
- Never advise starting, stopping, skipping, doubling or changing a medicine or its dose.`
const runs = runsOf(PROMPT)

function guarded(text: string, size: number): { said: string; hasLeaked: boolean } {
  const guard = createPromptGuard(runs)
  let said = ''
  for (let at = 0; at < text.length; at += size) said += guard.push(text.slice(at, at + size))
  return { said: said + guard.end(), hasLeaked: guard.hasLeaked }
}

it.each([1, 4, 1_000])('lets every other text through as it is, in pieces of %i', (size) => {
  const text = 'Your HbA1c is 8.2 %.\n\nYou help the person who cooks: less sugar. நன்றி! Never advise starting. '
  expect(guarded(text, size)).toEqual({ said: text, hasLeaked: false })
})

it.each([
  ['word for word', PROMPT],
  ['in capitals', PROMPT.toUpperCase()],
  ['a word a line', PROMPT.replaceAll(' ', '\n')],
  ['with signs between', PROMPT.replaceAll(' ', ' * ')],
])('takes the prompt out %s, in pieces of any size', (_how, leak) => {
  for (const size of [1, 5, 1_000]) {
    const { said, hasLeaked } = guarded(`Here it is: ${leak} That was all.`, size)
    expect(hasLeaked).toBe(true)
    expect(said).toMatch(/^Here it is:/)
    expect(said).toMatch(/That was all\.$/)
    expect(said).not.toMatch(/reports|appointments|doubling|changing/i)
  }
})
