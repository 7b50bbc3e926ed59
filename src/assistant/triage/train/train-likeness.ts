/**
 * Trains the likeness model: how much a message sounds like an emergency, in any of the five forms. Logistic regression over
 * hashed pieces of words. Run: `node src/assistant/triage/train/train-likeness.ts`
 *
 * Trained on this project's own messages under `test/evals/own` alone; collected ones only measure it. Prints what five-fold
 * cross-validation says of several thresholds: how many emergencies are recognised, how much else is taken for one.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { LANGUAGE_FORMS } from '../../../clinical/language-forms.ts'
import { MESSAGE_BUCKETS, messageFeatures } from '../message-features.ts'

const EPOCHS = 10
const RATE = 0.3
const DECAY = 1e-4
const FOLDS = 5
const OWN = new URL('../../../../test/evals/own/', import.meta.url)
/** Own messages that speak of the record or of nothing: no emergencies. */
const QUIET_FILES = ['language-messages.jsonl', 'language-mixed.jsonl', 'record-questions.jsonl']

interface Example {
  readonly features: ReadonlyMap<number, number>
  readonly isEmergency: boolean
}

function rowsOf(file: string): Record<string, unknown>[] {
  const lines = readFileSync(new URL(file, OWN), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>)
}

const textsOf = (row: Record<string, unknown>): string[] =>
  ['text', 'question', ...LANGUAGE_FORMS].map((key) => row[key]).filter((text) => typeof text === 'string')

/** Messages that can wait until the evening are neither: they are left out. */
function examples(): Example[] {
  const triage = readdirSync(OWN)
    .filter((name) => name.startsWith('triage-'))
    .sort()
    .flatMap((file) => rowsOf(file).map((row) => ({ row, level: row['level'] })))
    .filter(({ level }) => level !== 'urgent')
  const quiet = QUIET_FILES.flatMap((file) => rowsOf(file).map((row) => ({ row, level: 'self_care' })))
  return [...triage, ...quiet].flatMap(({ row, level }) =>
    textsOf(row).map((text) => ({ features: messageFeatures(text), isEmergency: level === 'emergency' })),
  )
}

/** A small deterministic generator, so that training twice gives the same weights. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** Stochastic descent with a rate of its own for each weight (AdaGrad). The last weight is the bias. */
function train(all: readonly Example[]): Float64Array {
  const weights = new Float64Array(MESSAGE_BUCKETS + 1)
  const squares = new Float64Array(MESSAGE_BUCKETS + 1).fill(1e-6)
  const random = randomNumbers(7)
  const order = [...all]
  const step = (slot: number, gradient: number) => {
    squares[slot] = (squares[slot] ?? 0) + gradient * gradient
    weights[slot] = (weights[slot] ?? 0) - (RATE * gradient) / Math.sqrt(squares[slot] ?? 1)
  }
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1))
      const [one, two] = [order[at], order[other]]
      if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one]
    }
    for (const { features, isEmergency } of order) {
      const error = 1 / (1 + Math.exp(-scoreOf(weights, features))) - (isEmergency ? 1 : 0)
      for (const [slot, value] of features) step(slot, error * value + DECAY * (weights[slot] ?? 0))
      step(MESSAGE_BUCKETS, error)
    }
  }
  return weights
}

function scoreOf(weights: Float64Array, features: ReadonlyMap<number, number>): number {
  let score = weights[MESSAGE_BUCKETS] ?? 0
  for (const [slot, value] of features) score += (weights[slot] ?? 0) * value
  return score
}

const all = examples()
const scored = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = train(all.filter((_example, at) => at % FOLDS !== fold))
  return all
    .filter((_example, at) => at % FOLDS === fold)
    .map(({ features, isEmergency }) => ({ score: scoreOf(weights, features), isEmergency }))
}).flat()
const share = (wanted: boolean, threshold: number) => {
  const those = scored.filter(({ isEmergency }) => isEmergency === wanted)
  return (those.filter(({ score }) => score > threshold).length / those.length).toFixed(3)
}
process.stdout.write(`${all.length} messages\nthreshold: emergencies recognised, others taken for one\n`)
for (const threshold of [0, 0.5, 1, 1.5, 2, 2.5, 3])
  process.stdout.write(`${threshold.toFixed(1)}: ${share(true, threshold)}, ${share(false, threshold)}\n`)

const weights = train(all)
const scale = 127 / weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0)
const bytes = Int8Array.from(weights.subarray(0, MESSAGE_BUCKETS), (weight) => Math.round(weight * scale))
writeFileSync(
  new URL('../generated/likeness-model.ts', import.meta.url),
  `// Written by train/train-likeness.ts. Not edited by hand.\nexport const LIKENESS_SCALE = ${(1 / scale).toFixed(6)}\nexport const LIKENESS_BIAS = ${(weights[MESSAGE_BUCKETS] ?? 0).toFixed(6)}\nexport const LIKENESS_WEIGHTS =\n  '${Buffer.from(bytes.buffer).toString('base64')}'\n`,
)
