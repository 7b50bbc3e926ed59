import { CONCEPTS, type ConceptMatch, findConcepts, wordsOf } from '../../clinical/concepts/index.ts'
import { LANGUAGES, type Language } from '../../clinical/language-forms.ts'

/** Longest stretch that is held back when a model writes without ends of sentences. */
const LONGEST_HELD = 480
/** Words after which a point ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:dr|mr|mrs|ms|no|vs|approx|e\.g|i\.e|डॉ|श्री|டாக்|திரு|[A-Za-z])\.$/iu

/** Kinds of words that a claim may begin with: medicines, illnesses, how a value stands and goes, and what to do with a medicine. */
function beginsClaim({ concept }: ConceptMatch): boolean {
  return (
    concept.kind === 'medicine' ||
    concept.kind === 'condition' ||
    concept.kind === 'flag' ||
    concept.id === 'ask.normal' ||
    concept.id === 'ask.trend' ||
    concept.id === 'act.stop' ||
    concept.id === 'act.dose_change'
  )
}

/** Words that a phrase about going up or down begins with, where the lexicon knows only the whole phrase. */
const TREND_WORDS = [
  'gone',
  'went',
  'going',
  'come',
  'coming',
  'trending',
  'rose',
  'fell',
  'risen',
  'fallen',
  'घट',
  'बढ़',
  'ghat',
  'badh',
  'அதிகரித்து',
  'குறைந்து',
  'கூடி',
  'koodi',
  'koranju',
  'kuraindhu',
]
/** Words that a phrase about standing well begins with. */
const GOOD_WORDS = [
  ...[
    'within',
    'inside',
    'in',
    'good',
    'ok',
    'okay',
    'healthy',
    'great',
    'perfect',
    'controlled',
    'under',
    'well',
    'safely',
  ],
  ...['सही', 'अच्छा', 'अच्छी', 'अच्छे', 'बिल्कुल', 'काबू', 'कंट्रोल'],
  ...['நன்றாக', 'நல்லா', 'கட்டுப்பாட்டில்', 'இயல்பான'],
  ...['sahi', 'achha', 'accha', 'acha', 'achhi', 'acchi', 'achi', 'bilkul', 'control', 'nalla', 'sariyana', 'safe'],
]
const phraseWords: ReadonlySet<string> = new Set([...TREND_WORDS, ...GOOD_WORDS])

/** Every beginning of every such word, to know whether half a word may become one. */
const beginnings: ReadonlySet<string> = (() => {
  const all = new Set<string>([...phraseWords].flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1))))
  for (const concept of CONCEPTS) {
    if (!beginsClaim({ concept, start: 0, end: 0 })) continue
    for (const language of LANGUAGES) {
      for (const spelling of concept.spellings[language]) {
        const word = (wordsOf(spelling)[0]?.text ?? '').toLowerCase()
        for (let length = 1; length <= word.length; length += 1) all.add(word.slice(0, length))
      }
    }
  }
  return all
})()

/** Where the first claim of a text may begin, or `undefined`. A digit inside a word (HbA1c) begins none. */
export function claimStart(text: string, before: string, language: Language): number | undefined {
  const inName = /[\p{L}\p{M}]\d*$/u.test(before)
  const digit = Array.from(text.matchAll(/(?<![\p{L}\p{M}\d])[<>≤≥~]?\p{Nd}/gu)).find(
    (match) => !(match.index === 0 && inName),
  )
  const word = wordsOf(text).find((each) => isClaimWord(each.text, language))
  const starts = [digit?.index, word?.start].filter((start) => start !== undefined)
  return starts.length === 0 ? undefined : Math.min(...starts)
}

/** Every delta of a stream is looked at, so each word is judged once. */
const judged: Readonly<Record<Language, Map<string, boolean>>> = { en: new Map(), hi: new Map(), ta: new Map() }
const MOST_JUDGED = 20_000

function isClaimWord(word: string, language: Language): boolean {
  const known = judged[language]
  let begins = known.get(word)
  if (begins === undefined) {
    begins = phraseWords.has(word.toLowerCase()) || findConcepts(word, language).some(beginsClaim)
    if (known.size > MOST_JUDGED) known.clear()
    known.set(word, begins)
  }
  return begins
}

/** How much of a text without a claim may go out: all but a last half word that may become one. */
export function releasable(text: string): number {
  const word = /[\p{L}\p{M}\p{Nd}]+$/u.exec(text)
  if (word === null) return text.length
  return beginnings.has(word[0].toLowerCase()) ? word.index : text.length
}

/** End of the sentence that a position is in, or `undefined` while the text may still go on. */
export function sentenceEnd(text: string, from: number): number | undefined {
  for (const match of text.slice(from).matchAll(/[.!?।॥]+(?=\s)|\n/gu)) {
    const end = from + match.index + match[0].length
    const upTo = text.slice(0, end)
    if (match[0] === '.' && (ABBREVIATION.test(upTo) || /(?:^|\n)[\s•*-]*\d{1,2}\.$/.test(upTo))) continue
    return end
  }
  if (text.length - from <= LONGEST_HELD) return undefined
  const cut = text.slice(0, from + LONGEST_HELD).search(/[,;\s][^,;\s]*$/u)
  return cut > from ? cut : from + LONGEST_HELD
}
