import { describe, expect, it } from 'vitest'
import { readDecision } from './decision-words.ts'

describe('a message that decides', () => {
  it.each([
    ['yes', 'yes'],
    ['Yes please!', 'yes'],
    ['OK 👍', 'yes'],
    ['हाँ', 'yes'],
    ['हाँ जी।', 'yes'],
    ['haan', 'yes'],
    ['Haan haan', 'yes'],
    ['theek hai ji', 'yes'],
    ['ஆமா', 'yes'],
    ['சரி', 'yes'],
    ['aama', 'yes'],
    ['seri da', 'yes'],
    ['no', 'no'],
    ['No, thanks', 'no'],
    ['no no no', 'no'],
    ['नहीं', 'no'],
    ['मत करो', 'no'],
    ['nahi', 'no'],
    ['வேண்டாம்', 'no'],
    ['venam', 'no'],
    ['illa', 'no'],
  ])('%s means %s', (message, decision) => {
    expect(readDecision(message)).toBe(decision)
  })
})

describe('a message that says more decides nothing', () => {
  it.each([
    'no sugar today',
    'yes but make it 500 mg',
    'haan, par kal se',
    'nahi pata',
    'illa, thalai valikkudhu',
    'ok so what is HbA1c?',
    'हाँ लेकिन मुझे चक्कर आ रहे हैं',
    '',
    'yes '.repeat(40),
  ])('%s', (message) => {
    expect(readDecision(message)).toBeUndefined()
  })
})
