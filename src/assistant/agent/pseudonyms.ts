/** Something that tells who a person is, as the record has it. */
export interface Identity {
  readonly kind: 'NAME' | 'PHONE' | 'EMAIL' | 'ADDRESS' | 'NUMBER'
  readonly text: string
}

type Kind = Identity['kind'] | 'DOCTOR'

/** A name as reports and letters print it: up to four words that begin with a capital. */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}.'’-]*){0,3}`

/** What tells who somebody is by its shape alone. Where a pattern has a group, that is what goes. */
const SHAPES: readonly (readonly [Kind, RegExp])[] = [
  ['EMAIL', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  // Numbers by which an installation, a laboratory, an insurer or the state knows somebody.
  [
    'NUMBER',
    /(?:\b(?:mrn|uhid|abha|aadhaar|aadhar|pan|crn|barcode)\b|\b(?:patient|sample|visit|bill|order|lab|registration|reg|accession|policy|insurance|account|passport)\s*\.?\s*(?:id|no|number|code)\b)[\s.:#-]*(?=[A-Z0-9/-]*\d)([A-Z0-9][A-Z0-9/-]{3,})/giu,
  ],
  ['NUMBER', /(?<![\w-])(?:\d{4}[ -]\d{4}[ -]\d{4}|\d{2}-\d{4}-\d{4}-\d{4}|[A-Z]{5}\d{4}[A-Z])(?![\w-])/gu],
  ['PHONE', /(?<![\w.+-])(?:(?:\+|00)\d{1,3}[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?![\w-]|\.\d)/gu],
  [
    'PHONE',
    /(?<![\w.+-])(?:\+\d{1,3}[\s-]?\(?\d{2,5}\)?[\s-]?\d{3,4}[\s-]?\d{3,5}|0\d{2,4}[\s-]\d{6,8})(?![\w-]|\.\d)/gu,
  ],
  ['DOCTOR', new RegExp(String.raw`(?<![\p{L}])(?:Dr|Doctor|Prof)\.?[ \t]+(${NAME})`, 'gu')],
  [
    'NAME',
    new RegExp(
      String.raw`(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Master|Smt|Shri|Sri|Kum|Selvi|Thiru|Tmt)\.?[ \t]+(${NAME})`,
      'gu',
    ),
  ],
  ['NAME', new RegExp(String.raw`(?<!["\p{L}_])(?:patient(?:'s)?|pt\.?)?[ \t]*name[ \t]*[:-][ \t]*(${NAME})`, 'giu')],
]

/** Words shorter than this are not looked for on their own: too many of them mean something else. */
const SHORTEST_WORD = 4
const PLACEHOLDER = /\[(?:NAME|PHONE|EMAIL|ADDRESS|NUMBER|DOCTOR)_\d+\]/g
/** What a placeholder may look like while its end has not come yet. */
const BEGUN = /\[[A-Z]{0,8}(?:_\d{0,4})?$/

/**
 * Puts placeholders for whatever tells who a person is before text goes to a model outside, and puts back what they stand
 * for in what comes from it. One placeholder always stands for the same thing within an answer. What an image shows
 * cannot be covered this way.
 */
export class Pseudonyms {
  readonly #known: readonly (readonly [Kind, RegExp, string])[]
  readonly #placeholders = new Map<string, string>()
  readonly #originals = new Map<string, string>()
  readonly #counts = new Map<Kind, number>()

  constructor(identities: readonly Identity[]) {
    this.#known = identities.flatMap(termsOf).sort((one, other) => other[2].length - one[2].length)
  }

  /** The text with placeholders. */
  hide(text: string): string {
    let hidden = text
    for (const [kind, pattern, whole] of this.#known) {
      hidden = hidden.replace(pattern, (found) => this.#placeholder(kind, found, whole))
    }
    for (const [kind, pattern] of SHAPES) {
      hidden = hidden.replace(pattern, (found: string, ...groups: unknown[]) => {
        const [group] = groups
        const secret = typeof group === 'string' ? group : found
        if (secret.includes('[')) return found
        return found.replace(secret, this.#placeholder(kind, secret, secret))
      })
    }
    return hidden
  }

  /** The text with what the placeholders stand for; one that stands for nothing stays. */
  restore(text: string): string {
    return text.replace(PLACEHOLDER, (placeholder) => this.#originals.get(placeholder) ?? placeholder)
  }

  /** The same for a JSON value, text by text. */
  restoreIn<Value>(value: Value): Value {
    return mapTexts(value, (text) => this.restore(text)) as Value
  }

  /** The same as {@link hide} for a JSON value. */
  hideIn<Value>(value: Value): Value {
    return mapTexts(value, (text) => this.hide(text)) as Value
  }

  /** Restores a text that comes in pieces; what may be the beginning of a placeholder waits for the next piece. */
  restoring(): { take(piece: string): string; end(): string } {
    let held = ''
    return {
      take: (piece) => {
        const text = held + piece
        held = BEGUN.exec(text)?.[0] ?? ''
        return this.restore(text.slice(0, text.length - held.length))
      },
      end: () => {
        const rest = held
        held = ''
        return rest
      },
    }
  }

  #placeholder(kind: Kind, found: string, whole: string): string {
    const key = `${kind} ${whole.toLowerCase()}`
    const known = this.#placeholders.get(key)
    if (known !== undefined) return known
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    const placeholder = `[${kind}_${count}]`
    this.#placeholders.set(key, placeholder)
    this.#originals.set(placeholder, found)
    return placeholder
  }
}

/** What to look for of an identity: the whole of it, and the longer words of a name. */
function termsOf({ kind, text }: Identity): (readonly [Kind, RegExp, string])[] {
  const whole = text.trim().replace(/\s+/g, ' ')
  if (whole.length < 3) return []
  const found: (readonly [Kind, RegExp, string])[] = [[kind, pattern(kind, whole), whole]]
  if (kind === 'NAME') {
    for (const word of whole.split(' ')) {
      if (word !== whole && word.length >= SHORTEST_WORD) found.push([kind, pattern(kind, word), word])
    }
  }
  return found
}

function pattern(kind: Identity['kind'], text: string): RegExp {
  const letters = kind === 'PHONE' ? [...text.replace(/\D/g, '').slice(-10)] : undefined
  if (letters !== undefined)
    return new RegExp(String.raw`(?<![\w])(?:\+?(?:91|0)[\s-]?)?${letters.join(String.raw`[\s-]?`)}(?!\w)`, 'gu')
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/ /g, String.raw`\s+`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])${escaped}(?![\p{L}\p{N}\p{M}])`, 'giu')
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]))
}
