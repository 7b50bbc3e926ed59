import type { LanguageForm } from '../../clinical/language-forms.ts'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import type { WordClasses, Wordings } from '../../clinical/red-flags/index.ts'
import { normaliseRomanised, romanise } from '../language/index.ts'
import { HINDI_FIRST, romanisedKey } from './romanised-key.ts'
import { nativeKey } from './tokens.ts'

/** One place of a wording: one of some words, a word class, a number, or room for other words. */
export type Element =
  | { readonly kind: 'words'; readonly literals: readonly number[]; readonly classes: readonly string[] }
  | { readonly kind: 'number'; readonly least: number }
  | { readonly kind: 'gap' }

/** One alternative of a wording: parts that may stand in any order, each a sequence. */
export interface Alternative {
  readonly parts: readonly (readonly Element[])[]
  /** Every element that must stand somewhere for the alternative to match, the plainest first. */
  readonly needs: readonly Element[]
}

/** A word or word beginning that wordings look for, in the spelling of its form. */
export interface Literal {
  readonly id: number
  readonly form: LanguageForm
  readonly key: string
  readonly prefix: boolean
  /** Whether it is a native word as typed in Latin letters, which its own form's wordings do not list. */
  readonly romanised: boolean
}

interface RomanisedWords {
  readonly exact: Map<string, number>
  readonly prefixes: Map<string, number>
}

/** Shorter romanised words and beginnings of native wordings would be met by many other words. */
const SHORTEST_ROMANISED = 4
export const SHORTEST_BEGINNING = 5
/** Where the word is all there is to a wording, it must be long enough to be no other; less so in a class, which is met together with other words. */
export const SHORTEST_ALONE = { finding: 9, class: 7 } as const

/** All the words that a set of wordings looks for, each known by a number. */
export class Vocabulary {
  readonly literals: Literal[] = []
  readonly exact: Readonly<Record<LanguageForm, Map<string, number>>>
  readonly prefixes: Readonly<Record<LanguageForm, Map<string, number>>>
  /** The native words once more, as they are typed in Latin letters. */
  readonly romanised: Readonly<Record<'hi-Latn' | 'ta-Latn', RomanisedWords>> = {
    'hi-Latn': { exact: new Map(), prefixes: new Map() },
    'ta-Latn': { exact: new Map(), prefixes: new Map() },
  }

  /** Numbers by word as written: most words stand in many wordings, and comparing keys costs. */
  readonly #added: Readonly<Record<LanguageForm, Map<string, number>>>
  readonly #romanisedKeys = new Map<string, string>()

  constructor() {
    const maps = (): Record<LanguageForm, Map<string, number>> => ({
      en: new Map(),
      hi: new Map(),
      ta: new Map(),
      'hi-Latn': new Map(),
      'ta-Latn': new Map(),
    })
    this.exact = maps()
    this.prefixes = maps()
    this.#added = maps()
  }

  /** The number of a word of a wording (`vomit*`, `seene`), added where it is new. */
  add(word: string, form: LanguageForm): number {
    const known = this.#added[form].get(word)
    if (known !== undefined) return known
    const id = this.#add(word, form)
    this.#added[form].set(word, id)
    return id
  }

  #add(word: string, form: LanguageForm): number {
    const prefix = word.endsWith('*')
    const key = literalKey(prefix ? word.slice(0, -1) : word, form, prefix)
    if (key === '') throw new Error(`A wording of ${form} has an empty word: ${word}`)
    const map = (prefix ? this.prefixes : this.exact)[form]
    const known = map.get(key)
    if (known !== undefined) return known
    const id = this.#push(form, key, prefix, false)
    map.set(key, id)
    return id
  }

  /**
   * The number of a native word as people type it in Latin letters, so that what is worded in Hindi or Tamil is met
   * in both scripts. None where that would be too short to tell from other words.
   * @param alone the least length where the word is a wording by itself
   */
  addRomanised(word: string, form: 'hi' | 'ta', alone: number | undefined): number | undefined {
    const prefix = word.endsWith('*')
    const key = this.#romanisedKey(prefix ? word.slice(0, -1) : word, form)
    if (key.length < (alone ?? (prefix ? SHORTEST_BEGINNING : SHORTEST_ROMANISED))) return undefined
    const map = this.romanised[`${form}-Latn`][prefix ? 'prefixes' : 'exact']
    const known = map.get(key)
    if (known !== undefined) return known
    const id = this.#push(`${form}-Latn`, key, prefix, true)
    map.set(key, id)
    return id
  }

  #romanisedKey(word: string, form: 'hi' | 'ta'): string {
    const known = this.#romanisedKeys.get(word)
    if (known !== undefined) return known
    const key = normaliseRomanised(romanise(word, form), form)
    this.#romanisedKeys.set(word, key)
    return key
  }

  #push(form: LanguageForm, key: string, prefix: boolean, romanised: boolean): number {
    this.literals.push({ id: this.literals.length, form, key, prefix, romanised })
    return this.literals.length - 1
  }
}

function literalKey(word: string, form: LanguageForm, prefix: boolean): string {
  const plain = word.toLowerCase().replace(/['’]/g, '')
  if (/\d/.test(plain)) return plain
  // A beginning is compared as it stands: "sans" is a word typed short, "sans*" is not.
  if (form === 'hi-Latn') return prefix ? normaliseRomanised(plain, 'hi') : romanisedKey(plain, 'hi')
  if (form === 'ta-Latn') return prefix ? normaliseRomanised(plain, 'ta') : romanisedKey(plain, 'ta')
  return nativeKey(plain, prefix)
}

function compileElement(
  text: string,
  form: LanguageForm,
  alone: number | undefined,
  english: ReadonlySet<string>,
  vocabulary: Vocabulary,
  classes: WordClasses,
): Element {
  if (text === '~') return { kind: 'gap' }
  if (text === '#many') return { kind: 'number', least: 8 }
  if (text === '#number') return { kind: 'number', least: 0 }
  const literals: number[] = []
  const named: string[] = []
  for (const word of text.split('|')) {
    if (!word.startsWith('@')) {
      // "pain" in a Hindi wording is the English word: folded as Hindi it would be "pe" (on).
      literals.push(
        vocabulary.add(word, form.endsWith('-Latn') && english.has(word) && !HINDI_FIRST.has(word) ? 'en' : form),
      )
      const romanised = form === 'hi' || form === 'ta' ? vocabulary.addRomanised(word, form, alone) : undefined
      if (romanised !== undefined) literals.push(romanised)
    } else if (word.slice(1) in classes) named.push(word.slice(1))
    else throw new Error(`There is no word class ${word}`)
  }
  return { kind: 'words', literals, classes: named }
}

/** Reads one form's wordings (` | ` between alternatives). */
function compileWording(
  text: string,
  form: LanguageForm,
  english: ReadonlySet<string>,
  vocabulary: Vocabulary,
  classes: WordClasses,
  shortestAlone: number,
): Alternative[] {
  return text
    .split(' | ')
    .map((alternative) => alternative.trim())
    .filter((alternative) => alternative !== '')
    .map((alternative) => {
      const parts = alternative.split(' & ').map((part) =>
        part
          .trim()
          .split(/\s+/)
          .map((element) =>
            compileElement(
              element,
              form,
              alternative.includes(' ') ? undefined : shortestAlone,
              english,
              vocabulary,
              classes,
            ),
          ),
      )
      const needs = parts.flat().filter(({ kind }) => kind !== 'gap')
      return { parts, needs: needs.sort((one, other) => weight(one) - weight(other)) }
    })
}

/** How much work it is to see whether an element occurs. */
const weight = (element: Element): number =>
  element.kind === 'words' ? element.literals.length + element.classes.length * 50 : 20

/** Reads the wordings of all forms into one list of alternatives. */
export function compileWordings(
  wordings: Wordings,
  vocabulary: Vocabulary,
  classes: WordClasses,
  shortestAlone: number = SHORTEST_ALONE.finding,
): Alternative[] {
  const english = new Set((wordings.en ?? '').split(/[\s|]+/))
  return [
    ...(wordings.any === undefined
      ? []
      : compileWording(wordings.any, 'en', english, vocabulary, classes, shortestAlone)),
    ...LANGUAGE_FORMS.flatMap((form) => {
      const text = wordings[form]
      return text === undefined ? [] : compileWording(text, form, english, vocabulary, classes, shortestAlone)
    }),
  ]
}
