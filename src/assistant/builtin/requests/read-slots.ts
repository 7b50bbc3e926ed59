import { findConcepts } from '../../../clinical/concepts/index.ts'
import { toLatinDigits } from '../../../clinical/units/index.ts'

/** Words that end a name: what people say around it. */
const AROUND =
  /^(?:with|on|at|for|in|and|from|of|to|my|the|a|an|is|was|has|said|gave|tomorrow|today|next|this|appointment|visit|book|fix|kal|aaj|parso|ke|ki|ka|ko|se|saath|sath|mein|me|ne|hai|par|subah|shaam|dopahar|raat|baje|naalai|naalaiku|inniku|innaiku|kitta|kita|oda|kooda|ku|la|kaalai|maalai|mani|manikku|के|की|का|को|से|साथ|में|ने|है|पर|कल|आज|परसों|सुबह|शाम|बजे|கிட்ட|கிட்டே|கூட|உடன்|இடம்|நாளை|நாளைக்கு|இன்று|காலை|மாலை|மணிக்கு|அப்பாயின்ட்மென்ட்|अपॉइंटमेंट|बुक|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/iu
const DOCTOR = /(?<![\p{L}\p{M}])(?:dr|doctor|daktar|डॉ|डॉक्टर|डाक्टर|டாக்டர்|மருத்துவர்)\.?\s+/giu

/** The doctor whom a text names: "Dr. Anand Iyer". */
export function doctorIn(text: string): string | undefined {
  for (const match of text.matchAll(DOCTOR)) {
    const name = nameAt(text.slice(match.index + match[0].length), 3)
    if (name !== undefined) return `Dr. ${name}`
  }
  return undefined
}

/** The words of a name at the beginning of a text, as far as they can be one. */
function nameAt(text: string, most: number): string | undefined {
  const words: string[] = []
  for (const word of text.split(/\s+/)) {
    const bare = word.replace(/[.,;:!?।]+$/u, '')
    if (!/^\p{L}[\p{L}\p{M}.'-]*$/u.test(bare) || AROUND.test(bare)) break
    words.push(capital(bare.replace(/(?:வுடன்|கிட்ட|இடம்)$/u, '')))
    if (words.length === most || bare !== word) break
  }
  return words.length === 0 ? undefined : words.join(' ')
}

function capital(word: string): string {
  return word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** A short answer taken as a name as it stands. */
export function asName(text: string): string | undefined {
  const name = text.replace(/[.,;:!?।]+$/u, '').trim()
  return name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name) ? capital(name) : undefined
}

export function phoneIn(text: string): string | undefined {
  const found = /(?<!\d)(?:\+\d{1,3}[\s-]?)?\d{5}[\s-]?\d{5}(?!\d)/.exec(toLatinDigits(text))?.[0]
  return found?.replace(/[^\d+]/g, '')
}

const RELATIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:son|beta|bete|magan|paiyan)\b|बेट[ाे]|மகன்|பையன்/iu, 'son'],
  [/\b(?:daughter|beti|magal|ponnu)\b|बेटी|மகள்|பொண்ணு/iu, 'daughter'],
  [/\b(?:husband|pati|kanavar|purushan)\b|पति|கணவர்|புருஷன்/iu, 'husband'],
  [/\b(?:wife|patni|biwi|manaivi)\b|पत्नी|बीवी|மனைவி/iu, 'wife'],
  [/\b(?:mother|mom|mum|maa|mummy|amma)\b|माँ|मां|मम्मी|அம்மா/iu, 'mother'],
  [/\b(?:father|dad|papa|pitaji|appa)\b|पापा|पिता|அப்பா/iu, 'father'],
  [/\b(?:brother|bhai|anna|thambi)\b|भाई|அண்ணன்|அண்ணா|தம்பி/iu, 'brother'],
  [/\b(?:sister|behen|behan|didi|akka|thangai|thangachi)\b|बहन|दीदी|அக்கா|தங்கை/iu, 'sister'],
  [/\b(?:friend|dost|nanban|thozhi)\b|दोस्त|நண்பர்|நண்பன்|தோழி/iu, 'friend'],
  [/\b(?:neighbou?r|padosi)\b|पड़ोसी|பக்கத்து வீட்டு/iu, 'neighbour'],
]

/** What somebody is to the person: a key under `request.relation`. */
export function relationIn(text: string): string | undefined {
  return RELATIONS.find(([words]) => words.test(text))?.[1]
}

/** A name in a text that says more: the words that begin with a capital, or those before the number. */
export function personIn(text: string): string | undefined {
  const capitals = [...text.matchAll(/(?<!^)(?<![.!?]\s)(?<![\p{L}])\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)*/gu)].map(
    ([name]) => name,
  )
  const own = capitals.find(
    (name) => relationIn(name) === undefined && !/^(?:Emergency|Contact|Dr|Add|Save|Please|My)$/.test(name),
  )
  if (own !== undefined) return own
  const before = /([\p{L}\p{M}.'-]+)[\s,:-]*(?:\+?\d[\d\s-]{8,})/u.exec(text)?.[1]
  return before === undefined ||
    AROUND.test(before) ||
    relationIn(before) !== undefined ||
    /^(?:number|no|phone|contact|नंबर|எண்)$/iu.test(before)
    ? undefined
    : capital(before)
}

const DOSE =
  /(?<![\d.])(\d+(?:\.\d+)?)\s*(mg|mcg|µg|ug|g|gm|ml|iu|units?|drops?|puffs?|मिग्रा|मि\.?ग्रा\.?|எம்ஜி|मिलीग्राम|மி\.?கி\.?)(?![\p{L}\p{M}])/iu

export function doseIn(text: string): string | undefined {
  const match = DOSE.exec(toLatinDigits(text))
  return match === null ? undefined : `${match[1]} ${match[2]?.toLowerCase()}`
}

const FREQUENCIES: readonly (readonly [RegExp, 'once' | 'twice' | 'thrice' | 'four' | 'night' | 'needed' | 'weekly'])[] = [
  [/\b(?:tds|tid|thrice|three times|1-1-1|teen baar|3 baar|moonu thadava|moonu vela|3 times)\b|तीन बार|மூணு தடவ|மூன்று முறை|மூன்று வேளை/iu, 'thrice'],
  [/\b(?:bd|bid|twice|two times|1-0-1|do baar|2 baar|subah shaam|rendu thadava|rendu vela|2 times)\b|दो बार|सुबह शाम|ரெண்டு தடவ|இரண்டு முறை|இரண்டு வேளை/iu, 'twice'],
  [/\b(?:qid|four times|1-1-1-1|char baar|naalu thadava)\b|चार बार|நாலு தடவ|நான்கு முறை/iu, 'four'],
  [/\b(?:sos|as needed|when needed|zaroorat|thevai patta)\b|ज़रूरत|जरूरत|தேவைப்பட்டால்/iu, 'needed'],
  [/\b(?:once a week|weekly|hafte mein ek|vaaram oru)\b|हफ्ते में एक|வாரம் ஒரு/iu, 'weekly'],
  [/\b(?:hs|at night|bedtime|0-0-1|raat ko|raathiri|iravu)\b|रात को|இரவு|ராத்திரி/iu, 'night'],
  [/\b(?:od|once|daily|every day|one time|1-0-0|roz|rozana|ek baar|dhinamum|oru thadava|oru vela)\b|रोज़|रोज|एक बार|தினமும்|ஒரு தடவ|ஒரு முறை|ஒரு வேளை/iu, 'once'],
] // biome-ignore format: a table

/** How often, as a key under `request.frequency`. */
export function frequencyIn(text: string): string | undefined {
  return FREQUENCIES.find(([words]) => words.test(text))?.[1]
}

/** The medicine that a text names, as it is written there; without a known one, the word before the dose. */
export function medicineIn(text: string): string | undefined {
  const known = findConcepts(text).find(({ concept }) => concept.kind === 'medicine')
  if (known !== undefined) return capital(text.slice(known.start, known.end))
  const before = /([\p{L}\p{M}][\p{L}\p{M}\d-]+)\s+(?:tablet\s+)?\d+(?:\.\d+)?\s*(?:mg|mcg|g|ml|iu)/iu.exec(
    toLatinDigits(text),
  )?.[1]
  return before === undefined || AROUND.test(before) ? undefined : capital(before)
}
