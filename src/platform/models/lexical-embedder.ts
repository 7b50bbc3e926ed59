import {
  type Concept,
  conceptById,
  findConcepts,
  isStopWord,
  latinise,
  scriptOf,
  skeletonOf,
  wordsOf,
} from '../../clinical/concepts/index.ts'
import { LANGUAGES } from '../../clinical/language-forms.ts'
import type { Embedder } from './embedder.ts'

const DIMENSIONS = 384

/** How much each kind of feature says about the subject. Words of asking and time say little about it. */
const CONCEPT_WEIGHTS: Readonly<Record<Concept['kind'], number>> = {
  measure: 3,
  medicine: 3,
  condition: 3,
  symptom: 3,
  body: 2,
  care: 1.6,
  act: 0.1,
  ask: 0,
  flag: 0.4,
  time: 0.4,
  person: 0.3,
}
const BROADER_SHARE = 0.5
const WORD_WEIGHT = 0.8
const SKELETON_WEIGHT = 0.9
const TRIGRAM_WEIGHT = 0.18

/**
 * An embedder without a neural network: concepts of the health lexicon, which are the same in every language, with words,
 * sounds and letter groups for everything the lexicon does not know (names of people, places, brands). Hashed into a
 * fixed number of signed dimensions and scaled to length 1. Deterministic; a change of features is a new model name.
 */
export class LexicalEmbedder implements Embedder {
  readonly model = 'swasthwrap-lexical-1'
  readonly immediate = true

  async embedPassages(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    return texts.map(embed)
  }

  async embedQuery(text: string): Promise<readonly number[]> {
    return embed(text)
  }
}

function embed(text: string): readonly number[] {
  const features = new Map<string, number>()
  const add = (feature: string, weight: number) => features.set(feature, (features.get(feature) ?? 0) + weight)
  const matches = findConcepts(text)
  for (const { concept } of matches) {
    const weight = CONCEPT_WEIGHTS[concept.kind]
    if (weight === 0) continue
    add(`concept ${concept.id}`, weight)
    for (const broader of concept.broader) {
      const known = conceptById(broader)
      add(`concept ${broader}`, BROADER_SHARE * (known ? CONCEPT_WEIGHTS[known.kind] : 1))
    }
  }
  for (const word of wordsOf(text)) {
    if (LANGUAGES.some((language) => isStopWord(word.text, language)) && scriptOf(word.text) !== 'other') continue
    const known = matches.some((match) => match.start <= word.start && word.end <= match.end)
    const latin = latinise(word.text)
    // A word that the lexicon explains counts by its concept; of a bare number only the whole counts.
    if (known || latin.length < 2) continue
    add(`word ${latin}`, WORD_WEIGHT)
    if (/\d/.test(latin)) continue
    const skeleton = skeletonOf(word.text)
    if (skeleton.length >= 3) add(`sound ${skeleton}`, SKELETON_WEIGHT)
    const padded = ` ${latin} `
    for (let at = 0; at + 3 <= padded.length; at += 1) add(`letters ${padded.slice(at, at + 3)}`, TRIGRAM_WEIGHT)
  }
  return project(features)
}

/** Feature hashing (Weinberger et al. 2009): each feature adds to one dimension, with a sign of its own. */
function project(features: ReadonlyMap<string, number>): readonly number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0)
  for (const [feature, weight] of features) {
    // What is said ten times is not ten times as much the subject.
    const value = Math.sqrt(weight) * Math.min(1, weight) ** 0.5
    for (const seed of [0x811c9dc5, 0x01000193]) {
      const hash = fnv1a(feature, seed)
      const at = (hash >>> 1) % DIMENSIONS
      vector[at] = (vector[at] ?? 0) + (hash & 1 ? value : -value)
    }
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}

function fnv1a(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
