import { describe, expect, test } from 'vitest'
import { COMPLAINTS, type QuestionId } from '../../clinical/complaints/index.ts'
import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'
import { triage } from '../triage/index.ts'
import type { PastEntry } from '../turn/stages.ts'
import { tapsOf } from './answer-words.ts'
import { consultationOf } from './consultation.ts'
import { nextStep } from './next-step.ts'

const now = new Date('2026-03-12T10:00:00Z')

/** Talks to the consultation alone: what it asks after each message, and how urgent it has become. */
function talk(form: LanguageForm, messages: readonly string[], person: object = { ageYears: 40, sex: 'male' }) {
  const history: PastEntry[] = []
  return messages.map((text) => {
    const found = consultationOf({ text, form, history, now })
    history.push({ kind: 'message', role: 'user', text, at: now })
    if (found === undefined) {
      history.push({ kind: 'message', role: 'assistant', text: '…', at: now })
      return { asked: undefined, level: undefined, complaint: undefined }
    }
    const { level } = triage({ text: found.said.join('.\n'), form, person })
    const raised = found.least === 'urgent' && level !== 'emergency' ? 'urgent' : level
    const step = nextStep(found, { form, person, medicines: false, triage: { level: raised, redFlags: [] } })
    history.push({
      kind: 'message',
      role: 'assistant',
      text: '…',
      at: now,
      consultation: { complaint: step.complaint, asked: step.asked, open: step.question?.id ?? null },
    })
    return { asked: step.question?.id, level: raised, complaint: step.complaint }
  })
}

const asked = (form: LanguageForm, messages: readonly string[], person?: object) =>
  talk(form, messages, person).map((step) => step.asked)

describe('one question at a time, then advice', () => {
  test.each<[LanguageForm, readonly string[]]>([
    ['en', ['I have a fever', 'no', 'since yesterday', 'a little', 'nothing']],
    ['hi', ['मुझे बुखार है', 'नहीं', 'कल से', 'थोड़ा', 'कुछ नहीं']],
    ['ta', ['எனக்கு காய்ச்சல்', 'இல்லை', 'நேற்று முதல்', 'கொஞ்சம்', 'எதுவும் இல்லை']],
    ['hi-Latn', ['mujhe bukhar hai', 'nahi', 'kal se', 'thoda', 'kuch nahi']],
    ['ta-Latn', ['enakku kaichal', 'illa', 'nethula irundhu', 'konjam', 'edhuvum illa']],
  ])('in %s', (form, messages) => {
    expect(asked(form, messages)).toEqual(['red_flags', 'onset', 'severity', 'medicines', undefined])
  })

  test.each(LANGUAGE_FORMS)('every tap of every question is understood in %s', (form) => {
    const history = (id: QuestionId): PastEntry[] => [
      { kind: 'message', role: 'user', text: 'fever', at: now },
      {
        kind: 'message',
        role: 'assistant',
        text: '…',
        at: now,
        consultation: { complaint: 'fever', asked: ['red_flags', id], open: id },
      },
    ]
    for (const id of ['red_flags', 'onset', 'severity', 'age', 'pregnancy', 'medicines'] as const) {
      for (const tap of tapsOf(id, form)) {
        expect(consultationOf({ text: tap, form, history: history(id), now })?.complaint.id, tap).toBe('fever')
      }
    }
  })

  test('what was said at once is not asked', () => {
    expect(asked('en', ['mild fever since yesterday, age 42', 'no'])).toEqual(['red_flags', 'medicines'])
  })
})

describe('answers raise the level', () => {
  test.each<[string, LanguageForm, readonly string[], string]>([
    ['a danger sign confirmed', 'en', ['burning in my chest after food', 'yes'], 'emergency'],
    ['in Hindi', 'hi', ['मुझे बुखार है', 'हाँ'], 'emergency'],
    ['by a tap in romanised Tamil', 'ta-Latn', ['enakku kaichal', 'Aama'], 'emergency'],
    ['a sign that is named', 'en', ['I have a cough', 'there is blood in the phlegm, a lot'], 'emergency'],
    ['signs that nerves of the back are crushed', 'en', ['I have back pain', 'yes'], 'emergency'],
    ['what cannot be borne', 'en', ['I have back pain', 'no', 'today', 'too much to work or sleep'], 'urgent'],
    ['a pregnancy', 'en', ['I have a fever', 'no', 'today', 'a little', 'yes'], 'urgent'],
  ])('%s', (_name, form, messages, level) => {
    const person = messages.length === 5 ? { ageYears: 28, sex: 'female' } : { ageYears: 40, sex: 'male' }
    expect(talk(form, messages, person).at(-1)?.level).toBe(level)
  })

  test('a no lowers nothing and raises nothing', () => {
    expect(talk('en', ['I have a fever', 'no', 'no']).map(({ level }) => level)).toEqual([
      'self_care',
      'self_care',
      'self_care',
    ])
  })

  test('what a doctor has to see today is not held up by more than the danger signs', () => {
    expect(asked('en', ['I have had fever for 6 days', 'no'])).toEqual(['red_flags', undefined])
  })

  test.each(COMPLAINTS.map(({ id, dangerSaid }) => [id, dangerSaid]))(
    'the danger signs of %s are understood',
    (_id, said) => {
      // The signs of these are told apart only when they are named; a bare yes is urgent by itself.
      if (_id === 'rash' || _id === 'back_pain') return expect(said).not.toBe('')
      return expect(['urgent', 'emergency']).toContain(triage({ text: said, form: 'en' }).level)
    },
  )
})

describe('who talks of something else', () => {
  test.each<[LanguageForm, string]>([
    ['en', 'show my last report'],
    ['en', 'what medicines do I take?'],
    ['hi-Latn', 'sugar 140 likh lo'],
    ['ta-Latn', 'adutha appointment eppo'],
  ])('is not held to the question (%s: %s)', (form, message) => {
    const start = { en: 'I have a fever', 'hi-Latn': 'mujhe bukhar hai', 'ta-Latn': 'enakku kaichal' }[form as 'en']
    expect(asked(form, [start, message])[1]).toBeUndefined()
  })

  test('and comes back, is not asked twice', () => {
    expect(asked('en', ['I have a fever', 'no', 'show my last report', 'the fever is still there'])).toEqual([
      'red_flags',
      'onset',
      undefined,
      'severity',
    ])
  })

  test.each(['show my fever readings in the report', 'can I stop paracetamol for fever?', 'log temperature 101 fever'])(
    'a question about the record is no complaint: %s',
    (message) => {
      expect(asked('en', [message])).toEqual([undefined])
    },
  )

  test.each<[LanguageForm, string, string]>([
    ['en', 'burning in my chest after food', 'my knee hurts'],
    ['hi', 'सीने में जलन है', 'घुटने में दर्द है'],
    ['ta', 'நெஞ்சு எரிச்சல் இருக்கு', 'முட்டி வலிக்குது'],
    ['hi-Latn', 'seene mein jalan hai', 'ghutne mein dard'],
    ['ta-Latn', 'nenju erichal irukku', 'mutti valikudhu'],
  ])('and of another complaint is asked about that (%s: %s, %s)', (form, first, other) => {
    const said = talk(form, [first, other])
    expect(said.map(({ complaint }) => complaint)).toEqual(['chest_discomfort', 'joint_pain'])
    expect(said[1]?.asked).toBe('red_flags')
  })

  test.each<[LanguageForm, readonly string[], string]>([
    ['en', ['I have a headache', 'fever and a stiff neck'], 'headache'],
    ['hi-Latn', ['sir dard hai', 'haan bukhar bhi hai'], 'headache'],
    ['en', ['I have a cough', 'no', 'since two days, with fever'], 'cough'],
    ['en', ['I have a fever', 'no', 'today', 'a little', 'paracetamol for headache'], 'fever'],
  ])('and names one in an answer is still answering (%s: %j)', (form, messages, complaint) => {
    expect(talk(form, messages).at(-1)?.complaint).toBe(complaint)
  })

  test.each<[LanguageForm, string, string]>([
    ['en', 'I have gas in my stomach', 'heartburn since morning'],
    ['hi', 'पेट में गैस है', 'सीने में जलन है'],
    ['ta', 'வயிற்றில் வாயு இருக்கு', 'நெஞ்செரிச்சல் இருக்கு'],
    ['hi-Latn', 'pet mein gas', 'seene mein jalan, gas'],
    ['ta-Latn', 'vayitrula gas irukku', 'nenjerichal irukku'],
  ])('wind in the belly is none in the chest (%s: %s; %s)', (form, belly, chest) => {
    expect(talk(form, [belly])[0]?.complaint).toBe('abdominal_pain')
    expect(talk(form, [chest])[0]?.complaint).toBe('chest_discomfort')
  })

  test('yesterday is over', () => {
    const at = new Date(now.getTime() - 20 * 60 * 60_000)
    const history: PastEntry[] = [
      { kind: 'message', role: 'user', text: 'I have a fever', at },
      {
        kind: 'message',
        role: 'assistant',
        text: '…',
        at,
        consultation: { complaint: 'fever', asked: ['red_flags'], open: 'red_flags' },
      },
    ]
    expect(consultationOf({ text: 'yes', form: 'en', history, now })).toBeUndefined()
  })
})
