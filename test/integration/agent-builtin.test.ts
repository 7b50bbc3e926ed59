import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PastEntry, RequestState } from '../../src/assistant/turn/stages.ts'
import { LANGUAGE_FORMS, type LanguageForm } from '../../src/clinical/language-forms.ts'
import type { Caller } from '../../src/operations/define-operation.ts'
import { type Asked, openTestAssistant, type TestAssistant } from '../support/assistant.ts'

let assistant: TestAssistant
let asha: Caller
let reportId: string
/** What the clock shows, where a test sets it. */
let clock: Date | undefined

beforeAll(async () => {
  assistant = await openTestAssistant({ now: () => clock ?? new Date() })
  asha = await assistant.newPerson()
  await assistant.addReport(asha, {
    name: 'Old sugar test',
    date: '2025-09-10',
    results: [{ test: 'HbA1c', code: '4548-4', value: '7.4', unit: '%', low: 4, high: 5.6, flag: 'high' }],
  })
  reportId = await assistant.addReport(asha, {
    name: 'Full body checkup',
    date: '2026-03-12',
    results: [
      { test: 'Hemoglobin (Hb)', code: '718-7', value: '9.1', unit: 'g/dL', low: 12, high: 15, flag: 'low' },
      {
        test: 'Platelet Count',
        code: '777-3',
        value: '250000',
        unit: '/uL',
        low: 150000,
        high: 410000,
        flag: 'normal',
      },
      { test: 'HbA1c', code: '4548-4', value: '8.2', unit: '%', low: 4, high: 5.6, flag: 'high', page: 2 },
      { test: 'Creatinine', code: '2160-0', value: '0.9', unit: 'mg/dL', low: 0.6, high: 1.1, flag: 'normal', page: 2 },
    ],
  })
  await assistant.perform(asha, 'medications.add', {
    medication_name: 'Glycomet 500 SR',
    generic_name: 'Metformin',
    dosage: '500 mg',
    frequency: 'twice a day after food',
    prescribed_by: 'Dr. Meenakshi Sundaram',
    start_date: '2024-01-05',
  })
  await assistant.perform(asha, 'allergies.add', { substance: 'Penicillin', reaction: 'rash', severity: 'severe' })
  await assistant.perform(asha, 'conditions.add', {
    name: 'Type 2 diabetes',
    diagnosed_date: '2021-06-04',
    status: 'managed',
    severity: 'moderate',
  })
  await assistant.perform(asha, 'metrics.add', { metric_type: 'blood_pressure', value: '142/91' })
})

afterAll(() => assistant.close())

type InForms = Readonly<Record<LanguageForm, string>>

/** Questions with what the answer has to name, and words of the language that it has to be in. */
const QUESTIONS: readonly { readonly name: string; readonly ask: InForms; readonly names: readonly RegExp[] }[] = [
  {
    name: 'explains the newest report, abnormal values first',
    ask: {
      en: 'Please explain my report',
      hi: 'मेरी रिपोर्ट समझाइए',
      ta: 'என் ரிப்போர்ட்டை விளக்குங்கள்',
      'hi-Latn': 'meri report samjhao',
      'ta-Latn': 'en report-ai vilakkunga',
    },
    names: [/9\.1 g\/dL/, /8\.2 %/, /12.{1,14}15/, /4.{1,14}5\.6/, /(page|पेज|பக்கம்) 2/],
  },
  {
    name: 'names a value with unit, direction and range',
    ask: {
      en: 'What is my hemoglobin?',
      hi: 'मेरा हीमोग्लोबिन कितना है?',
      ta: 'என் ஹீமோகுளோபின் எவ்வளவு?',
      'hi-Latn': 'mera hemoglobin kitna hai',
      'ta-Latn': 'en hemoglobin evlo irukku',
    },
    names: [/9\.1 g\/dL/, /\blow\b|कम|குறைவு|\bkam\b|kammi/, /12.{1,14}15/],
  },
  {
    name: 'says whether a value is high',
    ask: {
      en: 'Is my creatinine high?',
      hi: 'क्या मेरा क्रिएटिनिन ज़्यादा है?',
      ta: 'என் கிரியேட்டினின் அதிகமா இருக்கா?',
      'hi-Latn': 'kya mera creatinine zyada hai?',
      'ta-Latn': 'en creatinine adhigama irukka?',
    },
    names: [/^(No|नहीं|இல்லை|Nahi|Illa)[.।]/, /0\.9 mg\/dL/],
  },
  {
    name: 'tells a trend',
    ask: {
      en: 'How has my HbA1c changed?',
      hi: 'मेरा एचबीए1सी कैसे बदला है?',
      ta: 'என் HbA1c எப்படி மாறி இருக்கிறது?',
      'hi-Latn': 'mera hba1c kaise badla hai',
      'ta-Latn': 'en hba1c eppadi maari irukku',
    },
    names: [/8\.2 %/, /7\.4 %/, /0\.8 %/, /2025/],
  },
  {
    name: 'lists medicines',
    ask: {
      en: 'Which medicines do I take?',
      hi: 'मैं कौन सी दवाइयाँ लेती हूँ?',
      ta: 'நான் என்ன மருந்துகள் எடுக்கிறேன்?',
      'hi-Latn': 'meri dawaiyan kaun si hain',
      'ta-Latn': 'naan enna marundhu edukkaren',
    },
    names: [/Glycomet 500 SR/, /500 mg/],
  },
  {
    name: 'lists allergies',
    ask: {
      en: 'What am I allergic to?',
      hi: 'मुझे किस चीज़ से एलर्जी है?',
      ta: 'எனக்கு எதற்கு ஒவ்வாமை?',
      'hi-Latn': 'mujhe kis cheez se allergy hai',
      'ta-Latn': 'enakku edhukku allergy',
    },
    names: [/Penicillin/],
  },
  {
    name: 'tells the whole record on one screen',
    ask: {
      en: 'summarise my health',
      hi: 'मेरे रिकॉर्ड में क्या है',
      ta: 'என் உடல்நிலை எப்படி இருக்கு',
      'hi-Latn': 'meri sehat kaisi hai',
      'ta-Latn': 'en health eppadi irukku',
    },
    names: [/Glycomet 500 SR/, /Penicillin/, /8\.2 %/],
  },
  {
    name: 'warns of a medicine that is kin to an allergy',
    ask: {
      en: 'can I take amoxicillin?',
      hi: 'क्या मैं एमोक्सिसिलिन ले सकती हूँ?',
      ta: 'நான் அமாக்சிசிலின் எடுக்கலாமா?',
      'hi-Latn': 'kya main augmentin le sakti hoon',
      'ta-Latn': 'amoxicillin edukalama',
    },
    names: [/^(Careful|सावधान|கவனம்|Savdhan|Gavanam)/, /Penicillin/, /doctor|डॉक्टर|மருத்துவர/],
  },
  {
    name: 'never advises stopping a medicine',
    ask: {
      en: 'Can I stop metformin now?',
      hi: 'क्या मैं मेटफॉर्मिन बंद कर दूँ?',
      ta: 'மெட்ஃபார்மின் நிறுத்தலாமா?',
      'hi-Latn': 'kya main metformin band kar du?',
      'ta-Latn': 'metformin niruthalama?',
    },
    names: [/do not stop|बंद मत कीजिए|நிறுத்தவோ|band mat kijiye|niruthavo/, /Glycomet 500 SR/],
  },
  {
    name: 'reads back the last blood pressure',
    ask: {
      en: "What's my BP?",
      hi: 'मेरा बीपी कितना है?',
      ta: 'என் பிபி எவ்வளவு?',
      'hi-Latn': 'mera bp kitna hai',
      'ta-Latn': 'en bp evlo',
    },
    names: [/142\/91 mmHg/],
  },
]

const SCRIPT: Readonly<Record<LanguageForm, RegExp>> = {
  en: /\b(your|you|the)\b/i,
  hi: /[\u0900-\u097f]{3}/u,
  ta: /[\u0b80-\u0bff]{3}/u,
  'hi-Latn': /\b(hai|hain|aapke|ki|yeh|mat)\b/i,
  'ta-Latn': /\b(unga|irukku|idhu|indha|record-la|illa|vendaam)\b/i,
}

describe.each(QUESTIONS)('the built-in assistant $name', ({ ask, names }) => {
  test.each(LANGUAGE_FORMS)('in %s', async (form) => {
    const { text, result } = await assistant.ask(asha, ask[form], form)
    for (const name of names) expect(text).toMatch(name)
    expect(text).toMatch(SCRIPT[form])
    expect(text, 'a claim of its own was withheld').not.toMatch(
      /could not find|नहीं मिली|பதிவில் இல்லை\)|nahi mil[ai]\)|record-la illa\)/,
    )
    if (form === 'hi-Latn' || form === 'ta-Latn') expect(text).not.toMatch(/[\u0900-\u0dff]/u)
    expect(result.model).toBe('swasthwrap-builtin')
    expect(result.confidence).toBeGreaterThan(0.5)
  })
})

test('an explained report cites the pages of its values, at the right places of the text', async () => {
  const { text, citations } = await assistant.ask(asha, 'Explain my report', 'en')
  const cited = citations.map(({ source, start, end }) => [source, text.slice(start, end)])
  expect(cited).toContainEqual([{ kind: 'document', documentId: reportId, page: 2 }, '8.2 %'])
  expect(cited).toContainEqual([{ kind: 'document', documentId: reportId, page: 1 }, '9.1 g/dL'])
})

test('a follow-up takes its subject from the question before', async () => {
  const history = [
    { kind: 'message', role: 'user', text: 'What is my HbA1c?', at: new Date() },
    { kind: 'message', role: 'assistant', text: 'Your HbA1c was 8.2 %.', at: new Date() },
  ] as const
  const { text, result } = await assistant.ask(asha, 'and last year?', 'en', { history })
  expect(result.intent).toBe('trend')
  expect(text).toMatch(/7\.4 %/)
})

test('a subject is kept over several turns', async () => {
  const { text } = await talk(asha, 'en', ['What is my HbA1c?', 'is that high?', 'and last year?'])
  expect(text).toMatch(/7\.4 %/)
})

test.each<[LanguageForm, string]>([
  ['en', 'can I take paracetamol with metformin'],
  ['hi', 'मेटफॉर्मिन के साथ पैरासिटामोल ले सकती हूँ'],
  ['ta', 'மெட்ஃபார்மினோடு பாராசிட்டமால் சாப்பிடலாமா'],
  ['hi-Latn', 'metformin ke saath paracetamol le sakti hu'],
  ['ta-Latn', 'metformin kooda paracetamol saapidalama'],
])('of two medicines the one that is not in the record is not passed over: %s', async (form, question) => {
  const { text } = await assistant.ask(asha, question, form)
  expect(text).toMatch(/paracetamol|पैरासिटामोल|பாராசிட்டமால்/i)
  expect(text).toMatch(/pharmac|दवा वाले|மருந்தாளர|dawa wale/)
  expect(text).toContain('Glycomet 500 SR')
})

describe('a reading that the person tells', () => {
  test.each<[LanguageForm, string]>([
    ['en', 'Log my BP 150/95'],
    ['hi', 'मेरा बीपी 150/95 लिख लो'],
    ['ta', 'என் பிபி 150/95 குறித்துக்கொள்'],
    ['hi-Latn', 'mera bp 150/95 likh lo'],
    ['ta-Latn', 'en bp 150/95 kurichuko'],
  ])('in %s waits for a yes and is not written', async (form, message) => {
    const bala = await assistant.newPerson()
    const { events, text } = await assistant.ask(bala, message, form)
    const called = events.find((event) => event.type === 'tool.called')
    expect(called).toMatchObject({ name: 'metrics.add', status: 'awaiting_confirmation' })
    expect(text).toMatch(/150\/95/)
    expect(text).toMatch(/“(yes|हाँ|ஆம்|haan|aama)”/i)
    const latest = await assistant.perform(bala, 'metrics.list', {})
    expect(latest['data']).toEqual([])
  })

  test('that nobody can have is questioned', async () => {
    const { text, events } = await assistant.ask(asha, 'log my BP 90/140', 'en')
    expect(text).toMatch(/does not look like a possible reading/)
    expect(events.some((event) => event.type === 'tool.called')).toBe(false)
  })
})

test('a question beyond the record is admitted to need a model', async () => {
  const { text } = await assistant.ask(asha, 'Who won the cricket world cup?', 'en')
  expect(text).toMatch(/language model/)
})

/** Talks about one thing in several messages: the last answer, and what it proposed. */
async function talk(person: Caller, form: LanguageForm, messages: readonly string[]) {
  const history: PastEntry[] = []
  let asked: Asked | undefined
  for (const text of messages) {
    asked = await assistant.ask(person, text, form, { history })
    const request = asked.result.entities['request'] as RequestState | undefined
    const at = new Date()
    history.push(
      { kind: 'message', role: 'user', text, at },
      { kind: 'message', role: 'assistant', text: asked.text, at, ...(request && { request }) },
    )
  }
  const proposed = asked?.events.flatMap((event) => (event.type === 'tool.called' ? [event] : [])) ?? []
  return { text: asked?.text ?? '', proposed }
}

describe('what the person wants done is proposed once everything is said', () => {
  test.each<[LanguageForm, readonly string[], string, object]>([
    [
      'en',
      ['book an appointment', 'dr iyer', 'on 4 March 2199', 'at 10:30'],
      'appointments.add',
      { doctor_name: 'Dr. Iyer', appointment_date: '2199-03-04', appointment_time: '10:30' },
    ],
    [
      'hi-Latn',
      ['dr meenakshi ke saath 4 March 2199 subah 9 baje appointment book karo'],
      'appointments.add',
      { doctor_name: 'Dr. Meenakshi', appointment_date: '2199-03-04', appointment_time: '09:00' },
    ],
    [
      'ta',
      ['டாக்டர் ஐயர் அப்பாயின்ட்மென்ட் புக் பண்ணுங்க', '4 மார்ச் 2199', 'மாலை 5 மணிக்கு'],
      'appointments.add',
      { appointment_date: '2199-03-04', appointment_time: '17:00' },
    ],
    [
      'ta-Latn',
      ['glycomet nyabagapaduthu', 'raathiri 9 mani'],
      'medications.reminders.add',
      { reminder_time: '21:00' },
    ],
    ['hi', ['सुबह 8 बजे दवा की याद दिलाओ'], 'medications.reminders.add', { reminder_time: '08:00' }],
    ['en', ['my goal is weight 65 kg by 30 June 2199'], 'goals.add', { target_value: '65', deadline: '2199-06-30' }],
    [
      'en',
      ['add my son Ravi 98400 12345 as emergency contact'],
      'emergency.contacts.add',
      { contact_name: 'Ravi', primary_phone: '9840012345', relationship: 'son' },
    ],
    [
      'hi-Latn',
      ['emergency contact add karo', 'Ravi', '9840012345', 'beta'],
      'emergency.contacts.add',
      { contact_name: 'Ravi', relationship: 'beta' },
    ],
    [
      'ta-Latn',
      ['telma 40 mg dhinamum oru thadava add pannu', 'Dr Iyer'],
      'medications.add',
      { medication_name: 'Telma', dosage: '40 mg', prescribed_by: 'Dr. Iyer' },
    ],
  ])('%s: %j', async (form, messages, operation, input) => {
    const { proposed, text } = await talk(asha, form, messages)
    expect(proposed).toMatchObject([{ name: operation, status: 'awaiting_confirmation', input }])
    expect(text, 'a claim of its own was withheld').not.toMatch(/could not find|नहीं मिली|பதிவில் இல்லை|nahi mila|illa\)/)
  })

  test('for which a yes names nobody', async () => {
    const { proposed, text } = await talk(asha, 'en', ['book an appointment', 'yes'])
    expect(proposed).toEqual([])
    expect(text).toMatch(/Which doctor/)
  })

  test.each<[LanguageForm, string, string, RegExp]>([
    ['en', 'book an appointment', 'cancel', /leave it/],
    ['hi', 'अपॉइंटमेंट बुक करो', 'रहने दो', /ठीक|रहने/],
    ['ta', 'அப்பாயின்ட்மென்ட் புக்', 'வேண்டாம்', /சரி/],
    ['hi-Latn', 'appointment book karo', 'rehne do', /theek|rehne/i],
    ['ta-Latn', 'appointment book pannu', 'vendaam', /seri|sari/i],
  ])('or is left off, in %s', async (form, first, leaves, words) => {
    const { proposed, text } = await talk(asha, form, [first, leaves])
    expect(proposed).toEqual([])
    expect(text).toMatch(words)
  })

  test('unless it turns to something else', async () => {
    const { proposed, text } = await talk(asha, 'en', ['book an appointment', 'what is my HbA1c?'])
    expect(proposed).toEqual([])
    expect(text).toMatch(/8\.2 %/)
  })
})

describe('a dose that the person tells', () => {
  test.each<[LanguageForm, string, string]>([
    ['en', 'took my metformin', 'taken'],
    ['hi', 'दवा ले ली', 'taken'],
    ['ta', 'மாத்திரை போட்டாச்சு', 'taken'],
    ['hi-Latn', 'le li', 'taken'],
    ['ta-Latn', 'eduthutten', 'taken'],
    ['en', 'I skipped metformin', 'skipped'],
    ['hi-Latn', 'glycomet nahi li', 'skipped'],
    ['ta-Latn', 'mathirai edukala', 'skipped'],
  ])('%s: %s', async (form, message, status) => {
    const { events, text } = await assistant.ask(asha, message, form)
    const [called] = events.filter((event) => event.type === 'tool.called')
    expect(called).toMatchObject({ name: 'medications.intake.add', status: 'awaiting_confirmation', input: { status } })
    expect(text).toContain('Glycomet 500 SR')
  })

  test.each<[LanguageForm, string]>([
    ['en', "haven't taken it yet"],
    ['hi', 'अभी नहीं ली'],
    ['ta', 'இன்னும் போடல'],
    ['hi-Latn', 'baad mein'],
    ['ta-Latn', 'apram podren'],
  ])('and has not taken yet is not noted (%s: %s)', async (form, message) => {
    const { events, text } = await assistant.ask(asha, message, form)
    expect(events.some((event) => event.type === 'tool.called')).toBe(false)
    expect(text).toMatch(/“(took it|ले ली|எடுத்துட்டேன்|le li|eduthutten)”/)
  })

  describe('in answer to a reminder', () => {
    let bala: Caller
    const medicines: Record<string, string> = {}
    beforeAll(async () => {
      clock = new Date('2027-03-10T06:00:00Z')
      bala = await assistant.newPerson()
      for (const [medication_name, times] of [
        ['Glycomet 500 SR', ['08:30', '22:00']],
        ['Telma 40', ['22:00']],
        ['Ecosprin 75', ['14:00']],
      ] as const) {
        const medicine = { medication_name, dosage: '1 tablet', frequency: 'daily', prescribed_by: 'Dr. Iyer' }
        const added = await assistant.perform(bala, 'medications.add', { ...medicine, start_date: '2027-01-05' })
        medicines[medication_name] = String(added['id'])
        for (const time_of_day of times) {
          await assistant.perform(bala, 'medications.schedules.add', { medication_id: added['id'], time_of_day })
        }
      }
    })
    afterAll(() => {
      clock = undefined
    })

    const evening = '2027-03-10T16:30:00.000Z'
    const bothInTheEvening = [
      ['Glycomet 500 SR', evening],
      ['Telma 40', evening],
    ]
    test.each<[string, string, LanguageForm, string, string, readonly (readonly string[])[]]>([
      ['two that are due', '22:05', 'hi-Latn', 'khaa li', 'taken', bothInTheEvening],
      ['two that are due', '22:05', 'en', 'took it', 'taken', bothInTheEvening],
      ['two that are due', '22:05', 'hi', 'दोनों ले ली', 'taken', bothInTheEvening],
      ['two that are due', '22:05', 'ta', 'போட்டேன்', 'taken', bothInTheEvening],
      ['two after midnight', '24:40', 'ta-Latn', 'mathirai potten', 'taken', bothInTheEvening],
      ['two that were forgotten', '24:40', 'hi', 'भूल गया', 'missed', bothInTheEvening],
      ['two that are left out', '22:05', 'ta-Latn', 'skip pannitten', 'skipped', bothInTheEvening],
      ['the one that is named', '22:05', 'hi-Latn', 'telma le li', 'taken', [['Telma 40', evening]]],
      [
        'the one that is named',
        '16:00',
        'en',
        'I took glycomet',
        'taken',
        [['Glycomet 500 SR', '2027-03-10T03:00:00.000Z']],
      ],
      ['the one that is due', '18:00', 'ta-Latn', 'saptuten', 'taken', [['Ecosprin 75', '2027-03-10T08:30:00.000Z']]],
    ] as const)('%s at %s (%s: %s)', async (_name, time, form, message, status, doses) => {
      const [hours, minutes] = time.split(':').map(Number)
      clock = new Date(Date.UTC(2027, 2, 10, (hours ?? 0) - 5, (minutes ?? 0) - 30))
      const { events, text } = await assistant.ask(bala, message, form)
      const called = events.filter((event) => event.type === 'tool.called')
      expect(called).toHaveLength(doses.length)
      for (const [name = '', scheduled_time] of doses) {
        const input = { medication_id: medicines[name], scheduled_time, status }
        expect(called.map((each) => each.input)).toContainEqual(expect.objectContaining(input))
      }
      for (const [name = ''] of doses) expect(text).toContain(name)
    })

    test.each<[LanguageForm, string]>([
      ['en', 'skip'],
      ['hi', 'ले ली'],
      ['hi-Latn', 'nahi li'],
    ])('with nothing due asks which one (%s: %s)', async (form, message) => {
      clock = new Date('2027-03-10T01:30:00Z')
      const { events, result } = await assistant.ask(bala, message, form)
      expect(events.some((event) => event.type === 'tool.called')).toBe(false)
      expect(result.suggestions).toHaveLength(3)
    })
  })

  test('of all medicines is one question', async () => {
    const bala = await assistant.newPerson()
    for (const medication_name of ['Telma 40', 'Ecosprin 75']) {
      const medicine = { medication_name, dosage: '1 tablet', frequency: 'once a day', prescribed_by: 'Dr. Iyer' }
      await assistant.perform(bala, 'medications.add', { ...medicine, start_date: '2024-01-05' })
    }
    const { text, events } = await assistant.ask(bala, 'I took all my tablets', 'en')
    expect(events.filter((event) => event.type === 'tool.called')).toHaveLength(2)
    expect(text).toMatch(/^Shall I note that you have taken [^\n]*Telma 40[^\n]*now\?[^\n]*$/)
    expect(text).toContain('Ecosprin 75')
    const unclear = await assistant.ask(bala, 'le li', 'hi-Latn')
    expect(unclear.text).toMatch(/Kaun si dawa/)
    expect(unclear.result.suggestions.toSorted()).toEqual(['Ecosprin 75 le li', 'Telma 40 le li'])
  })
})

test('an explained report leads with the worst organ, and names the organs', async () => {
  const bala = await assistant.newPerson()
  const flagged = { unit: 'mg/dL', low: 1, flag: 'high' }
  await assistant.addReport(bala, {
    name: 'Checkup',
    date: '2026-02-01',
    results: [
      { test: 'LDL', code: '13457-7', value: '130', high: 100, ...flagged },
      { test: 'Creatinine', code: '2160-0', value: '4.8', high: 1.1, ...flagged },
      { test: 'Urea', code: '3091-6', value: '60', high: 40, ...flagged },
    ],
  })
  const { text } = await assistant.ask(bala, 'explain my report', 'en')
  expect(text).toMatch(/Kidneys:\n• Creatinine[^\n]*\n• [^\n]*60[^\n]*\n\nFats and cholesterol:\n•/)
})

test.each<[LanguageForm, string, RegExp]>([
  ['hi-Latn', 'pichli report se compare karo', /8\.2 %[\s\S]*7\.4 %/],
  ['en', 'compare my reports', /8\.2 %[\s\S]*7\.4 %/],
  ['ta-Latn', 'en sugar koodi irukka?', /8\.2 %[\s\S]*7\.4 %/],
  ['en', 'what does high HbA1c mean', /^Your HbA1c/],
  ['en', 'log weight 72', /^Shall I save weight 72 kg/],
  ['en', 'I feel sad and lonely', /14416/],
])('%s: %s', async (form, question, words) => {
  expect((await assistant.ask(asha, question, form)).text).toMatch(words)
})

describe('a question about health in general is answered from the library, with its source', () => {
  test.each<[LanguageForm, string, RegExp]>([
    ['en', 'how to prevent dengue', /standing water[\s\S]*WHO, Dengue/],
    ['hi', 'डेंगू से बचाव कैसे करें', /मच्छर[\s\S]*WHO, Dengue/],
    ['ta', 'டெங்கு அறிகுறிகள் என்ன', /கொசு[\s\S]*WHO, Dengue/],
    ['hi-Latn', 'dengue ke lakshan kya hain', /^Dengue din mein kaatne wale machhar se[\s\S]*WHO, Dengue/],
    ['ta-Latn', 'dengue eppadi thadukkanum', /^Dengue pagalla kadikkira kosuvaala[\s\S]*WHO, Dengue/],
  ])('%s: %s', async (form, question, words) => {
    const { text, citations, result } = await assistant.ask(asha, question, form)
    expect(text).toMatch(words)
    if (form.endsWith('-Latn')) expect(text).not.toMatch(/[\u0900-\u0dff]/u)
    expect(result.intent).toBe('general')
    expect(citations.map(({ source }) => source.kind)).not.toContain('record')
  })

  test('and one that it has nothing on is not', async () => {
    const { text } = await assistant.ask(asha, 'how to prevent malaria', 'en')
    expect(text).not.toMatch(/Dengue/)
  })
})

test('what was said before is recalled, with its day', async () => {
  const bala = await assistant.newPerson()
  await assistant.addTalk(bala, [
    ['What is my sugar?', 'Your blood sugar was 180 mg/dL.', '2026-02-10T08:00:00Z'],
    ['Which medicines do I take?', 'Glycomet 500 SR, twice a day.', '2026-02-11T08:00:00Z'],
  ])
  const { text } = await assistant.ask(bala, 'what did we say about my sugar?', 'en')
  expect(text).toMatch(/10 February 2026[\s\S]*What is my sugar\?[\s\S]*180 mg\/dL/)
  expect(text).not.toContain('could not find')
  const hindi = await assistant.ask(bala, 'sugar ke baare mein kya baat hui thi', 'hi-Latn')
  expect(hindi.text).toMatch(/180 mg\/dL/)
})
