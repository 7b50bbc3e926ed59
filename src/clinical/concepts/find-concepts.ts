import { ANALYTES } from '../analytes/index.ts'
import { LANGUAGES, type Language } from '../language-forms.ts'
import type { Concept } from './concept.ts'
import { CARE, PEOPLE, TIMES } from './lexicon/care.ts'
import { CONDITIONS } from './lexicon/conditions.ts'
import { EVERYDAY, MORE_BODY, MORE_SYMPTOMS } from './lexicon/everyday.ts'
import { MEASURES } from './lexicon/measures.ts'
import { MEDICINES } from './lexicon/medicines.ts'
import { BODY, SYMPTOMS } from './lexicon/symptoms.ts'
import { ACTS, ASKS, FLAGS } from './lexicon/talk.ts'
import { scriptOf, soundOf } from './sound.ts'
import { STOP_WORDS } from './stop-words.ts'

export interface Word {
  readonly text: string
  /** Offsets into the text, end exclusive. */
  readonly start: number
  readonly end: number
}

export interface ConceptMatch {
  readonly concept: Concept
  readonly start: number
  readonly end: number
}

const ORGAN_CONCEPTS: Readonly<Record<string, string>> = {
  sugar: 'blood_glucose',
  lipids: 'cholesterol',
  inflammation: 'infection',
  vitamins: 'vitamin',
}

/** The tests that laboratories report, each as a concept of its own: `analyte:creatinine`. */
const ANALYTE_CONCEPTS: readonly Concept[] = ANALYTES.map((analyte) => ({
  id: `analyte:${analyte.key}`,
  kind: 'measure',
  spellings: byScript([...new Set([...Object.values(analyte.names), ...analyte.synonyms])]),
  broader: [ORGAN_CONCEPTS[analyte.organSystem] ?? analyte.organSystem],
}))

/** What laboratories print is looked up as it is printed; only the names in plain words also by their sound. */
const PRINTED_ONLY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ANALYTES.map((analyte) => {
    const spoken = new Set(Object.values(analyte.names))
    return [`analyte:${analyte.key}`, new Set(analyte.synonyms.filter((synonym) => !spoken.has(synonym)))]
  }),
)
/** "To" and "Mg" are tests on a report and something else in a sentence. */
const SHORTEST_PRINTED = 3

function byScript(names: readonly string[]): Concept['spellings'] {
  return {
    en: names.filter((name) => scriptOf(name) === 'latin'),
    hi: names.filter((name) => scriptOf(name) === 'devanagari'),
    ta: names.filter((name) => scriptOf(name) === 'tamil'),
  }
}

/** Everything people talk about here. */
export const CONCEPTS: readonly Concept[] = [
  ...MEASURES,
  ...CONDITIONS,
  ...SYMPTOMS,
  ...MORE_SYMPTOMS,
  ...BODY,
  ...MORE_BODY,
  ...MEDICINES,
  ...CARE,
  ...EVERYDAY,
  ...PEOPLE,
  ...TIMES,
  ...ASKS,
  ...ACTS,
  ...FLAGS,
  ...ANALYTE_CONCEPTS,
]

const byId: ReadonlyMap<string, Concept> = new Map(CONCEPTS.map((concept) => [concept.id, concept]))

export function conceptById(id: string): Concept | undefined {
  return byId.get(id)
}

const MOST_WORDS = 5
/** Sounds shorter than this are no evidence: "ai" is an ending, an abbreviation and, by sound, an eye. */
const SHORTEST_SOUND = 3
/** Where an English word may stand in Tamil letters, it is looked up by its coarse sound. */
type Space = Language | 'en-coarse'
/** As spelled in the lexicon, by language. */
const spelled: Readonly<Record<Language, Map<string, Concept[]>>> = { en: new Map(), hi: new Map(), ta: new Map() }
/** By sound. */
const index: Readonly<Record<Space, Map<string, Concept[]>>> = {
  en: new Map(),
  hi: new Map(),
  ta: new Map(),
  'en-coarse': new Map(),
}

/** How many words the longest phrase that begins with a word has, as spelled and by sound. */
const longest = { spelled: new Map<string, number>(), sound: new Map<string, number>() }

function add(map: Map<string, Concept[]>, key: string, concept: Concept): void {
  if (key === '') return
  const words = key.split(' ')
  const lengths = map === spelled.en || map === spelled.hi || map === spelled.ta ? longest.spelled : longest.sound
  const [first = ''] = words
  lengths.set(first, Math.max(lengths.get(first) ?? 1, words.length))
  const list = map.get(key)
  if (list === undefined) map.set(key, [concept])
  else if (!list.includes(concept)) list.push(concept)
}

for (const concept of CONCEPTS) {
  for (const language of LANGUAGES) {
    for (const spelling of concept.spellings[language]) {
      const words = wordsOf(spelling).map((word) => word.text)
      const printedOnly = PRINTED_ONLY.get(concept.id)?.has(spelling) ?? false
      if (printedOnly && words.join('').length < SHORTEST_PRINTED) continue
      add(spelled[language], words.join(' ').toLowerCase(), concept)
      if (printedOnly) continue
      add(index[language], words.map((word) => soundOf(word, language)).join(' '), concept)
      if (language === 'en') add(index['en-coarse'], words.map((word) => soundOf(word, 'ta')).join(' '), concept)
    }
  }
}

/** Stems that Tamil endings are put on: ரத்தம் becomes ரத்தத்- and ரத்த-, மருந்து becomes மருந்-. */
for (const [key, concepts] of [...index.ta]) {
  if (key.includes(' ') || key.length < 5) continue
  const stems = key.endsWith('am')
    ? [`${key.slice(0, -1)}t`, key.slice(0, -1)]
    : key.endsWith('u')
      ? [key.slice(0, -1)]
      : []
  for (const stem of stems) for (const concept of concepts) if (!index.ta.has(stem)) add(index.ta, stem, concept)
}

/** Hindi words in -a change it before a postposition: दमा becomes दमे, गुर्दा गुर्दों. */
for (const [key, concepts] of [...index.hi]) {
  if (key.includes(' ') || key.length < 4 || !key.endsWith('a')) continue
  for (const ending of ['e', 'o']) {
    const oblique = key.slice(0, -1) + ending
    for (const concept of concepts) if (!index.hi.has(oblique)) add(index.hi, oblique, concept)
  }
}

const SUFFIXES: Readonly<Record<Space, ReadonlySet<string>>> = {
  en: new Set(['s', 'es', 'ed', 'ing']),
  hi: new Set(['o', 'on', 'e', 'en', 'a', 'an', 'i', 'yo', 'iyo', 'iya', 'ya', 'yan', 'yon', 's']),
  ta: new Set(
    'ula ule val vala vuku uvuku ku uku iku ila la le il in i e a u um iyum ai uta ota otu al ala ana aka akka kal kalai kalin kaluku kalil kala kale inka inkala nu nka ei ita eiyum oka es s ta tai tu tuku til tin tala taiyum ya yai yila iku vuku vil vin vai vum va akuma'.split(
      ' ',
    ),
  ),
  'en-coarse': new Set('s ku uku la le il in i e a u um ai ota al ala ta yai'.split(' ')),
}

/** "BPku": an abbreviation of two letters with an ending. */
function abbreviation(word: string, space: Space): readonly Concept[] | undefined {
  if (space !== 'ta' || !/^[a-z]{4,6}$/.test(word) || !SUFFIXES.ta.has(word.slice(2))) return undefined
  return spelled.ta.get(word.slice(0, 2)) ?? spelled.en.get(word.slice(0, 2))
}

/** A word as each space spells and hears it, worked out once. */
interface HeardWord {
  readonly written: string
  readonly spelled: string
  readonly sound: Readonly<Record<Space, string>>
}

/** What single words were found to mean, also that they mean nothing: texts use few words again and again. */
const looked: Readonly<Record<Space, Map<string, readonly Concept[] | null>>> = {
  en: new Map(),
  hi: new Map(),
  ta: new Map(),
  'en-coarse': new Map(),
}
const MOST_LOOKED = 20_000

function look(space: Space, words: readonly HeardWord[]): readonly Concept[] | undefined {
  const [only] = words
  if (words.length > 1 || only === undefined) return lookUp(space, words)
  const known = looked[space]
  const before = known.get(only.written)
  if (before !== undefined) return before ?? undefined
  const found = lookUp(space, words)
  if (known.size > MOST_LOOKED) known.clear()
  known.set(only.written, found ?? null)
  return found
}

function lookUp(space: Space, words: readonly HeardWord[]): readonly Concept[] | undefined {
  const language = space === 'en-coarse' ? 'en' : space
  const [only] = words
  const single = words.length === 1
  const exact = spelled[language].get(single ? (only?.spelled ?? '') : words.map((word) => word.spelled).join(' '))
  // A word of grammar that also sounds like something else is that word: "hai" is no "high".
  if (exact !== undefined || (single && isStopWord(only?.spelled ?? '', language))) return exact
  const key = single ? (only?.sound[space] ?? '') : words.map((word) => word.sound[space]).join(' ')
  if (key.length < SHORTEST_SOUND) return undefined
  const sounding = index[space].get(key)
  if (sounding !== undefined) return sounding
  if (key.length < 5) return single ? abbreviation(only?.spelled ?? '', space) : undefined
  for (let end = key.length - 1; end >= Math.max(SHORTEST_SOUND, key.length - 6); end -= 1) {
    if (SUFFIXES[space].has(key.slice(end))) {
      const stem = index[space].get(key.slice(0, end))
      if (stem !== undefined) return stem
    }
  }
  return undefined
}

function hear(word: string): HeardWord {
  let heard = remembered.get(word)
  if (heard === undefined) {
    heard = hearNew(word)
    if (remembered.size > MOST_LOOKED) remembered.clear()
    remembered.set(word, heard)
  }
  return heard
}

const remembered = new Map<string, HeardWord>()

function hearNew(word: string): HeardWord {
  const coarse = soundOf(word, 'ta')
  return {
    written: word,
    spelled: word.toLowerCase(),
    sound: { en: soundOf(word, 'en'), hi: soundOf(word, 'hi'), ta: coarse, 'en-coarse': coarse },
  }
}

/** Words and numbers of a text with their places. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const stopSounds: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(STOP_WORDS.en),
  hi: new Set(STOP_WORDS.hi.map((word) => soundOf(word, 'hi'))),
  ta: new Set(STOP_WORDS.ta.map((word) => soundOf(word, 'ta'))),
}

/** Whether a word only carries grammar in this language. */
export function isStopWord(word: string, language: Language): boolean {
  return stopSounds[language].has(language === 'en' ? word.toLowerCase() : soundOf(word, language))
}

/**
 * The concepts that a text names, in order, longest first where they overlap. Without a language, words in Indian
 * scripts tell it, and Latin text is read as whichever of the three explains the most of it.
 */
export function findConcepts(text: string, language?: Language): readonly ConceptMatch[] {
  if (language !== undefined) return matchWords(wordsOf(text), language).matches
  // What is kept is looked at by its vector and by its keywords, one right after the other.
  const before = latest.find((each) => each.text === text)
  if (before !== undefined) return before.matches
  const matches = matchWhateverLanguage(text)
  latest.push({ text, matches })
  if (latest.length > LATEST) latest.shift()
  return matches
}

const LATEST = 8
const latest: { readonly text: string; readonly matches: readonly ConceptMatch[] }[] = []

function matchWhateverLanguage(text: string): readonly ConceptMatch[] {
  const words = wordsOf(text)
  const latin = words.some((word) => scriptOf(word.text) === 'latin')
  if (!latin) return matchWords(words, 'en').matches
  const english = matchWords(words, 'en')
  const [other] = (['hi', 'ta'] as const)
    .map((each) => ({
      ...matchWords(words, each),
      grammar: words.filter((word) => scriptOf(word.text) === 'latin' && isStopWord(word.text, each)).length,
    }))
    .sort((left, right) => right.explained + right.grammar - left.explained - left.grammar)
  // A word or two of English always sounds like something; words of grammar are what tells a language.
  const isOther =
    other !== undefined && other.explained > english.explained && (other.grammar > 0 || english.explained === 0)
  return isOther ? other.matches : english.matches
}

function spacesFor(word: string, language: Language): readonly Space[] {
  const script = scriptOf(word)
  if (script === 'devanagari') return ['hi', 'en']
  if (script === 'tamil') return ['ta', 'en-coarse']
  return language === 'en' ? ['en'] : [language, 'en']
}

function matchWords(
  words: readonly Word[],
  language: Language,
): { readonly matches: readonly ConceptMatch[]; readonly explained: number } {
  const matches: ConceptMatch[] = []
  const sounds = words.map((word) => hear(word.text))
  let explained = 0
  let at = 0
  while (at < words.length) {
    const first = words[at]
    if (first === undefined) break
    const found = longestAt(words, sounds, at, language)
    if (found === undefined) {
      if (isStopWord(first.text, language)) explained += 1
      at += 1
      continue
    }
    const last = words[at + found.length - 1] ?? first
    for (const concept of found.concepts) matches.push({ concept, start: first.start, end: last.end })
    explained += found.length
    at += found.length
  }
  return { matches, explained }
}

function longestAt(
  words: readonly Word[],
  sounds: readonly HeardWord[],
  at: number,
  language: Language,
): { readonly concepts: readonly Concept[]; readonly length: number } | undefined {
  const first = words[at]
  const heardFirst = sounds[at]
  if (first === undefined || heardFirst === undefined) return undefined
  const spaces = spacesFor(first.text, language)
  const reach = Math.max(
    longest.spelled.get(heardFirst.spelled) ?? 1,
    ...spaces.map((space) => longest.sound.get(heardFirst.sound[space]) ?? 1),
  )
  for (let length = Math.min(MOST_WORDS, reach, words.length - at); length > 0; length -= 1) {
    const phrase = sounds.slice(at, at + length)
    const concepts = new Set<Concept>()
    for (const space of spaces) {
      for (const concept of look(space, phrase) ?? []) concepts.add(concept)
      // The person's own language goes before English words that happen to sound alike.
      if (concepts.size > 0) break
    }
    if (concepts.size > 0) return { concepts: [...concepts], length }
  }
  return undefined
}
