import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { CONVERSATION } from '../retrieval/conversation-source.ts'
import { factWords } from '../retrieval/fact-words.ts'
import { factOfRow, type RecordRow } from '../retrieval/record-facts.ts'
import type { AgentEvent, Evidence, GroundedEvent } from '../turn/stages.ts'
import { ground } from './index.ts'

const row = (table: string, values: RecordRow, form: LanguageForm) => factOfRow(table, values, factWords(form)) ?? []
const result = (values: RecordRow, form: LanguageForm) =>
  row(
    'document_results',
    { document_id: 'report', document_name: 'Checkup', document_date: '2026-03-12', page: 1, ...values },
    form,
  )

function evidenceIn(form: LanguageForm): Evidence {
  return {
    facts: [
      result(
        {
          id: '1',
          test: 'HbA1c',
          code: '4548-4',
          value: '8.2',
          unit: '%',
          reference_low: 4,
          reference_high: 5.6,
          flag: 'high',
          page: 2,
        },
        form,
      ),
      result(
        {
          id: '2',
          test: 'Haemoglobin',
          code: '718-7',
          value: '9.1',
          unit: 'g/dL',
          reference_low: 12,
          reference_high: 15,
          flag: 'low',
        },
        form,
      ),
      result(
        {
          id: '3',
          test: 'Creatinine',
          code: '2160-0',
          value: '0.9',
          unit: 'mg/dL',
          reference_low: 0.6,
          reference_high: 1.1,
          flag: 'normal',
        },
        form,
      ),
      result(
        {
          id: '4',
          test: 'HbA1c',
          code: '4548-4',
          value: '7.4',
          unit: '%',
          flag: 'high',
          document_id: 'old',
          document_date: '2025-09-10',
        },
        form,
      ),
      row(
        'medications',
        { id: 'm', medication_name: 'Metformin', dosage: '500 mg', frequency: 'twice a day', start_date: '2024-01-05' },
        form,
      ),
      row(
        'health_metrics',
        {
          id: 'bp',
          metric_type: 'blood_pressure',
          value: '142/91',
          unit: 'mmHg',
          status: 'high',
          measured_at: '2026-03-10T08:10:00+05:30',
        },
        form,
      ),
      row('allergies', { id: 'a', substance: 'Penicillin', reaction: 'rash', status: 'active' }, form),
    ].flat(),
    passages: [
      {
        source: { kind: 'document', documentId: 'letter', page: 1 },
        title: 'Letter',
        text: 'Walk 30 minutes. Ferritin 8 ng/mL was seen.',
        score: 1,
      },
    ],
  }
}

async function say(
  pieces: readonly string[],
  form: LanguageForm = 'en',
  evidence: Evidence = evidenceIn(form),
  question = '',
): Promise<{ readonly text: string; readonly cited: readonly string[]; readonly events: readonly GroundedEvent[] }> {
  async function* events(): AsyncGenerator<AgentEvent> {
    for (const text of pieces) yield { type: 'text.delta', text }
    yield {
      type: 'finished',
      model: 'm',
      usage: { inputTokens: 1, outputTokens: 1 },
      intent: 'value',
      entities: {},
      suggestions: [],
    }
  }
  const all: GroundedEvent[] = []
  for await (const event of ground(events(), evidence, { form, question })) all.push(event)
  const text = all.map((event) => (event.type === 'text.delta' ? event.text : '')).join('')
  const cited = all.flatMap((event) =>
    event.type === 'citation.added' ? [text.slice(event.citation.start, event.citation.end)] : [],
  )
  return { text, cited, events: all }
}

const UNKNOWN = '(a value I could not find in your record)'

describe('what the evidence bears out passes and is cited', () => {
  test.each<[string, readonly string[], LanguageForm?]>([
    ['Your HbA1c is 8.2 %, above the range of 4 to 5.6.', ['8.2 %']],
    ['Your HbA1c is 8.2 percent.', ['8.2 percent']],
    ['At 9.1 g/dL, your haemoglobin is low.', ['9.1 g/dL']],
    ['Your haemoglobin is 91 g/L.', ['91 g/L']],
    ['Haemoglobin is about 9 g/dL.', ['9 g/dL']],
    ['Your last blood pressure was 142/91 mmHg.', ['142/91 mmHg']],
    ['The upper value of your blood pressure was 142.', ['142']],
    ['You take Metformin 500 mg.', ['500 mg']],
    ['On 12 March 2026 your HbA1c was 8.2 %.', ['8.2 %']],
    ['Your HbA1c rose by 0.8 % since September 2025.', ['September 2025']],
    ['You are allergic to Penicillin.', ['Penicillin']],
    ['The letter mentions a ferritin of 8 ng/mL.', ['8 ng/mL']],
    ['आपका HbA1c ८.२ % है।', ['८.२ %'], 'hi'],
    ['உங்கள் ஹீமோகுளோபின் 9.1 g/dL.', ['9.1 g/dL'], 'ta'],
    ['Aapka hemoglobin 9.1 g/dL hai, 12 March 2026 ko.', ['9.1 g/dL'], 'hi-Latn'],
  ])('%s', async (text, cited, form) => {
    const said = await say([text], form)
    expect(said.text).toBe(text)
    expect(said.cited).toEqual(cited)
  })
})

describe('what nobody said is withheld', () => {
  test.each<[string, string, LanguageForm?]>([
    ['Your HbA1c is 9.1 %.', `Your HbA1c is ${UNKNOWN}.`],
    ['Your HbA1c is 82 %.', `Your HbA1c is ${UNKNOWN}.`],
    ['Your haemoglobin is 9.1 mg/dL.', `Your haemoglobin is ${UNKNOWN}.`],
    ['Your blood pressure was 142/81 mmHg.', `Your blood pressure was ${UNKNOWN}.`],
    ['You take Metformin 850 mg.', `You take Metformin ${UNKNOWN}.`],
    ['Take 3 tablets of Metformin.', `Take ${UNKNOWN} tablets of Metformin.`],
    [
      'Your HbA1c of 8.2 % is from 14 April 2026.',
      'Your HbA1c of 8.2 % is from (a date I could not find in your record).',
    ],
    ['On 10 September 2025 your HbA1c was 8.2 %.', 'On (a date I could not find in your record) your HbA1c was 8.2 %.'],
    ['Your potassium is 6.', `Your potassium is ${UNKNOWN}.`],
    ['You take Warfarin every day.', 'You take (a medicine I could not find in your record) every day.'],
    ['आपका HbA1c ९.४ % है।', 'आपका HbA1c (यह संख्या आपके रिकॉर्ड में नहीं मिली) है।', 'hi'],
    ['உங்கள் HbA1c 9.4 %.', 'உங்கள் HbA1c (இந்த அளவு உங்கள் பதிவில் இல்லை).', 'ta'],
    ['Aapka HbA1c 9.4 % hai.', 'Aapka HbA1c (yeh number aapke record mein nahi mila) hai.', 'hi-Latn'],
    ['Unga HbA1c 9.4 % irukku.', 'Unga HbA1c (indha alavu unga record-la illa) irukku.', 'ta-Latn'],
  ])('%s', async (text, expected, form) => {
    expect((await say([text], form)).text).toBe(expected)
  })
})

describe('a wrong direction is put right, a right one stays', () => {
  test.each([
    ['Your HbA1c is 8.2 %, which is normal.', 'Your HbA1c is 8.2 %, which is high.'],
    ['Your haemoglobin of 9.1 g/dL is high.', 'Your haemoglobin of 9.1 g/dL is low.'],
    ['Your creatinine of 0.9 mg/dL is not high.', 'Your creatinine of 0.9 mg/dL is not high.'],
    ['Your HbA1c of 8.2 % is higher than the normal range.', 'Your HbA1c of 8.2 % is higher than the normal range.'],
    ['High blood pressure is common.', 'High blood pressure is common.'],
  ])('%s', async (text, expected) => {
    expect((await say([text])).text).toBe(expected)
  })
})

describe('how a value stands and where it goes is held against the record without a number too', () => {
  test.each<[string, string, LanguageForm?]>([
    ['Your haemoglobin is normal.', 'Your haemoglobin is low.'],
    ['Your creatinine is normal.', 'Your creatinine is normal.'],
    ['Your HbA1c has been falling.', 'Your HbA1c has been rising.'],
    ['Your HbA1c has gone down since last year.', 'Your HbA1c has gone up since last year.'],
    ['Your HbA1c has been rising.', 'Your HbA1c has been rising.'],
    ['आपका HbA1c घट रहा है।', 'आपका HbA1c बढ़ रहा है।', 'hi'],
    ['Aapka HbA1c ghat raha hai.', 'Aapka HbA1c badh raha hai.', 'hi-Latn'],
    ['உங்கள் HbA1c குறைந்து வருகிறது.', 'உங்கள் HbA1c அதிகரித்து வருகிறது.', 'ta'],
    ['Your haemoglobin has been rising.', 'Your haemoglobin has been rising.'],
    ['Low haemoglobin often comes from a lack of iron.', 'Low haemoglobin often comes from a lack of iron.'],
    ['If your HbA1c is falling, that is good.', 'If your HbA1c is falling, that is good.'],
    ['Your haemoglobin should be normal again soon.', 'Your haemoglobin should be normal again soon.'],
  ])('%s', async (text, expected, form) => {
    expect((await say([text], form)).text).toBe(expected)
  })
})

describe('what is said to be well is held against the record, also where only the question says what it is about', () => {
  test.each<[question: string, text: string, expected: string, form?: LanguageForm]>([
    ['Is my HbA1c better?', 'Your last value is in the normal range.', 'Your last value is high.'],
    ['Is my creatinine better?', 'Your last value is in the normal range.', 'Your last value is in the normal range.'],
    ['', 'Your HbA1c is well within the normal range.', 'Your HbA1c is high.'],
    ['', 'Your HbA1c is good.', 'Your HbA1c is high.'],
    ['', 'Your haemoglobin is okay, so eat as you like.', 'Your haemoglobin is low, so eat as you like.'],
    ['', 'Your creatinine is good.', 'Your creatinine is good.'],
    ['', 'Your HbA1c coming down would be a good sign.', 'Your HbA1c coming down would be a good sign.'],
    ['How is my report?', 'All your values are normal.', 'All your values are partly outside the normal range.'],
    [
      '',
      'It is all the cholesterol in your blood, good and bad together.',
      'It is all the cholesterol in your blood, good and bad together.',
    ],
    ['How is my report?', 'Not all your values are normal.', 'Not all your values are normal.'],
    ['mera HbA1c kaisa hai', 'Aapka HbA1c bilkul accha hai.', 'Aapka HbA1c zyada hai.', 'hi-Latn'],
    ['mera HbA1c kaisa hai', 'Aapki last reading normal range mein hai.', 'Aapki last reading zyada hai.', 'hi-Latn'],
    ['मेरा HbA1c कैसा है', 'आपका HbA1c सामान्य सीमा में है।', 'आपका HbA1c ज़्यादा है।', 'hi'],
    ['', 'आपका हीमोग्लोबिन अच्छा है।', 'आपका हीमोग्लोबिन कम है।', 'hi'],
    ['என் HbA1c எப்படி?', 'உங்கள் கடைசி அளவு இயல்பான அளவில் உள்ளது.', 'உங்கள் கடைசி அளவு அதிகம் உள்ளது.', 'ta'],
    ['', 'உங்கள் ஹீமோகுளோபின் நன்றாக உள்ளது.', 'உங்கள் ஹீமோகுளோபின் குறைவு உள்ளது.', 'ta'],
    ['en HbA1c eppadi', 'Unga HbA1c nalla irukku.', 'Unga HbA1c adhigam irukku.', 'ta-Latn'],
  ])('%s %s', async (question, text, expected, form) => {
    expect((await say([text], form, evidenceIn(form ?? 'en'), question)).text).toBe(expected)
  })
})

describe('advice to change medicines never gets through', () => {
  test.each([
    ['You can stop taking Metformin now.', /can … Please do not change or stop/],
    ['Double the dose of Metformin tomorrow.', /Please do not change or stop/],
    ['Increase your Metformin from tomorrow.', /Please do not change or stop/],
    ['You should start taking Aspirin.', /Please do not change or stop/],
  ])('%s', async (text, expected) => {
    expect((await say([text])).text).toMatch(expected)
  })

  test.each([
    'Do not stop Metformin on your own.',
    'Ask your doctor before you stop Metformin.',
    'When did you stop Metformin?',
  ])('but %s does', async (text) => {
    expect((await say([text])).text).toBe(text)
  })
})

describe('an illness that only a doctor can name', () => {
  test.each<[string, LanguageForm?]>([
    ['You have diabetes.'],
    ['You are suffering from kidney disease.'],
    ['आपको मधुमेह है।', 'hi'],
    ['உங்களுக்கு நீரிழிவு உள்ளது.', 'ta'],
    ['Aapko diabetes hai.', 'hi-Latn'],
    ['Ungalukku sarkarai noi irukku.', 'ta-Latn'],
  ])('is not named: %s', async (text, form) => {
    expect((await say([text], form)).text).toMatch(
      /only a doctor can say|सिर्फ़ डॉक्टर|மருத்துவர் மட்டுமே|sirf doctor|doctor mattum/,
    )
  })

  test.each([
    'A value of 8.2 % may mean that you have diabetes.',
    'You do not have diabetes in your record.',
    'Do you have diabetes?',
    'Diabetes is common.',
    'Ask your doctor whether you have diabetes.',
  ])('but may be spoken of: %s', async (text) => {
    expect((await say([text])).text).toBe(text)
  })

  test('and stays where the record has it', async () => {
    const facts = row('medical_conditions', { id: 'c', name: 'Type 2 diabetes', status: 'managed' }, 'en')
    const said = await say(['You have diabetes.'], 'en', { facts: [facts].flat(), passages: [] })
    expect(said.text).toBe('You have diabetes.')
    expect(said.cited).toEqual(['diabetes'])
  })
})

describe('numbers that claim nothing about the record pass', () => {
  test.each([
    'Call 112 or 108 at once.',
    'Walk 30 minutes a day and drink 8 glasses of water.',
    '1. Rest. 2. Drink water.',
    'Vitamin B12 and Omega 3 are not the same.',
    'See page 2.',
    '3 of your results are out of range.',
    'For HbA1c, 5.7 to 6.4 is the stage before diabetes.',
  ])('%s', async (text) => {
    expect((await say([text])).text).toBe(text)
  })
})

test('what the person said may be said back, and is not cited', async () => {
  const evidence = {
    facts: [{ source: CONVERSATION, title: 'conversation', text: 'my sugar was 163', values: [] }],
    passages: [],
  }
  const said = await say(['You said 163, noted.'], 'en', evidence)
  expect(said.text).toBe('You said 163, noted.')
  expect(said.cited).toEqual([])
})

test('text without a claim is not held back', async () => {
  const { events } = await say(['Your report ', 'is here ', 'and I have read it'])
  expect(events.slice(0, 3)).toEqual([
    { type: 'text.delta', text: 'Your report ' },
    { type: 'text.delta', text: 'is here ' },
    { type: 'text.delta', text: 'and I have read it' },
  ])
})

test('evidence that a tool brings counts from then on', async () => {
  async function* events(): AsyncGenerator<AgentEvent> {
    yield { type: 'text.delta', text: 'Your weight is 71 kg. ' }
    yield {
      type: 'tool.called',
      callId: '1',
      name: 'metrics.list',
      input: {},
      status: 'completed',
      summary: '',
      evidence: {
        facts: row('health_metrics', { id: 'w', metric_type: 'weight', value: '71', unit: 'kg' }, 'en') as never,
        passages: [],
      },
    }
    yield { type: 'text.delta', text: 'Your weight is 71 kg.' }
  }
  let text = ''
  const evidence: Evidence = { facts: [], passages: [] }
  const wrapped = (async function* () {
    for await (const event of events()) {
      yield event.type === 'tool.called'
        ? { ...event, evidence: { facts: [event.evidence.facts].flat(), passages: [] } }
        : event
    }
  })()
  for await (const event of ground(wrapped, evidence, { form: 'en' }))
    if (event.type === 'text.delta') text += event.text
  expect(text).toBe(`Your weight is ${UNKNOWN}. Your weight is 71 kg.`)
})

test('however a text is cut into deltas, it ends the same, with citations at the same places', async () => {
  const text =
    'Your HbA1c is 8.2 %, which is normal. Dr. Iyer saw 9.1 g/dL of haemoglobin on 12 March 2026.\n1. Take Metformin 850 mg.\n2. BP 142/91 mmHg is fine.'
  const whole = await say([text])
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 60 }), async (sizes) => {
      const pieces: string[] = []
      let rest = text
      for (const size of sizes) {
        pieces.push(rest.slice(0, size))
        rest = rest.slice(size)
      }
      const cut = await say([...pieces.filter((piece) => piece !== ''), rest])
      expect(cut.text).toBe(whole.text)
      expect(cut.cited).toEqual(whole.cited)
    }),
    { numRuns: 40 },
  )
})

test('confidence falls where claims do not hold', async () => {
  const confidence = async (text: string) => {
    const last = (await say([text])).events.at(-1)
    return last?.type === 'answer.grounded' ? last.confidence : 0
  }
  expect(await confidence('Your HbA1c is 8.2 %.')).toBeGreaterThan(0.95)
  expect(await confidence('Your HbA1c is 9.9 %.')).toBeLessThan(0.05)
  expect(await confidence('Your HbA1c is 8.2 %. Your haemoglobin is 11.3 g/dL.')).toBeLessThan(
    await confidence('Your HbA1c is 8.2 %. Your haemoglobin is 9.1 g/dL.'),
  )
})
