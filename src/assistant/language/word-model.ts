import { WORD_MODEL_SCALE, WORD_MODEL_WEIGHTS } from './generated/word-model.ts'
import { wordFeatures } from './word-features.ts'

const CLASSES = 3
const weights = new Int8Array(Buffer.from(WORD_MODEL_WEIGHTS, 'base64'))

/** How much a word looks like each language: probabilities that sum to 1. */
export interface WordLikeness {
  readonly en: number
  readonly hi: number
  readonly ta: number
}

/** Which language the spelling of one Latin-script word suggests, by the trained character model. */
export function wordLikeness(word: string): WordLikeness {
  let en = 0
  let hi = 0
  let ta = 0
  for (const feature of wordFeatures(word)) {
    en += weights[feature * CLASSES] ?? 0
    hi += weights[feature * CLASSES + 1] ?? 0
    ta += weights[feature * CLASSES + 2] ?? 0
  }
  const top = Math.max(en, hi, ta)
  const [a, b, c] = [en, hi, ta].map((score) => Math.exp((score - top) * WORD_MODEL_SCALE)) as [number, number, number]
  const sum = a + b + c
  return { en: a / sum, hi: b / sum, ta: c / sum }
}
