import type { LanguageForm } from '../../clinical/language-forms.ts'

export type Decision = 'yes' | 'no'

/**
 * How people say yes and no to a question, with the spellings that are really typed. Only a message that is nothing but
 * such words decides anything: "no sugar today" is a report and not a refusal.
 */
const WORDS: Readonly<Record<Decision, Readonly<Record<LanguageForm, readonly string[]>>>> = {
  yes: {
    en: [
      'yes', 'y', 'yeah', 'yep', 'yup', 'ya', 'ok', 'okay', 'k', 'sure', 'confirm', 'confirmed', 'correct', 'right',
      'do it', 'go ahead', 'save it', 'save', 'yes save', 'yes please', 'please do', 'add it', 'done',
    ],
    hi: [
      'हाँ', 'हां', 'हा', 'जी', 'जी हाँ', 'जी हां', 'हाँ जी', 'हां जी', 'ठीक है', 'ठीक', 'सही', 'सही है', 'कर दो',
      'कर दीजिए', 'कर दें', 'लिख लो', 'लिख दो', 'लिख लीजिए', 'बिल्कुल', 'पक्का', 'ओके', 'जोड़ दो', 'हाँ कर दो',
    ],
    ta: [
      'ஆமா', 'ஆம்', 'ஆமாம்', 'சரி', 'ஓகே', 'சரிதான்', 'பண்ணுங்க', 'செய்யுங்க', 'செய்', 'எழுதிக்கோங்க', 'போடுங்க',
      'சேர்த்துக்கோங்க', 'ஆமா பண்ணுங்க', 'கண்டிப்பா', 'ம்',
    ],
    'hi-Latn': [
      'haan', 'han', 'haa', 'ha', 'haanji', 'haan ji', 'ji', 'ji haan', 'ji han', 'hanji', 'theek hai', 'thik hai',
      'theek', 'thik', 'teek hai', 'sahi', 'sahi hai', 'kar do', 'kardo', 'kar dijiye', 'kar de', 'likh lo', 'likh do',
      'bilkul', 'pakka', 'haan kar do', 'jod do', 'hmm', 'hm',
    ],
    'ta-Latn': [
      'aama', 'ama', 'aamaa', 'aam', 'aamam', 'amaam', 'aamaam', 'sari', 'seri', 'sari da', 'ok sari', 'pannunga',
      'pannu', 'seiyunga', 'podunga', 'ezhuthikonga', 'sethukonga', 'aama pannunga', 'kandippa', 'mm', 'aamanga',
    ],
  },
  no: {
    en: [
      'no', 'n', 'nope', 'nah', 'cancel', 'cancel it', 'stop', 'dont', "don't", 'do not', 'dont save', 'wrong',
      'not correct', 'no thanks', 'no thank you', 'leave it', 'never mind', 'nevermind', 'no cancel',
    ],
    hi: [
      'नहीं', 'नही', 'ना', 'न', 'मत करो', 'मत करना', 'मत कीजिए', 'रहने दो', 'रहने दीजिए', 'गलत', 'ग़लत', 'गलत है',
      'जी नहीं', 'नहीं जी', 'रद्द', 'रद्द करो', 'छोड़ो', 'छोड़ दो', 'नहीं चाहिए',
    ],
    ta: [
      'இல்ல', 'இல்லை', 'வேண்டாம்', 'வேணாம்', 'வேணா', 'தப்பு', 'தவறு', 'ரத்து', 'விடுங்க', 'விட்டுடுங்க', 'பண்ணாதீங்க',
      'செய்யாதீங்க', 'இல்லைங்க',
    ],
    'hi-Latn': [
      'nahi', 'nahin', 'nai', 'nhi', 'na', 'naa', 'mat karo', 'mat karna', 'rehne do', 'rahne do', 'galat', 'galat hai',
      'ji nahi', 'nahi ji', 'radd karo', 'chhodo', 'chodo', 'chhod do', 'nahi chahiye',
    ],
    'ta-Latn': [
      'illa', 'illai', 'ille', 'vendam', 'venam', 'vendaam', 'venaam', 'vena', 'thappu', 'tappu', 'vidunga',
      'pannadheenga', 'pannathinga', 'pannatheenga', 'illanga', 'vendamnga',
    ],
  },
} // biome-ignore format: word lists

const decisions = new Map<string, Decision>(
  (['yes', 'no'] as const).flatMap((decision) =>
    Object.values(WORDS[decision]).flatMap((words) => words.map((word) => [normalise(word), decision] as const)),
  ),
)

/** Words that politeness adds on either side. */
const POLITE = /^(please|plz|pls|okay|ok)\s+|\s+(please|plz|pls|thanks|thank you|da|di|ji|sir|madam|bhai|nga)$/g

/** The decision that a message is, or undefined where it is anything more than that. */
export function readDecision(message: string): Decision | undefined {
  if (message.length > 60) return undefined
  const words = normalise(message)
  return decisions.get(words) ?? decisions.get(words.replace(POLITE, '')) ?? repeated(words)
}

/** "haan haan", "no no no". */
function repeated(words: string): Decision | undefined {
  const [first, ...rest] = words.split(' ')
  return first !== undefined && rest.length > 0 && rest.every((word) => word === first)
    ? decisions.get(first)
    : undefined
}

function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u200b|\u200c|\u200d|\ufe0f/g, '')
    .replace(/[^\p{L}\p{M}\p{N}' ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
