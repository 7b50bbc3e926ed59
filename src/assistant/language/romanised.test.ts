import { describe, expect, test } from 'vitest'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { normaliseRomanised, romanise, transliterate } from './romanised.ts'

describe('normaliseRomanised', () => {
  test.each<['hi' | 'ta', string[]]>([
    ['hi', ['seene', 'sine', 'siine', 'Seeene']],
    ['hi', ['nahin', 'nahi', 'naahi']],
    ['hi', ['wajan', 'vajan', 'wazan']],
    ['hi', ['khoon', 'khun', 'Khoon']],
    ['ta', ['kaichal', 'kaaichal', 'kachal']],
    ['ta', ['valikkudhu', 'valikuthu', 'valikudu']],
    ['ta', ['kuzhandhai', 'kulanthai', 'kulandha']],
    ['ta', ['moochu', 'muchu']],
  ])('%s: %j are one word', (language, spellings) => {
    expect(new Set(spellings.map((word) => normaliseRomanised(word, language))).size).toBe(1)
  })

  test('keeps different words apart', () => {
    expect(normaliseRomanised('dard', 'hi')).not.toBe(normaliseRomanised('dast', 'hi'))
    expect(normaliseRomanised('illa', 'ta')).not.toBe(normaliseRomanised('ellam', 'ta'))
  })
})

describe('transliterate', () => {
  test.each<[LanguageForm, string, string]>([
    ['hi-Latn', 'mera sugar kitna hai', 'मेरा शुगर कितना है'],
    ['hi-Latn', 'seene mein dard, sine me drd', 'सीने में दर्द, सीने में दर्द'],
    ['ta-Latn', 'enakku kaichal irukku', 'எனக்கு காய்ச்சல் இருக்கு'],
    ['hi-Latn', 'jvara śarīra', 'ज्वर शरीर'],
    ['hi-Latn', 'HbA1c report normal', 'HbA1c रिपोर्ट normal'],
    ['en', 'mera sugar', 'mera sugar'],
  ])('%s %s becomes %s', (form, text, native) => {
    expect(transliterate(text, form)).toBe(native)
  })
})

test.each<['hi' | 'ta', string, string]>([
  ['hi', 'सीने में दर्द', 'seene men dard'],
  ['ta', 'நெஞ்சு வலி 2 நாள்', 'nenju vali 2 naal'],
])('romanise %s %s', (language, native, casual) => {
  expect(romanise(native, language)).toBe(casual)
})
