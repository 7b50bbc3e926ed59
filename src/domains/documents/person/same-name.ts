import { distance } from 'fastest-levenshtein'
import { scriptOf, skeletonOf, soundOf } from '../../../clinical/concepts/index.ts'

/** Words that stand beside names and are none: titles, and what laboratories print after them. */
const TITLES =
  /^(?:mr|mrs|ms|miss|mstr|master|baby|smt|shri|shree|sri|thiru|thirumathi|tmt|selvi|selvan|dr|kum|kumari|km|mx|prof|late|ji|garu|avl|sir|madam|श्री|श्रीमती|कुमारी|कु|सुश्री|डॉ|जी|திரு|திருமதி|செல்வி|செல்வன்|டாக்டர்|self)$/iu
/** From here on somebody else is named: the father, the husband. A name that begins so is a child without one yet. */
const RELATION =
  /(?:^|[\s,(])(?:[sdwcbhf]\s*\/\s*o|son of|daughter of|wife of|care of|baby of|पुत्र|पुत्री|पत्नी|मகன்|மகள்|மனைவி)(?=[\s.:)]|$)/iu
const SHORT_FORMS: Readonly<Record<string, string>> = {
  mohd: 'mohammed',
  md: 'mohammed',
  muhammad: 'mohammed',
  abd: 'abdul',
  vr: 'veera',
}

export type NameComparison = 'same' | 'different' | 'unknown'

/**
 * Whether two names are one person's, as Indian names vary: initials before or after, in any order, run together or apart,
 * with titles and "S/O", in Latin letters, Devanagari or Tamil, spelled as they sound, with a letter misread.
 * `unknown` where one of them says nothing.
 */
export function sameName(one: string, other: string): NameComparison {
  const [first, second] = [namesOf(one), namesOf(other)]
  if (first.isChild !== second.isChild) return 'different'
  if (first.full.length === 0 || second.full.length === 0) return 'unknown'
  if (isOneWord(first.full.join(''), second.full.join('')) && agree(first.initials, second.initials)) return 'same'
  const [few, many] = first.full.length <= second.full.length ? [first, second] : [second, first]
  const left = [...many.full]
  let matched = 0
  const alone: string[] = []
  for (const word of few.full) {
    const at = left.findIndex((each) => isOneWord(word, each))
    if (at < 0) alone.push(word)
    else {
      matched += 1
      left.splice(at, 1)
    }
  }
  if (matched === 0) return 'different'
  // What is left over on one side may stand as an initial on the other; a whole other word is another person's.
  const unexplained = alone.filter((word) => !takeInitial(many.initials, word))
  if (unexplained.length > 0) return 'different'
  const open = few.initials.filter((initial) => !takeWord(left, initial) && !many.initials.includes(initial))
  const others = many.initials.filter((initial) => !few.initials.includes(initial))
  // One side may leave out what the other says; two that say different things are two people.
  return open.length > 0 && left.length + others.length > 0 ? 'different' : 'same'
}

/** Whoever leaves initials out contradicts nobody. */
function agree(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((initial) => others.includes(initial))
}

interface Names {
  readonly full: readonly string[]
  /** By their sounds. */
  readonly initials: string[]
  /** A new-born, who is named by the mother: "Baby of Asha". */
  readonly isChild: boolean
}

function namesOf(text: string): Names {
  const printed = text.normalize('NFC').replace(/\([^)]*\)?/gu, ' ')
  const relation = RELATION.exec(printed)
  const own = relation === null ? printed : printed.slice(0, relation.index)
  const words = own
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '' && !TITLES.test(word))
    .map((word) => SHORT_FORMS[word.toLowerCase()] ?? word)
  const full = words.filter((word) => !isInitial(word))
  return { full, initials: words.filter(isInitial).map(letterOf), isChild: full.length === 0 && relation !== null }
}

/** "R", "ஆர்", "एस": one letter, or its name. Two capitals are two of them run together. */
function isInitial(word: string): boolean {
  const letters = [...word].filter((letter) => !/\p{M}/u.test(letter)).length
  return letters === 1 || (scriptOf(word) !== 'latin' && letters === 2 && word.length <= 4 && /^[ஆஎஏஐएआ]/u.test(word))
}

function takeInitial(initials: string[], word: string): boolean {
  const at = initials.findIndex((initial) => beginsWith(word, initial))
  if (at < 0) return false
  initials.splice(at, 1)
  return true
}

function takeWord(words: string[], initial: string): boolean {
  const at = words.findIndex((word) => beginsWith(word, initial))
  if (at < 0) return false
  words.splice(at, 1)
  return true
}

const LETTER_NAMES: Readonly<Record<string, string>> = {
  एस: 's', एम: 'm', एन: 'n', एल: 'l', एफ: 'f', आर: 'r', एच: 'h',
  எஸ்: 's', எம்: 'm', என்: 'n', எல்: 'l', எஃப்: 'f', ஆர்: 'r', எச்: 'h',
} // biome-ignore format: one table

/** An initial as the sound that its name begins with, whatever its script. */
function letterOf(initial: string): string {
  return soundOf(LETTER_NAMES[initial] ?? initial, 'ta').charAt(0)
}

function beginsWith(word: string, initial: string): boolean {
  return soundOf(word, 'ta').charAt(0) === initial
}

function isOneWord(one: string, other: string): boolean {
  const acrossScripts = scriptOf(one) !== scriptOf(other)
  const language = acrossScripts ? 'ta' : 'hi'
  const [a, b] = [soundOf(one, language), soundOf(other, language)]
  if (a === b) return true
  const longest = Math.max(a.length, b.length)
  if (acrossScripts) return distance(skeletonOf(one), skeletonOf(other)) <= (longest >= 6 ? 1 : 0) && isClose(a, b, 2)
  return isClose(a, b, 1)
}

/** Short names differ by little: Ram is not Rama's brother Raj. */
function isClose(one: string, other: string, most: number): boolean {
  const longest = Math.max(one.length, other.length)
  const allowed = longest >= 7 ? most : longest >= 5 ? Math.min(1, most) : 0
  // Names begin as they are; the ends and the middles are what is spelled and read in many ways.
  return one.charAt(0) === other.charAt(0) && distance(one, other) <= allowed
}
