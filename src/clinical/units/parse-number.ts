export type Comparator = '<' | '<=' | '>' | '>='

export interface ParsedNumber {
  readonly value: number
  readonly comparator?: Comparator
  /** The other reading where the writing allows two: `10.000` is ten, or ten thousand with a point between thousands. */
  readonly alternative?: number
}

/** Where the digits of a script begin: Devanagari, Tamil, the other Indian scripts, Arabic, full-width. */
const ZEROS = [0x0966, 0x0be6, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0c66, 0x0ce6, 0x0d66, 0x0660, 0x06f0, 0xff10] as const

/** Digits of Indian scripts (and Arabic and full-width ones) as 0–9; everything else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => code >= start && code <= start + 9)
    return zero === undefined ? digit : String(code - zero)
  })
}

const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:lakhs?|lacs?|lakh|लाख|லட்சம்|இலட்சம்)$/iu, 1e5],
  [/^(?:crores?|करोड़|கோடி)$/iu, 1e7],
  [/^(?:thousands?|thou|हज़ार|हजार|ஆயிரம்)$/iu, 1e3],
  [/^(?:millions?|mill|मिलियन|மில்லியன்)$/iu, 1e6],
]

const COMPARATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:<=|=<|≤|up ?to)\s*/iu, '<='],
  [/^(?:>=|=>|≥)\s*/u, '>='],
  [/^(?:<|less than|below|under)\s*/iu, '<'],
  [/^(?:>|more than|greater than|above|over)\s*/iu, '>'],
]

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{2,3})*,\d{3}|\d*)(\.\d*)?\s*(\p{L}[\p{L}\p{M}]*)?$/u

/**
 * Reads one number as people and laboratories in India write it: `1,50,000`, `१२.५`, `<0.01`, `1.5 lakh`. `undefined`
 * where the text is not exactly one number (a range, a word, a number with a unit, commas in the wrong place).
 */
export function parseNumber(text: string): ParsedNumber | undefined {
  let rest = toLatinDigits(text)
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  const comparison = COMPARATORS.find(([pattern]) => pattern.test(rest))
  if (comparison) rest = rest.replace(comparison[0], '')
  const match = NUMBER.exec(rest)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', word] = match
  if (!/\d/.test(whole + fraction)) return undefined
  const multiplier = word === undefined ? 1 : MULTIPLIERS.find(([pattern]) => pattern.test(word))?.[1]
  if (multiplier === undefined) return undefined
  const plain = Number(`${sign}${whole.replaceAll(',', '')}${fraction}`)
  const alternative = word === undefined && /^[1-9]\d{0,2}$/.test(whole) && /^\.\d{3}$/.test(fraction)
  return {
    value: Number((plain * multiplier).toPrecision(15)),
    ...(comparison ? { comparator: comparison[1] } : {}),
    ...(alternative ? { alternative: Number(`${sign}${whole}${fraction.slice(1)}`) } : {}),
  }
}
