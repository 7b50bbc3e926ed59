import { describe, expect, test } from 'vitest'
import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'
import { type Intent, readQuestion } from './question.ts'

type InForms = readonly [en: string, hi: string, ta: string, hiLatn: string, taLatn: string]

const MESSAGES: readonly (readonly [Intent, InForms])[] = [
  ['greeting', ['hello', 'नमस्ते', 'வணக்கம்', 'namaste', 'vanakkam']],
  ['thanks', ['thank you so much', 'बहुत धन्यवाद', 'மிக்க நன்றி', 'bahut shukriya', 'romba nandri']],
  [
    'capabilities',
    [
      'what can you do?',
      'आप क्या कर सकते हैं?',
      'உன்னால் என்ன செய்ய முடியும்?',
      'aap kya kar sakte ho',
      'neenga enna panna mudiyum',
    ],
  ],
  [
    'value',
    [
      'what is my creatinine',
      'मेरा क्रिएटिनिन कितना है',
      'என் கிரியேட்டினின் எவ்வளவு',
      'mera creatinine kitna hai',
      'en creatinine evlo',
    ],
  ],
  [
    'trend',
    [
      'how has my weight changed',
      'मेरा वज़न कैसे बदला है',
      'என் எடை எப்படி மாறி இருக்கு',
      'mera weight kaise badla',
      'en weight eppadi maari irukku',
    ],
  ],
  ['explain_report', ['explain my report', 'मेरी रिपोर्ट समझाओ', 'ரிப்போர்ட்டை விளக்கு', 'report samjhao', 'report vilakku']],
  [
    'medications',
    ['list my medicines', 'मेरी दवाइयाँ दिखाओ', 'என் மருந்துகளைக் காட்டு', 'meri dawai dikhao', 'en marundhu kaattu'],
  ],
  [
    'due_doses',
    [
      'which tablets are due today',
      'आज कौन सी दवा बाकी है',
      'இன்று எந்த மாத்திரை பாக்கி',
      'aaj kaun si dawa baki hai',
      'innaiku endha mathirai baaki',
    ],
  ],
  [
    'medication_safety',
    [
      'can I stop metformin',
      'क्या मेटफॉर्मिन बंद कर दूँ',
      'மெட்ஃபார்மின் நிறுத்தலாமா',
      'metformin band kar du kya',
      'metformin niruthalama',
    ],
  ],
  [
    'allergies',
    ['what am I allergic to', 'मुझे किससे एलर्जी है', 'எனக்கு என்ன ஒவ்வாமை', 'mujhe kis se allergy hai', 'enakku enna allergy'],
  ],
  [
    'conditions',
    [
      'do I have diabetes',
      'क्या मुझे मधुमेह है',
      'எனக்கு நீரிழிவு இருக்கா',
      'kya mujhe diabetes hai',
      'enakku neerizhivu irukka',
    ],
  ],
  [
    'appointments',
    [
      'when is my next appointment',
      'मेरा अगला अपॉइंटमेंट कब है',
      'அடுத்த அப்பாயின்ட்மென்ட் எப்போது',
      'agla appointment kab hai',
      'adutha appointment eppo',
    ],
  ],
  [
    'log_reading',
    ['log my sugar 140', 'मेरी शुगर 140 लिख लो', 'என் சர்க்கரை 140 குறித்துக்கொள்', 'sugar 140 likh lo', 'sugar 140 kurichuko'],
  ],
  [
    'judge_reading',
    ['is 150/95 high?', '150/95 ज़्यादा है क्या?', '150/95 அதிகமா?', '150/95 zyada hai kya?', '150/95 adhigama?'],
  ],
  ['symptom', ['I have a headache', 'मुझे सिरदर्द है', 'எனக்கு தலைவலி', 'mujhe sir dard hai', 'enakku thalai vali']],
  ['agree', ['yes please', 'हाँ', 'ஆமாம்', 'haan', 'aamam']],
  [
    'other',
    ['who is the prime minister', 'प्रधानमंत्री कौन है', 'பிரதமர் யார்', 'pradhan mantri kaun hai', 'pradhamar yaaru'],
  ],
]

describe.each(MESSAGES)('%s', (intent, forms) => {
  test.each(LANGUAGE_FORMS.map((form, at): [LanguageForm, string] => [form, forms[at] ?? '']))(
    'in %s: %s',
    (form, text) => {
      expect(readQuestion(text, form).intent).toBe(intent)
    },
  )
})

const said = (text: string) => ({ kind: 'message', role: 'user', text, at: new Date() }) as const

describe('what is not said is taken from the conversation', () => {
  test.each<[LanguageForm, string, string]>([
    ['en', 'What is my HbA1c?', 'and last year?'],
    ['hi', 'मेरा हीमोग्लोबिन कितना है?', 'और पिछले साल?'],
    ['ta', 'என் ஹீமோகுளோபின் எவ்வளவு?', 'போன வருஷம்?'],
    ['hi-Latn', 'mera hemoglobin kitna hai', 'aur pichle saal?'],
    ['ta-Latn', 'en hemoglobin evlo', 'pona varusham?'],
  ])('%s: %s %s', (form, before, now) => {
    const question = readQuestion(now, form, [said(before)])
    expect(question).toMatchObject({ intent: 'trend', fromHistory: true })
    expect(question.measures.length).toBeGreaterThan(0)
  })

  test('a message with a subject of its own needs nothing', () => {
    expect(readQuestion('what am I allergic to', 'en', [said('What is my HbA1c?')])).toMatchObject({
      intent: 'allergies',
      fromHistory: false,
      measures: [],
    })
  })
})

test('an attached document is what an unclear question is about', () => {
  expect(readQuestion('what does this mean', 'en', [], true).intent).toBe('explain_report')
})

test.each(['S.G.O.T.', 'RDWCV', 'Tot Bilirubin'])('a test is known by the name that reports print: %s', (name) => {
  expect(readQuestion(`What is my ${name}?`, 'en').measures.length).toBeGreaterThan(0)
})

test.each<[string, LanguageForm, string]>([
  ['see you later', 'en', 'goodbye'],
  ['took it after lunch', 'en', 'record_intake'],
  ['nashte ke baad le li', 'hi-Latn', 'record_intake'],
  ['lunch ku apram potuten', 'ta-Latn', 'record_intake'],
])('“%s” (%s) is %s', (text, form, intent) => {
  expect(readQuestion(text, form).intent).toBe(intent)
})

/** How people answer a reminder of a dose: what it was that they did. */
const DOSE_ANSWERS: readonly (readonly [string, LanguageForm, readonly string[]])[] = [
  ['act.took', 'en', ['took it', 'taken', 'I have had my tablet', 'just took it', 'had it', 'took both']],
  ['act.took', 'hi', ['ले ली', 'ले लिया जी', 'हाँ ले ली', 'गोली खा ली', 'दवाई खा ली है', 'दोनों ले ली', 'लेली']],
  ['act.took', 'ta', ['போட்டேன்', 'எடுத்துட்டேன்', 'எடுத்துக்கிட்டேன்', 'மாத்திரை சாப்பிட்டேன்', 'மருந்து எடுத்தாச்சு', 'ரெண்டும் போட்டுட்டேன்']],
  ['act.took', 'hi-Latn', ['le li', 'le lee', 'leli', 'khaa li', 'le liya bhai', 'dawai le li', 'haan le li', 'abhi le li', 'le li thi']],
  ['act.took', 'ta-Latn', ['eduthutten', 'eduthuttaen', 'eduthukiten', 'pottuten', 'mathirai potten', 'saptuten', 'aama potuten', 'rendum potuten']],
  ['act.skip', 'en', ['skip', 'skipped it', 'I did not take it', "didn't take it", 'missed it']],
  ['act.skip', 'hi', ['नहीं ली', 'दवा नहीं ली', 'आज छोड़ दी']],
  ['act.skip', 'ta', ['எடுக்கல', 'போடல', 'ஸ்கிப் பண்ணிட்டேன்', 'விட்டுட்டேன்']],
  ['act.skip', 'hi-Latn', ['nahi li', 'nai li', 'dawa nahi li', 'chhod di', 'skip kar diya']],
  ['act.skip', 'ta-Latn', ['edukala', 'mathirai podala', 'skip pannitten', 'vittuten']],
  ['act.forgot', 'en', ['I forgot', 'forgot to take it']],
  ['act.forgot', 'hi', ['भूल गया', 'दवा लेना भूल गई']],
  ['act.forgot', 'ta', ['மறந்துட்டேன்', 'மாத்திரை போட மறந்துட்டேன்']],
  ['act.forgot', 'hi-Latn', ['bhool gaya', 'dawa lena bhul gayi']],
  ['act.forgot', 'ta-Latn', ['marandhutten', 'poda marandhuten']],
  ['act.later', 'en', ["haven't taken it yet", 'not yet', 'will take it later']],
  ['act.later', 'hi', ['बाद में लूँगा', 'अभी नहीं ली']],
  ['act.later', 'ta', ['அப்புறம் போடுறேன்', 'இன்னும் எடுக்கல']],
  ['act.later', 'hi-Latn', ['baad mein', 'thodi der mein', 'abhi nahi li']],
  ['act.later', 'ta-Latn', ['apram', 'innum podala', 'appuram edukaren']],
] // biome-ignore format: a list

test.each(DOSE_ANSWERS.flatMap(([act, form, said]) => said.map((text) => [text, form, act] as const)))(
  '“%s” (%s) answers a reminder: %s',
  (text, form, act) => {
    const { intent, concepts } = readQuestion(text, form)
    const acts = concepts.map(({ id }) => id)
    expect(acts).toContain(act)
    for (const other of ['act.took', 'act.skip', 'act.forgot', 'act.later']) {
      if (other !== act) expect(acts).not.toContain(other)
    }
    // What is still to be taken is noted as nothing.
    expect(intent).toBe(act === 'act.later' ? 'decline' : 'record_intake')
  },
)

test.each<[string, LanguageForm]>([
  ['did I take my tablet', 'en'],
  ['maine dawa le li kya', 'hi-Latn'],
  ['dawa bhool gaya to kya karu', 'hi-Latn'],
  ['can I skip metformin', 'en'],
  ['remind me later to take metformin', 'en'],
  ['I had my lunch', 'en'],
  ['I skipped breakfast', 'en'],
  ['forgot my password', 'en'],
  ['maine nashta kha liya', 'hi-Latn'],
  ['नाश्ता खा लिया', 'hi'],
  ['idli sapten', 'ta-Latn'],
  ['இட்லி சாப்பிட்டேன்', 'ta'],
])('“%s” (%s) notes no dose', (text, form) => {
  expect(readQuestion(text, form).intent).not.toBe('record_intake')
})
