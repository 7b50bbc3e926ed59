import { describe, expect, test } from 'vitest'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { detectLanguage } from './detect-language.ts'

describe('detectLanguage', () => {
  test.each<[string, LanguageForm, string, boolean]>([
    ['What does my HbA1c of 7.2 mean?', 'en', 'Latn', false],
    ['mera sugar kitna hai', 'hi-Latn', 'Latn', true],
    ['kal raat se pet dard hai', 'hi-Latn', 'Latn', false],
    ['BP high ah irukku', 'ta-Latn', 'Latn', true],
    ['enakku thalai valikkudhu', 'ta-Latn', 'Latn', false],
    ['मेरी शुगर कितनी है', 'hi', 'Deva', false],
    ['मेरा BP high है', 'hi', 'Deva', true],
    ['எனக்கு தலை வலிக்குது', 'ta', 'Taml', false],
    ['என் sugar level எவ்வளவு', 'ta', 'Taml', true],
    ['What does the word मधुमेह mean in my report?', 'en', 'Latn', true],
  ])('%s is %s in %s', (text, form, script, mixed) => {
    expect(detectLanguage(text)).toMatchObject({ form, script, mixed })
    expect(detectLanguage(text)).not.toHaveProperty('neighbour')
  })

  test.each([
    ['मला खूप ताप आला आहे आणि डोके दुखत आहे', 'mar'],
    ['मलाई ज्वरो आएको छ', 'nep'],
    ['हमार माथा दुखात बा, का करीं', 'bho'],
    ['మాకు జ్వరం ఉంది', 'tel'],
    ['എനിക്ക് പനിയാണ്', 'mal'],
    ['ನನಗೆ ಜ್ವರ ಇದೆ', 'kan'],
    ['মাথা ব্যথা', 'ben'],
    ['مجھے بخار ہے', 'urd'],
    ['naaku jwaram undi, emi cheyyali', 'tel'],
    ['enikku pani undu, enthu cheyyanam', 'mal'],
    ['me duele la cabeza y tengo fiebre', 'spa'],
  ])('%s is the neighbour %s', (text, neighbour) => {
    expect(detectLanguage(text).neighbour).toBe(neighbour)
  })

  test.each<[string, LanguageForm[], LanguageForm]>([
    ['140/90', ['ta-Latn'], 'ta-Latn'],
    ['140/90', [], 'en'],
    ['ok', ['hi-Latn'], 'hi-Latn'],
    ['👍', ['ta'], 'ta'],
    ['Can you show my last three cholesterol reports?', ['hi'], 'en'],
    ['mujhe samajh nahi aaya', ['en'], 'hi-Latn'],
    ['dr iyer', [], 'en'],
    ['Dr. Meenakshi', [], 'en'],
    ['Ravi', [], 'en'],
    ['Ravi', ['en'], 'en'],
    ['ravi kumar', ['hi-Latn'], 'hi-Latn'],
    ['Senthil', ['en'], 'en'],
    ['Dr Rao', ['ta-Latn'], 'ta-Latn'],
    ['Sunita', ['ta'], 'ta'],
    ['sirdard', [], 'hi-Latn'],
    ['thalaivali', [], 'ta-Latn'],
    ['ravi ko dikhaya tha', [], 'hi-Latn'],
    ['hi', [], 'en'],
    ['hi', ['ta-Latn'], 'ta-Latn'],
  ])('%s after %j is %s', (text, history, form) => {
    expect(detectLanguage(text, history).form).toBe(form)
  })

  test.each<[string, LanguageForm[], LanguageForm]>([
    ['mala khup tap aala aahe', [], 'hi-Latn'],
    ['मला खूप ताप आला आहे', [], 'hi'],
    ['naaku jwaram undi, emi cheyyali', [], 'en'],
    ['naaku jwaram undi, emi cheyyali', ['ta-Latn'], 'ta-Latn'],
    ['మాకు జ్వరం ఉంది', ['hi'], 'hi'],
  ])('%s after %j, which we do not speak, is answered in %s', (text, history, form) => {
    expect(detectLanguage(text, history)).toMatchObject({ form, neighbour: expect.any(String) })
  })

  test('is unsure where the message says nothing', () => {
    expect(detectLanguage('???').confidence).toBeLessThan(0.5)
    expect(detectLanguage('What does my report say about the kidneys?').confidence).toBeGreaterThan(0.8)
  })
})
