import type { Evidence } from '../turn/stages.ts'
import { addressOf } from './claim.ts'

/**
 * Log odds that a claim of an answer was right, by what is known of the answer: of ten claims of answers that are sure by 0.9,
 * nine are right. `npm run evals -- confidence` fits `bias` and the whole of the rest, and shows how well they hold.
 */
const CALIBRATED = { bias: -6.5, match: 10.4, coverage: 0.3, agreement: 0.3 } as const
/** Where nothing was claimed there is nothing to be right about; how far evidence stands behind the answer is all there is. */
const UNCLAIMED = { least: 0.25, coverage: 0.25, agreement: 0.25 } as const

/**
 * How far an answer is borne out. `match`: claims that held. `coverage`: sentences that evidence stands behind. `agreement`:
 * whether what was cited is also what retrieval found first. Nothing here is the model's opinion of itself.
 */
export class Confidence {
  #checked = 0
  #supported = 0
  #sentences = 0
  #backed = 0
  readonly #found: Set<string>
  readonly #cited = new Set<string>()

  constructor(evidence: Evidence) {
    this.#found = new Set(addresses(evidence))
  }

  learn(evidence: Evidence): void {
    for (const address of addresses(evidence)) this.#found.add(address)
  }

  count(sentence: { readonly checked: number; readonly supported: number; readonly cited: boolean }): void {
    this.#checked += sentence.checked
    this.#supported += sentence.supported
    this.#sentences += 1
    if (sentence.cited) this.#backed += 1
  }

  cite(address: string): void {
    this.#cited.add(address)
  }

  /** @param aboutRecord false for greetings and the like, which claim nothing and cannot be wrong about the record. */
  result(aboutRecord: boolean): {
    readonly confidence: number
    readonly confidenceParts: Readonly<Record<string, number>>
  } {
    if (!aboutRecord && this.#checked === 0)
      return { confidence: 1, confidenceParts: { match: 1, coverage: 1, agreement: 1 } }
    const claims = this.#checked > 0
    const parts = {
      match: claims ? this.#supported / this.#checked : 0.5,
      // A good answer explains and advises too: half of its sentences behind evidence is all that can be asked.
      coverage: this.#sentences === 0 ? 0 : Math.min(1, (2 * this.#backed) / this.#sentences),
      agreement: this.#cited.size === 0 ? (this.#found.size === 0 ? 0 : 0.25) : share(this.#cited, this.#found),
    }
    const score = (weights: { readonly coverage: number; readonly agreement: number }) =>
      weights.coverage * parts.coverage + weights.agreement * parts.agreement
    const logOdds = CALIBRATED.bias + CALIBRATED.match * parts.match + score(CALIBRATED)
    const confidence = claims ? 1 / (1 + Math.exp(-logOdds)) : UNCLAIMED.least + score(UNCLAIMED)
    return { confidence: round(confidence), confidenceParts: mapValues(parts, round) }
  }
}

function addresses({ facts, passages }: Evidence): readonly string[] {
  return [...facts, ...passages].map(({ source, title }) =>
    addressOf({ source, title, citable: true, keys: new Set() }),
  )
}

function share(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return [...part].filter((each) => whole.has(each)).length / part.size
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function mapValues(parts: Readonly<Record<string, number>>, change: (value: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, change(value)]))
}
