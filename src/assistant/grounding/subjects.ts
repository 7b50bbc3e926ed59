import { analyteByLoinc } from '../../clinical/analytes/index.ts'
import { type Concept, type ConceptMatch, findConcepts, soundOf, wordsOf } from '../../clinical/concepts/index.ts'
import type { Language } from '../../clinical/language-forms.ts'
import { METRIC_TYPES } from '../../clinical/vitals/index.ts'
import { measureTarget } from '../retrieval/measure-target.ts'
import type { FactValue } from '../turn/stages.ts'

/**
 * What a number is about, as keys that two mentions share where they mean the same thing: `analyte:hba1c`,
 * `metric:weight`, `medicine:metformin`, and the sound of a name that no lexicon knows.
 */
export type SubjectKeys = ReadonlySet<string>

/** A place where a text names something that has values. */
export interface SubjectMention {
  readonly keys: SubjectKeys
  readonly start: number
  readonly end: number
}

const keysByConcept = new Map<string, SubjectKeys>()

/** Keys of a concept; none for concepts that have no values of their own. */
export function conceptKeys(concept: Concept): SubjectKeys {
  let keys = keysByConcept.get(concept.id)
  if (keys === undefined) {
    keys = new Set(workOut(concept))
    keysByConcept.set(concept.id, keys)
  }
  return keys
}

function workOut(concept: Concept): string[] {
  if (concept.kind === 'medicine') return [`medicine:${concept.id}`]
  if (concept.kind === 'condition') return [`condition:${concept.id}`]
  if (concept.kind !== 'measure' || concept.id === 'fasting' || concept.id === 'after_food') return []
  const target = measureTarget(concept)
  const own = [`concept:${concept.id}`]
  if (target === undefined) return own
  const analytes = target.group ? [] : target.analyteKeys.map((key) => `analyte:${key}`)
  return [...own, ...analytes, ...target.metricTypes.map((type) => `metric:${type}`)]
}

/** Keys of a fact's value, from its code and its name. */
export function valueKeys(value: FactValue): SubjectKeys {
  const keys = new Set<string>()
  const analyte = value.code === undefined ? undefined : analyteByLoinc(value.code)
  if (analyte !== undefined) keys.add(`analyte:${analyte.key}`)
  if ((METRIC_TYPES as readonly string[]).includes(value.name)) keys.add(`metric:${value.name}`)
  else {
    for (const { concept } of findConcepts(value.name, 'en')) for (const key of conceptKeys(concept)) keys.add(key)
    keys.add(nameKey(value.name))
  }
  return keys
}

function nameKey(name: string): string {
  return `name:${wordsOf(name)
    .map(({ text }) => soundOf(text, 'en'))
    .join(' ')}`
}

/** Finds what sentences speak about, also by names that only this evidence knows. */
export class SubjectFinder {
  readonly #language: Language
  /** First word of a name, to the names that begin with it. */
  readonly #names = new Map<string, { readonly words: readonly string[]; readonly keys: SubjectKeys }[]>()

  constructor(language: Language) {
    this.#language = language
  }

  /** Learns the name of a fact. */
  learn(name: string, keys: SubjectKeys): void {
    const words = wordsOf(name).map(({ text }) => soundOf(text, 'en'))
    const [first] = words
    if (first === undefined || name.length < 2) return
    this.#names.set(first, [...(this.#names.get(first) ?? []), { words, keys }])
  }

  concepts(text: string): readonly ConceptMatch[] {
    return findConcepts(text, this.#language)
  }

  /**
   * Mentions in order. A learned name goes before the concepts inside it (the red cells of "RDW (size of red cells)");
   * where both name the same stretch, their keys are joined.
   */
  mentions(text: string, concepts: readonly ConceptMatch[]): readonly SubjectMention[] {
    const found: { readonly keys: Set<string>; readonly start: number; readonly end: number }[] = []
    const add = (keys: SubjectKeys, start: number, end: number) => {
      if (keys.size === 0) return
      const around = found.find((other) => other.start <= start && end <= other.end)
      if (around === undefined) {
        if (!found.some((other) => start < other.end && other.start < end))
          found.push({ keys: new Set(keys), start, end })
      } else if (around.start === start && around.end === end) for (const key of keys) around.keys.add(key)
    }
    const named = this.#namesIn(text).sort((left, right) => right.end - right.start - (left.end - left.start))
    for (const { keys, start, end } of named) add(keys, start, end)
    for (const { concept, start, end } of concepts) add(conceptKeys(concept), start, end)
    return found.sort((left, right) => left.start - right.start)
  }

  #namesIn(text: string): SubjectMention[] {
    const words = wordsOf(text)
    const sounds = words.map((word) => soundOf(word.text, 'en'))
    return sounds.flatMap((sound, at) =>
      (this.#names.get(sound) ?? [])
        .filter((name) => name.words.every((each, offset) => sounds[at + offset] === each))
        .map((name) => ({
          keys: name.keys,
          start: words[at]?.start ?? 0,
          end: words[at + name.words.length - 1]?.end ?? 0,
        })),
    )
  }
}

/** Whether a mention is of something that numbers are about. Of a condition they are not. */
export function hasValues(keys: SubjectKeys): boolean {
  for (const key of keys) if (!key.startsWith('condition:')) return true
  return false
}

export function overlap(left: SubjectKeys, right: SubjectKeys): boolean {
  for (const key of left) if (right.has(key)) return true
  return false
}
