import { describe, expect, test } from 'vitest'
import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'
import type { UrgencyLevel } from '../../clinical/red-flags/index.ts'
import { detectLanguage } from '../language/index.ts'
import { triage } from './triage.ts'

const levelOf = (text: string): UrgencyLevel => triage({ text, form: detectLanguage(text).form }).level

/** The same said in five forms. */
const inFiveForms: readonly (readonly [string, UrgencyLevel, Readonly<Record<LanguageForm, string>>])[] = [
  [
    'chest pain',
    'emergency',
    {
      en: 'my chest hurts',
      hi: 'सीने में दर्द है',
      ta: 'நெஞ்சு வலிக்குது',
      'hi-Latn': 'seene mein dard hai',
      'ta-Latn': 'nenju valikudhu',
    },
  ],
  [
    'stroke',
    'emergency',
    {
      en: 'her face is drooping',
      hi: 'मुँह टेढ़ा हो गया',
      ta: 'வாய் கோணிடுச்சு',
      'hi-Latn': 'muh tedha ho gaya',
      'ta-Latn': 'vaai konidichu',
    },
  ],
  [
    'breath',
    'emergency',
    {
      en: "I can't breathe",
      hi: 'साँस नहीं आ रही',
      ta: 'மூச்சு விட முடியல',
      'hi-Latn': 'saans nahi aa rahi',
      'ta-Latn': 'moochu vida mudiyala',
    },
  ],
  [
    'bleeding',
    'emergency',
    {
      en: 'the bleeding will not stop',
      hi: 'खून रुक नहीं रहा',
      ta: 'ரத்தம் நிக்கவே இல்லை',
      'hi-Latn': 'khoon ruk nahi raha',
      'ta-Latn': 'ratham nikkala',
    },
  ],
  [
    'unconscious',
    'emergency',
    {
      en: 'he is not waking up',
      hi: 'वो बेहोश हैं',
      ta: 'மயங்கி விழுந்துட்டார்',
      'hi-Latn': 'wo behosh hai',
      'ta-Latn': 'mayangi vizhundhutaar',
    },
  ],
  [
    'poison',
    'emergency',
    {
      en: 'she drank phenyl',
      hi: 'उसने फिनाइल पी लिया',
      ta: 'பினாயில் குடிச்சிட்டா',
      'hi-Latn': 'usne phenyl pi liya',
      'ta-Latn': 'phenyl kudichita',
    },
  ],
  [
    'snake',
    'emergency',
    {
      en: 'a snake bit me',
      hi: 'साँप ने काट लिया',
      ta: 'பாம்பு கடிச்சிடுச்சு',
      'hi-Latn': 'saanp ne kaat liya',
      'ta-Latn': 'paambu kadichiduchu',
    },
  ],
  [
    'self-harm',
    'emergency',
    {
      en: 'I want to die',
      hi: 'मैं मरना चाहता हूँ',
      ta: 'சாகணும் போல இருக்கு',
      'hi-Latn': 'main marna chahta hu',
      'ta-Latn': 'saaganum pola irukku',
    },
  ],
  [
    'pregnancy',
    'emergency',
    {
      en: 'I am pregnant and bleeding',
      hi: 'गर्भवती हूँ और खून आ रहा है',
      ta: 'கர்ப்பமா இருக்கேன் ரத்தம் வருது',
      'hi-Latn': 'pregnant hu aur khoon aa raha hai',
      'ta-Latn': 'karpama iruken ratham varudhu',
    },
  ],
  [
    'newborn',
    'emergency',
    {
      en: 'my newborn has fever',
      hi: 'नवजात को बुखार है',
      ta: 'பிறந்த குழந்தைக்கு காய்ச்சல்',
      'hi-Latn': 'navjat ko bukhar hai',
      'ta-Latn': 'pirandha kuzhandhaiku kaichal',
    },
  ],
  [
    'denied pain',
    'self_care',
    {
      en: 'no chest pain',
      hi: 'सीने में दर्द नहीं है',
      ta: 'நெஞ்சு வலி இல்லை',
      'hi-Latn': 'seene mein dard nahi hai',
      'ta-Latn': 'nenju vali illai',
    },
  ],
  [
    'denied breathlessness',
    'self_care',
    {
      en: 'no breathing difficulty',
      hi: 'साँस लेने में कोई दिक्कत नहीं',
      ta: 'மூச்சு திணறல் இல்லை',
      'hi-Latn': 'saans lene mein koi dikkat nahi',
      'ta-Latn': 'moochu thinaral illa',
    },
  ],
  [
    'long past',
    'self_care',
    {
      en: 'I had a heart attack ten years ago',
      hi: 'दस साल पहले दिल का दौरा पड़ा था',
      ta: 'பத்து வருஷம் முன்னாடி மாரடைப்பு வந்துச்சு',
      'hi-Latn': 'das saal pehle heart attack aaya tha',
      'ta-Latn': 'pathu varusham munnadi heart attack vandhuchu',
    },
  ],
  [
    'information',
    'self_care',
    {
      en: 'what are the signs of a stroke?',
      hi: 'लकवे के लक्षण क्या हैं?',
      ta: 'பக்கவாதத்தின் அறிகுறிகள் என்ன?',
      'hi-Latn': 'stroke ke lakshan kya hai',
      'ta-Latn': 'stroke arigurigal enna',
    },
  ],
  [
    'figure of speech',
    'self_care',
    {
      en: 'my head is killing me',
      hi: 'सर फट रहा है',
      ta: 'தலை வெடிக்குது',
      'hi-Latn': 'sar phat raha hai',
      'ta-Latn': 'thala vedikudhu',
    },
  ],
  [
    'dog bite',
    'urgent',
    {
      en: 'a dog bit my leg',
      hi: 'कुत्ते ने पैर में काट लिया',
      ta: 'நாய் கால்ல கடிச்சிடுச்சு',
      'hi-Latn': 'kutte ne pair me kaat liya',
      'ta-Latn': 'naai kaalla kadichiduchu',
    },
  ],
  [
    'cold',
    'self_care',
    {
      en: 'runny nose since yesterday',
      hi: 'कल से नाक बह रही है',
      ta: 'நேத்துல இருந்து மூக்கு ஒழுகுது',
      'hi-Latn': 'kal se naak beh rahi hai',
      'ta-Latn': 'nethula irundhu mooku ozhugudhu',
    },
  ],
]

describe('triage in five forms', () => {
  for (const [name, level, texts] of inFiveForms)
    test.each(LANGUAGE_FORMS)(`${name} in %s is ${level}`, (form) => {
      expect(levelOf(texts[form])).toBe(level)
    })
})

describe('what is said about a red flag', () => {
  test.each<[string, UrgencyLevel]>([
    ['No fever, but I am struggling to breathe', 'emergency'],
    ['ten years ago I had a bypass, now my chest is hurting again', 'emergency'],
    ['chest pain but my family says it is nothing', 'emergency'],
    ['seene mein dard hai, goli le lun ya nahi?', 'emergency'],
    ['no fever, cough or chest pain', 'self_care'],
    ["I'm dying to know my results", 'self_care'],
    ['this heat is killing me and I want to die', 'emergency'],
    ['what are the signs of a stroke? My father has slurred speech', 'emergency'],
    ['chest is fine, ear pain only', 'self_care'],
    ['chst pian and swetting', 'emergency'],
    ['sine me drd aur psina', 'emergency'],
    ['no bleeding, a small scratch', 'self_care'],
    ['I am confused about the diet plan', 'self_care'],
    ['I am not feeling suicidal', 'routine'],
  ])('%s is %s', (text, level) => {
    expect(levelOf(text)).toBe(level)
  })

  test('a named method says more, not less: it counts even in a question', () => {
    expect(levelOf('how many sleeping pills does it take to die')).toBe('emergency')
    const named = triage({ text: 'I want to die, I will jump off the bridge', form: 'en' })
    expect(named.redFlags.filter(({ category }) => category === 'self_harm').length).toBeGreaterThan(1)
  })
})

describe('whom it is about', () => {
  test.each([
    ['my father has chest pain', 'father'],
    ['meri maa behosh ho gayi', 'mother'],
    ['குழந்தைக்கு காய்ச்சல்', 'child'],
    ['I have chest pain', 'self'],
    ['he is not breathing', 'other'],
  ])('%s: %s', (text, subject) => {
    expect(triage({ text, form: detectLanguage(text).form }).subject).toBe(subject)
  })

  test('the person of the record shifts thresholds only where the message is about them', () => {
    const fever = (text: string): UrgencyLevel => triage({ text, form: 'en', person: { pregnant: true } }).level
    expect(fever('I am bleeding')).toBe('emergency')
    expect(triage({ text: 'I am bleeding', form: 'en' }).level).toBe('urgent')
    expect(fever('my father is bleeding')).toBe('urgent')
  })
})

describe('measurements', () => {
  test.each<[string, UrgencyLevel]>([
    ['BP 190/125', 'emergency'],
    ['बीपी २००/१३०', 'emergency'],
    ['sugar 40', 'emergency'],
    ['SpO2 85', 'emergency'],
    ['BP 120/80 and sugar 98', 'self_care'],
    ['sugar patient for 40 years', 'self_care'],
  ])('%s is %s', (text, level) => {
    expect(levelOf(text)).toBe(level)
  })

  test('a logged reading raises whatever the message says, and an ordinary one lowers nothing', () => {
    const low = { type: 'oxygen_saturation', reading: { value: 85 }, unit: '%' } as const
    const good = { type: 'oxygen_saturation', reading: { value: 98 }, unit: '%' } as const
    expect(triage({ text: 'hello', form: 'en', readings: [low] }).level).toBe('emergency')
    expect(triage({ text: 'my chest hurts', form: 'en', readings: [good] }).level).toBe('emergency')
  })
})

test('every red flag names its rule, its source and the words it rests on', () => {
  const { redFlags } = triage({ text: 'since morning I have chest pain', form: 'en' })
  expect(redFlags[0]).toMatchObject({ id: 'chest_pain', category: 'cardiac', matched: 'chest pain' })
  expect(redFlags.every(({ source }) => source.length > 10)).toBe(true)
})

describe('how people write', () => {
  test.each<[string, UrgencyLevel, string]>([
    ['an English word in Devanagari', 'emergency', 'पापा को हार्ट अटैक आया है'],
    ['an English word in Tamil letters, with an ending', 'emergency', 'அப்பாவுக்கு செஸ்ட்ல பெயின் இருக்கு'],
    ['a Tamil word with its first letter doubled before the next', 'emergency', 'நெஞ்சைப் பிடிச்சுட்டு உட்கார்ந்துட்டார்'],
    ['a Tamil stem with a vowel for its ending', 'emergency', 'ஒரு வயசு குழந்தை வாந்தி எடுக்குது, யூரினே போகல'],
    ['a Hindi word typed in letters that no list has', 'emergency', 'chhaatee mein dabaav mahsoos ho rahaa hai'],
    ['short forms', 'emergency', 'saans nhi aa rhi h'],
    ['letters held down', 'emergency', 'heeelp my chest hurrrts'],
    ['fillers between the words', 'emergency', 'chhati me aisa lag rha jaise koi dabaa raha ho'],
    ['a fraction of a month', 'emergency', 'डेढ़ महीने की बच्ची को बुखार'],
    ['a dash in a blood pressure', 'emergency', 'bp 210-130'],
    ['"by" in a blood pressure', 'emergency', 'pressure 200 by 125 kaatudhu'],
    ['a unit that looks like a dose', 'emergency', 'sugar 40 mg/dl'],
    ['a temperature that is not named', 'emergency', '3 week old feels unwell, 101 F'],
  ])('%s', (_, level, text) => expect(levelOf(text)).toBe(level))

  test.each<[string, string]>([
    ['neither … nor', 'na seene me dard hai na saans ki dikkat, bas thakan'],
    ['neither … nor, in Devanagari', 'न सीने में दर्द है न साँस की तकलीफ, बस थकान है'],
    ['past and well now', '5 saal pehle daure padte the ab dawa se theek hai'],
    ['a film', 'movie me hero zeher pi ke mar jata hai'],
    ['an essay', 'my daughter is writing an essay on drowning prevention'],
    ['a bill', 'bijli ka bill dekh ke heart attack aa gaya'],
    ['hair, whose word is near to a blow', 'bike otta mudiyala, mudi kottudhu'],
    ['father, whose word is near to beating', 'mere pati ke pita ji chai peete hai'],
    ['blood of which nothing flows', 'my blood group is O positive, red blood cells normal'],
    ['living with somebody', "I don't want to live with my in-laws"],
  ])('%s is no emergency', (_, text) => expect(levelOf(text)).not.toBe('emergency'))
})

test('a reading and what is said weigh together', () => {
  expect(levelOf('sugar 320 and feeling fine')).not.toBe('emergency')
  expect(levelOf('sugar 320 and vomiting since morning')).toBe('emergency')
})

test('takes no name of a person for a symptom', () => {
  const names =
    'meena mina seema sima reena rina leela lila kamala kamla vimala sheela shila geeta gita sita seeta radha rekha usha asha nisha pooja puja priya divya kavya kavitha kavita sunita anita vanita lalita lalitha savita sarita mamta maya daya chaya jaya vijaya jayanti shanti shanthi malini nalini padma padmini lakshmi laxmi saraswati parvati parvathi meenakshi kamakshi deepa dipa roopa rupa swapna aruna karuna varuna veena vina beena bina tina nina mona sona rani vani bhavani selvi devi chitra sitra mitra sumitra ranjani rajani rohini mohini ravi raju rajan ramesh suresh mahesh ganesh dinesh naresh umesh rakesh mukesh lokesh kailash prakash akash vikash vikas anil sunil vinil kapil nikhil rahul sahil amit sumit rohit mohit lalit ajit ranjit sanjit arun varun tarun karan saran charan mohan sohan rohan kishan kishore ashok alok vivek abhishek manoj saroj pankaj neeraj suraj dhiraj sanjay ajay vijay uday hriday bala balu mani muni selvan murugan velan kumaran karthik senthil sathish satish girish harish manish danish rajesh kumar murthy moorthy iyer iyengar nair menon pillai reddy rao naidu gupta sharma verma varma mishra yadav singh kaur gill khan ahmed fatima ayesha aisha salma nazia imran irfan farhan rehman abdul karim rahim salim selim joseph thomas mary maria john peter stella anand anandhi ananya aditi aditya arjun ishaan vihaan aarav diya myra sara zara kiara tara mira meera heera hira neela nila leena lina heena hina'
  const alarming = names
    .split(' ')
    .filter((name) =>
      LANGUAGE_FORMS.some((form) =>
        [`my name is ${name}`, `${name} is my sister`, `call ${name}`].some(
          (text) => triage({ text, form }).redFlags.length > 0,
        ),
      ),
    )
  expect(alarming).toEqual([])
})

describe('what is worded like an emergency, though no rule knows it', () => {
  const alike = (text: string, form: LanguageForm) =>
    triage({ text, form }).redFlags.filter(({ id }) => id === 'worded_like_an_emergency')

  test.each<[string, LanguageForm]>([
    ['bhai ko sugar hai paseena paseena ulta seedha bol raha', 'hi-Latn'],
    ['भाई को शुगर है, पसीने में तर है और उल्टा सीधा बोल रहा है', 'hi'],
    ['அவருக்கு நெஞ்சுல யானை உக்காந்த மாதிரி இருக்காம், சட்டை முழுக்க வேர்வை', 'ta'],
    ['one eye suddenly black, like a curtain came down', 'en'],
  ])('is one: %s', (text, form) => {
    expect(alike(text, form)).toMatchObject([{ level: 'emergency', category: 'general' }])
  })

  test.each<[string, LanguageForm]>([
    ['no chest pain, only a blocked ear', 'en'],
    ['my father had a stroke ten years ago', 'en'],
    ['what is a stroke', 'en'],
    ['सीने में दर्द नहीं, बस कान बंद है', 'hi'],
    ['பக்கவாதம்னா என்ன', 'ta'],
    ['kaam ke bojh se sar phata ja raha', 'hi-Latn'],
    ['kozhandhaiku pal mulaikudhu', 'ta-Latn'],
  ])('is none: %s', (text, form) => {
    expect(alike(text, form)).toEqual([])
  })

  test('a long story is left to the rules', () => {
    const story = 'one eye suddenly black, like a curtain came down. '.repeat(10)
    expect(alike(story, 'en')).toEqual([])
  })
})
