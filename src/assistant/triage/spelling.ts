import type { Token } from './tokens.ts'
import type { Vocabulary } from './wording.ts'

/** Words shorter than this are compared as they are: a slip in them gives another word. */
const SHORTEST = 5
/** How far a word beginning is compared; longer beginnings are as good as the word. */
const LONGEST = 12

/** All strings that come from a word by leaving one letter out, and the word itself. */
function deletions(word: string): string[] {
  const found = [word]
  for (let at = 0; at < word.length; at += 1) found.push(word.slice(0, at) + word.slice(at + 1))
  return found
}

/** Whether two words differ by one letter put in, left out, replaced, or by two neighbours swapped. */
function oneSlipApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  let end = 0
  while (
    end < one.length - start &&
    end < other.length - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end += 1
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

const consonants = (word: string): string => word.replace(/[aeiou]/g, '')

/**
 * Finds the words of a vocabulary that a misspelled Latin-script word may mean: one slip away, or the same word with
 * its vowels left out ("drd", "psina"). Built once; a look-up costs some twenty map reads.
 */
export class SpellingIndex {
  readonly #slips: Readonly<Record<'en' | 'hi-Latn' | 'ta-Latn', Map<string, number[]>>> = {
    en: new Map(),
    'hi-Latn': new Map(),
    'ta-Latn': new Map(),
  }
  readonly #skeletons: Readonly<Record<'hi-Latn' | 'ta-Latn', Map<string, number[]>>> = {
    'hi-Latn': new Map(),
    'ta-Latn': new Map(),
  }
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    const add = (map: Map<string, number[]>, key: string, id: number): void => {
      const list = map.get(key)
      if (list === undefined) map.set(key, [id])
      else list.push(id)
    }
    for (const { id, form, key, prefix, romanised } of vocabulary.literals) {
      if (romanised || form === 'hi' || form === 'ta' || /\d/.test(key)) continue
      if (key.length >= (form === 'en' && !prefix ? SHORTEST - 1 : SHORTEST + 1))
        for (const shorter of deletions(key.slice(0, LONGEST))) add(this.#slips[form], shorter, id)
      if (form !== 'en' && !prefix && consonants(key).length >= 3) add(this.#skeletons[form], consonants(key), id)
    }
  }

  /**
   * The words that a token may be one slip away from.
   * @param shortest length of the shortest word thought of
   */
  slips(token: Token, form: 'en' | 'hi-Latn' | 'ta-Latn', shortest = SHORTEST + 1): number[] {
    const key = keyOf(token, form)
    if (key.length < 4) return []
    const found = new Set<number>()
    const { literals } = this.#vocabulary
    // The whole word first, then its beginnings, which are all that a word beginning is met by.
    const probes = [key.slice(0, LONGEST)]
    for (let length = SHORTEST - 1; length < Math.min(key.length, LONGEST); length += 1)
      probes.push(key.slice(0, length))
    probes.forEach((probe, at) => {
      for (const shorter of deletions(probe)) {
        for (const id of this.#slips[form].get(shorter) ?? []) {
          const literal = literals[id]
          if (literal === undefined || literal.key.length < shortest || literal.key[0] !== key[0]) continue
          const whole = at === 0 && oneSlipApart(literal.key, key)
          if (whole || (literal.prefix && oneSlipApart(literal.key, probe))) found.add(id)
        }
      }
    })
    return [...found]
  }

  /** The words that a token has the consonants of, where it is typed nearly without vowels. */
  skeletons(token: Token, form: 'hi-Latn' | 'ta-Latn'): readonly number[] {
    const key = keyOf(token, form)
    const skeleton = consonants(key)
    const vowels = key.length - skeleton.length
    if (skeleton.length < 3 || vowels > (skeleton.length > 3 ? 1 : 0)) return []
    return this.#skeletons[form].get(skeleton) ?? []
  }
}

const keyOf = (token: Token, form: 'en' | 'hi-Latn' | 'ta-Latn'): string =>
  form === 'en' ? token.key : form === 'hi-Latn' ? token.hindiKey : token.tamilKey
