import { distance } from 'fastest-levenshtein'
import { scriptOf, soundOf } from '../../clinical/concepts/index.ts'

/** Shorter words are too near to too many others. */
export const SHORTEST_CORRECTED = 4
/** From here on a word may be two letters off: the steps of Lucene's `AUTO` fuzziness, a letter stricter below. */
const SHORTEST_TWICE_WRONG = 6
/** Sounds of fewer letters are shared by words that have nothing to do with each other. */
const SHORTEST_SOUND = 4
/** A sound this long may be one letter off in another script. */
const SHORTEST_WRONG_SOUND = 7
/** Letters of sound that a stemmer takes off. */
const LONGEST_ENDING = 2
/** Words that one misspelt word may have meant. */
const MOST_NEAREST = 4

/** How long a word may be that a word of this length could mean, in code points: scripts write sounds at different length. */
export function reachOfLength(length: number): { readonly least: number; readonly most: number } {
  return { least: Math.max(2, Math.floor(length / 2) - 1), most: length * 2 }
}

/**
 * The words of a vocabulary that a word without any match was most probably meant to be: the nearest ones by letters, or by
 * sound, so that "metfromin" finds "metformin", "dawaai" finds "dawai" and "rajesh" finds "राजेश". Empty where none is near.
 * @param typed the word as it was typed, any case
 * @param stem its lexeme, compared with lexemes beside the word itself; the word where there is none
 */
export function nearestWords(typed: string, stem: string, vocabulary: Iterable<string>): readonly string[] {
  const word = typed.toLowerCase()
  let best = Number.POSITIVE_INFINITY
  let found: string[] = []
  for (const candidate of vocabulary) {
    if (candidate === stem || candidate === word) continue
    const steps = Math.min(stepsBetween(word, candidate), stepsBetween(stem, candidate))
    if (steps > best || steps === Number.POSITIVE_INFINITY) continue
    if (steps < best) found = []
    best = steps
    found.push(candidate)
  }
  return found.slice(0, MOST_NEAREST)
}

/** How many letters stand between two words; infinite where they are too many for one to be meant by the other. */
function stepsBetween(word: string, candidate: string): number {
  const letters = [...word].length
  if (letters < SHORTEST_CORRECTED) return Number.POSITIVE_INFINITY
  const script = scriptOf(word)
  const sameScript = script === scriptOf(candidate)
  const bySound = soundSteps(word, candidate, sameScript)
  if (!sameScript) return bySound
  const sameStart = word[0] === candidate[0]
  const steps = isSwapped(word, candidate) ? 1 : distance(word, candidate)
  const allowed = sameStart ? (letters >= SHORTEST_TWICE_WRONG ? 2 : 1) : letters >= SHORTEST_TWICE_WRONG ? 1 : 0
  return Math.min(bySound, steps <= allowed ? steps : Number.POSITIVE_INFINITY)
}

/** Half a step where two words sound the same: nearer than a wrong letter, farther than the word itself. */
function soundSteps(word: string, candidate: string, sameScript: boolean): number {
  // Tamil does not write what is voiced, so its words are compared coarsely, and so are no others.
  const language = scriptOf(word) === 'tamil' || scriptOf(candidate) === 'tamil' ? 'ta' : 'hi'
  const [one, other] = [soundOf(word, language), soundOf(candidate, language)]
  if (one.length < SHORTEST_SOUND || other.length < SHORTEST_SOUND) return Number.POSITIVE_INFINITY
  if (one === other) return 0.5
  if (sameScript) return Number.POSITIVE_INFINITY
  // A lexeme has lost the ending that the word is typed with: चमेली is kept as चमेल.
  if (one.startsWith(other) && one.length - other.length <= LONGEST_ENDING) return 1
  return one.length >= SHORTEST_WRONG_SOUND && distance(one, other) === 1 ? 1.5 : Number.POSITIVE_INFINITY
}

/** Whether two neighbouring letters changed places, the slip that fingers make most. */
function isSwapped(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false
  const at = [...word].findIndex((letter, index) => letter !== candidate[index])
  return (
    at >= 0 &&
    word[at] === candidate[at + 1] &&
    word[at + 1] === candidate[at] &&
    word.slice(at + 2) === candidate.slice(at + 2)
  )
}
