import { describe, expect, test } from 'vitest'
import { firstAidFor } from '../../clinical/first-aid/index.ts'
import { HELPLINE_IDS, HELPLINES } from '../../clinical/helplines.ts'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import { RED_FLAG_CATEGORIES } from '../../clinical/red-flags/index.ts'
import { emergencyAnswer } from './emergency-answer.ts'
import { triage } from './triage.ts'

const contacts = [{ name: 'Ravi', phone: '+91 98400 12345', relationship: 'spouse' }]
const answerTo = (text: string) =>
  emergencyAnswer({ form: 'en', redFlags: triage({ text, form: 'en' }).redFlags, contacts })

describe('emergencyAnswer', () => {
  test.each([
    ['I have chest pain', ['112', '108']],
    ['I want to kill myself', ['14416', '112']],
    ['my husband beats me', ['112', '181']],
    ['he drank pesticide', ['112', '108', '1800116117']],
    ['I am pregnant and bleeding', ['112', '108', '102']],
  ])('%s: calls %j, the first of them in the first line', (text, numbers) => {
    const { text: answer, calls } = answerTo(text)
    expect(calls.map(({ number }) => number)).toEqual(expect.arrayContaining(numbers))
    expect(calls[0]?.number).toBe(numbers[0])
    expect(answer.split('\n')[0]).toContain(numbers[0])
  })

  test('names the contacts, but never to somebody who is being hurt', () => {
    expect(answerTo('I have chest pain').text).toContain('Ravi (+91 98400 12345)')
    expect(answerTo('my husband beats me').text).not.toContain('Ravi')
    expect(answerTo('my husband beats me').calls.map(({ label }) => label)).not.toContain('Ravi')
  })

  test('says which measurement it is about', () => {
    expect(answerTo('BP 200/130').text).toContain('200/130')
  })

  test.each(LANGUAGE_FORMS)('every category has first aid in %s, in its own letters', (form) => {
    const letters = { en: /[a-z]/, hi: /[ऀ-ॿ]/, ta: /[஀-௿]/, 'hi-Latn': /[a-z]/, 'ta-Latn': /[a-z]/ }[form]
    for (const category of RED_FLAG_CATEGORIES) {
      const { steps, source } = firstAidFor(category)
      expect(steps[form]).toMatch(letters)
      expect(source.length).toBeGreaterThan(10)
      if (form.endsWith('-Latn')) expect(steps[form]).not.toMatch(/[ऀ-௿]/)
    }
    for (const id of HELPLINE_IDS) expect(HELPLINES[id].name[form]).not.toBe('')
  })
})
