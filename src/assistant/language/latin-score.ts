import { findConcepts } from '../../clinical/concepts/index.ts'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { isEnglishGrammar, isEnglishWord, isUsualEnglishWord } from './english-words.ts'
import { LATIN_MARKERS, SURE_LATIN_ENDINGS, SURE_LATIN_MARKERS } from './lexicon/neighbours.ts'
import { exactHit, hindiHit, isListedSpelling, tamilHit } from './romanised-lexicon.ts'
import { wordLikeness } from './word-model.ts'

export interface LatinScore {
  readonly form: 'en' | 'hi-Latn' | 'ta-Latn'
  readonly confidence: number
  readonly mixed: boolean
  /** How many grammar words of the winning language were seen. */
  readonly grammarWords: number
  /** Where no word of it is known to be of a language, but names and such: how much they look like one, 0–1. */
  readonly untold?: number
  readonly neighbour?: string
}

/** Points per word, found by trying them on this project's own messages. */
const WEIGHT = {
  grammar: 3,
  word: 2.2,
  /** A word that both English and the other language have: `me`, `to`, `pet`. Its neighbours decide. */
  sharedGrammar: 0.8,
  sharedWord: 0.3,
  /** Both lists fold to it, but one of them writes it just so. */
  exactSpelling: 0.6,
  /** "report normal ah?": the question ending of spoken Tamil. */
  tamilQuestion: 1.6,
  englishGrammar: 2,
  englishWord: 0.45,
  borrowed: 0.6,
  /** The most that the character model may say about a word in no list. */
  unknown: 1.6,
}
/** Very common in romanised Hindi or Tamil, and in English, and no evidence for either on their own. */
const BOTH = new Set(
  'to me main so do is us the are par in an en am la da pa ma sir car bus hum log door din sab age any one pet aim bat sun tea ok no kam man ate bore ask made time doctor amma appa enna nan name bas chal kal tan van pain ya ha ah oh hi he ki ka put hath mat par per mar tum bad dard ban'.split(
    ' ',
  ),
)
/** People and places of India. Whose they are says nothing about the language that somebody speaks of them in. */
const NAMES =
  'murugan senthil selvam selvi karthik kumar lakshmi meenakshi saraswathi saraswathy subramanian subramaniyan ajith vijay rajini rajinikanth kamal haasan suriya surya dhanush simbu sivakarthikeyan nayanthara vikram ilaiyaraaja rahman periyar gupta geetha gita khan das ram madurai chennai kovai trichy salem nellai nagar'.split(
    ' ',
  )
const TITLES = new Set('dr doctor prof mr mrs ms miss shri smt sri thiru tmt kumari'.split(' '))
/** Food, kin, names and remedies that people of India say in English too: weak evidence of the language around them. */
const BORROWED = new Set([
  ...NAMES,
  ...'amma appa anna akka thambi paati paatti thatha thaatha mama maama chithi periyappa maa mummy papa didi bhaiya beta beti dada dadi nana nani chacha chachi bua mausi ji sahab idli dosa sambar rasam kozhambu vadai pongal dal roti chapati sabzi ghee haldi doodh adrak tulsi kadha chai paan gutka beedi bidi namaste vanakkam yoga ayush puja pooja mandir diwali deepavali'.split(
    ' ',
  ),
])
const nameSet = new Set(NAMES)
/** What somebody says of a person hardly takes more words than these, the title not counted. */
const MOST_WORDS_OF_A_NAME = 2
const latinMarkers = Object.entries(LATIN_MARKERS).map(
  ([language, markers]) => [language, new Set(markers.split(' '))] as const,
)
const sureMarkers = new Map(
  Object.entries(SURE_LATIN_MARKERS).map(([language, markers]) => [language, new Set(markers.split(' '))] as const),
)
const SURE = 1.6

/** Whether a word can be of one neighbour alone: it is neither English nor listed as Hindi or Tamil in this spelling. */
function isSure(word: string, language: string): boolean {
  if (isEnglishWord(word) || isListedSpelling(word)) return false
  if (sureMarkers.get(language)?.has(word) === true) return true
  return SURE_LATIN_ENDINGS.some(([of, ending]) => of === language && ending.test(word))
}

/** The language other than English, Hindi and Tamil whose words a text is full of, with their weight. */
function latinNeighbour(words: readonly string[]): { language: string; weight: number; sure: number } {
  let best = { language: '', weight: 0, sure: 0 }
  for (const [language, markers] of latinMarkers) {
    let weight = 0
    let sure = 0
    for (const word of words) {
      if (isSure(word, language)) {
        sure += 1
        weight += SURE
      } else if (markers.has(word)) weight += word.length > 2 ? 1 : 0.5
    }
    if (weight > best.weight) best = { language, weight, sure }
  }
  return best
}

/** A word with the letters that were held down let go: "seeeemmmaaa" is "sema". */
const letGo = (word: string): string => {
  if (!/(.)\1\1/.test(word)) return word
  const single = word.replace(/(.)\1+/g, '$1')
  return isEnglishWord(single) || tamilHit(single) !== undefined || hindiHit(single) !== undefined
    ? single
    : word.replace(/(.)\1{2,}/g, '$1')
}

/**
 * Where a few words are somebody's or something's name, as far as lists can tell ("dr iyer", "Ravi Kumar"): how much they
 * look Hindi or Tamil, 0–1.
 */
function likenessOfName(words: readonly string[]): number | undefined {
  const named = words.filter((word) => !TITLES.has(word))
  const isTitled = named.length < words.length
  const isNamed = isTitled || named.some((word) => nameSet.has(word))
  if (named.length > (isNamed ? MOST_WORDS_OF_A_NAME : 1)) return undefined
  const isName = named.every((word) => {
    if (nameSet.has(word)) return true
    if (isEnglishWord(word) || tamilHit(word) !== undefined || hindiHit(word) !== undefined) return false
    // "sirdard" stands in no list of words and is no name either.
    return (['hi', 'ta'] as const).every((language) => findConcepts(word, language).length === 0)
  })
  if (!isName) return undefined
  if (isTitled) return 0
  return Math.min(...named.map((word) => Math.max(wordLikeness(word).hi, wordLikeness(word).ta)))
}

/** Weighs the Latin-script words of a message: English, romanised Hindi, romanised Tamil, or a neighbour of them. */
export function scoreLatin(typed: readonly string[]): LatinScore {
  const words = typed.map(letGo)
  let english = 0
  let hindi = 0
  let tamil = 0
  const grammar = { en: 0, hi: 0, ta: 0 }
  let explained = 0
  let foreign = 0
  /** Words in no list that look Hindi or Tamil. */
  let likeNative = 0
  /** Words that no English sentence has. */
  let strong = 0
  for (const word of words) {
    const inEnglish = isEnglishWord(word)
    const hi = hindiHit(word)
    const ta = tamilHit(word)
    const shared = inEnglish && (BOTH.has(word) || isUsualEnglishWord(word))
    const points = (hit: 'grammar' | 'word' | undefined): number =>
      hit === undefined
        ? 0
        : BORROWED.has(word)
          ? WEIGHT.borrowed
          : shared
            ? hit === 'grammar'
              ? WEIGHT.sharedGrammar
              : WEIGHT.sharedWord
            : WEIGHT[hit]
    const native = hi !== undefined || ta !== undefined
    hindi += points(hi)
    tamil += points(ta)
    if (hi !== undefined && ta !== undefined) {
      const exact = exactHit(word)
      if (exact === 'hi') hindi += WEIGHT.exactSpelling
      if (exact === 'ta') tamil += WEIGHT.exactSpelling
    }
    if (hi === 'grammar' && !shared) grammar.hi += 1
    if (ta === 'grammar' && !shared) grammar.ta += 1
    if (isEnglishGrammar(word)) {
      english += BOTH.has(word) ? WEIGHT.sharedGrammar : WEIGHT.englishGrammar
      grammar.en += 1
    } else if (inEnglish) english += isUsualEnglishWord(word) && !native ? WEIGHT.englishWord * 1.5 : WEIGHT.englishWord
    if (native && !shared) foreign += 1
    if (
      native &&
      !inEnglish &&
      word.length >= 4 &&
      (isListedSpelling(word) || /(.)\1\1/.test(word)) &&
      !BORROWED.has(word)
    )
      strong += 1
    if (native || inEnglish) explained += 1
    else if (word.length >= 3) {
      const likeness = wordLikeness(word)
      english += WEIGHT.unknown * likeness.en * 0.5
      hindi += WEIGHT.unknown * likeness.hi
      tamil += WEIGHT.unknown * likeness.ta
      if (likeness.hi + likeness.ta > 0.8) foreign += 0.5
      if (likeness.hi + likeness.ta > 0.9) likeNative += 1
      if (word.length >= 6 && Math.max(likeness.hi, likeness.ta) > 0.97) strong += 0.5
    }
  }
  if (words.length > 1 && /^a+h?$/.test(words.at(-1) ?? '') && grammar.hi === 0) tamil += WEIGHT.tamilQuestion
  // The grammar of the other language frames the sentence, however many English nouns stand in it.
  const frame = grammar.hi + grammar.ta
  const framed = frame > 0 && grammar.en < frame * 3 + Math.min(1, likeNative)
  const sprinkled = strong >= 2 || (strong >= 1 && grammar.en <= 2)
  // English words without a word of English grammar are as much at home in a Tamil or Hindi message.
  const unframed = grammar.en === 0 && strong >= 1
  const englishWeighed = english * (framed || unframed ? 0.5 : sprinkled ? 0.6 : 1)
  const scores = { en: englishWeighed, hi: hindi, ta: tamil }
  const order = (Object.keys(scores) as ('en' | 'hi' | 'ta')[]).sort((one, other) => scores[other] - scores[one])
  const best = order[0] ?? 'en'
  const second = order[1] ?? 'hi'
  const form: LanguageForm = best === 'en' ? 'en' : best === 'hi' ? 'hi-Latn' : 'ta-Latn'
  const margin = (scores[best] - scores[second]) / Math.max(1, scores[best])
  const confidence = Math.min(0.99, 0.5 + margin * 0.35 + Math.min(0.2, scores[best] * 0.04))
  const englishShare = words.filter((word) => isEnglishWord(word) && !BOTH.has(word)).length
  const mixed = best === 'en' ? foreign >= 1 : englishShare >= 1

  const { language, weight, sure } = latinNeighbour(words)
  const ours = words.reduce((sum, word) => sum + (isEnglishGrammar(word) ? 1 : 0), 0) * (best === 'en' ? 1 : 0)
  const own = Math.max(grammar.hi, grammar.ta, ours)
  const share = weight / words.length
  const enough =
    sure >= 2 ? share >= 0.25 : sure === 1 ? share >= 0.3 && words.length <= 6 : weight >= 2 && share >= 0.3
  if (enough && weight > own * 1.2 && (sure > 0 || explained < words.length * 0.85))
    return { form, confidence: Math.min(0.95, 0.5 + share), mixed: false, grammarWords: 0, neighbour: language }
  const untold = likenessOfName(words)
  return { form, confidence, mixed, grammarWords: grammar[best], ...(untold === undefined ? {} : { untold }) }
}
