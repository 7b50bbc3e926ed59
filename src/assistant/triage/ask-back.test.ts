import { describe, expect, test } from 'vitest'
import { COMPLAINT_IDS, COMPLAINTS, QUESTIONS } from '../../clinical/complaints/index.ts'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import { FINDINGS } from '../../clinical/red-flags/index.ts'
import { detectLanguage } from '../language/index.ts'
import { adviceOn, complaintOf, openQuestions } from './ask-back.ts'

describe('complaintOf', () => {
  test.each([
    ['I have a fever', 'fever'],
    ['mujhe sir dard hai', 'headache'],
    ['வயிறு வலிக்குது', 'abdominal_pain'],
    ['irumal irukku', 'cough'],
    ['चक्कर आ रहे हैं', 'dizziness'],
    ['loose motions since morning', 'diarrhoea_vomiting'],
    ['khujli ho rahi hai', 'rash'],
    ['mudhugu vali', 'back_pain'],
    ['पेशाब में जलन', 'urinary'],
    ['burning in my chest after food', 'chest_discomfort'],
    ['naak beh rahi hai', 'sore_throat'],
    ['karpama iruken, enna saapidalam', 'pregnancy'],
    ['mujhe thakan rehti hai', 'fatigue'],
    ['எனக்கு ரொம்ப சோர்வா இருக்கு', 'fatigue'],
    ['ghutne mein dard hai', 'joint_pain'],
    ['மூட்டு வலி', 'joint_pain'],
    ['thookam varala', 'sleeplessness'],
    ['नींद नहीं आती', 'sleeplessness'],
  ])('%s is about %s', (text, id) => {
    expect(complaintOf(text, detectLanguage(text).form)?.id).toBe(id)
  })

  test.each(['show my last report', 'no fever and no cough', 'मेरी शुगर कितनी है'])('%s is no complaint', (text) => {
    expect(complaintOf(text, detectLanguage(text).form)).toBeUndefined()
  })
})

describe('openQuestions', () => {
  const fever = COMPLAINTS.find(({ id }) => id === 'fever')!
  const ask = (messages: string[], more: object = {}) =>
    openQuestions({ complaint: fever, messages, form: 'en', person: {}, asked: [], ...more }).map(({ id }) => id)

  test('asks for everything that was left out, danger signs first', () => {
    expect(ask(['I have a fever'])).toEqual(['red_flags', 'age', 'onset', 'severity', 'pregnancy', 'medicines'])
  })

  test('does not ask for what was said, what the record knows, or what was asked', () => {
    expect(ask(['mild fever for 3 days'], { person: { ageYears: 40, sex: 'male' }, asked: ['red_flags'] })).toEqual([
      'medicines',
    ])
    expect(ask(['my 3 year old boy has fever'])).not.toContain('pregnancy')
  })

  test('asks in the form of the person', () => {
    const [first] = openQuestions({ complaint: fever, messages: ['kaichal'], form: 'ta-Latn', person: {}, asked: [] })
    expect(first?.text).toMatch(/irukka\?$/)
  })
})

describe('the texts', () => {
  test.each(LANGUAGE_FORMS)('are all there in %s, in its own letters', (form) => {
    const own = { en: /[a-z]/, hi: /[ऀ-ॿ]/, ta: /[஀-௿]/, 'hi-Latn': /[a-z]/, 'ta-Latn': /[a-z]/ }[form]
    for (const complaint of COMPLAINTS) {
      const { selfCare, watchFor, source } = adviceOn(complaint, form)
      for (const text of [selfCare, watchFor, complaint.redFlagQuestion[form], complaint.name[form]]) {
        expect(text).toMatch(own)
        if (form.endsWith('-Latn') || form === 'en') expect(text).not.toMatch(/[ऀ-௿]/)
      }
      expect(source.length).toBeGreaterThan(10)
    }
    for (const text of Object.values(QUESTIONS)) expect(text[form]).toMatch(own)
  })

  test('every complaint has its set, resting on findings that there are', () => {
    expect(COMPLAINTS.map(({ id }) => id)).toEqual([...COMPLAINT_IDS])
    expect(COMPLAINTS.flatMap(({ findings }) => findings).filter((name) => !(name in FINDINGS))).toEqual([])
    for (const { questions } of COMPLAINTS) expect(questions[0]).toBe('red_flags')
  })
})
