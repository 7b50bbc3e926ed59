import { ROMANISED_HINDI_GRAMMAR, ROMANISED_HINDI_WORDS } from './lexicon/romanised-hindi.ts'
import { ROMANISED_TAMIL_GRAMMAR, ROMANISED_TAMIL_WORDS } from './lexicon/romanised-tamil.ts'
import { normaliseRomanised } from './normalise-romanised.ts'

export type LexiconHit = 'grammar' | 'word' | undefined

const foldedSet = (list: string, language: 'hi' | 'ta'): Set<string> =>
  new Set(
    list
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => normaliseRomanised(word, language)),
  )

const hindiGrammar = foldedSet(ROMANISED_HINDI_GRAMMAR, 'hi')
const hindiWords = foldedSet(ROMANISED_HINDI_WORDS, 'hi')
const tamilGrammar = foldedSet(ROMANISED_TAMIL_GRAMMAR, 'ta')
const tamilWords = foldedSet(ROMANISED_TAMIL_WORDS, 'ta')

/** Case and other endings that spoken Tamil adds to a noun or verb, folded, longest first. */
const TAMIL_ENDINGS = 'ukum ungala ula ila uta utan uku unu um ku la ta nu le lam ka ya a u i e'
  .split(' ')
  .sort((one, other) => other.length - one.length)

const exactWords = (...lists: string[]): Set<string> => new Set(lists.join(' ').split(/\s+/))
const hindiExact = exactWords(ROMANISED_HINDI_GRAMMAR, ROMANISED_HINDI_WORDS)
const tamilExact = exactWords(ROMANISED_TAMIL_GRAMMAR, ROMANISED_TAMIL_WORDS)

/** Whether a word stands in one of the two lists in this very spelling. */
export const isListedSpelling = (word: string): boolean => hindiExact.has(word) || tamilExact.has(word)

/** Which of the two lists has a word in this very spelling, where only one of them does. */
export function exactHit(word: string): 'hi' | 'ta' | undefined {
  const [hindi, tamil] = [hindiExact.has(word), tamilExact.has(word)]
  return hindi === tamil ? undefined : hindi ? 'hi' : 'ta'
}

/** Endings that Hindi verbs and nouns take, folded, longest first. */
const HINDI_ENDINGS = 'iyega unga ungi ega egi enge iye kar na ne ni ta ti te ye ya yi o e a i'.split(' ')

/** Whether a word is in the romanised Hindi list, spelling varieties folded and endings taken off. */
export function hindiHit(word: string): LexiconHit {
  const folded = normaliseRomanised(word, 'hi')
  if (hindiGrammar.has(folded)) return 'grammar'
  if (hindiWords.has(folded)) return 'word'
  for (const ending of HINDI_ENDINGS) {
    const stem = folded.slice(0, -ending.length)
    if (stem.length >= 4 && folded.endsWith(ending) && hindiWords.has(stem)) return 'word'
  }
  return undefined
}

/** Whether a word is in the romanised Tamil list, spelling varieties folded and endings taken off. */
export function tamilHit(word: string): LexiconHit {
  const folded = normaliseRomanised(word, 'ta')
  if (tamilGrammar.has(folded)) return 'grammar'
  if (tamilWords.has(folded)) return 'word'
  for (const ending of TAMIL_ENDINGS) {
    const stem = folded.slice(0, -ending.length)
    if (stem.length >= 4 && folded.endsWith(ending) && (tamilWords.has(stem) || tamilWords.has(`${stem}u`)))
      return 'word'
  }
  return undefined
}
