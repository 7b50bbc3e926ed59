export type Comparator = '<' | '<=' | '>' | '>='

export interface ParsedNumber {
  readonly value: number
  readonly comparator?: Comparator
  /** The other reading where the writing allows two: `10.000` is ten, or ten thousand with a point between thousands. */
  readonly alternative?: number
}

const ZEROS = [0x0966, 0x0be6, 0x0ce6, 0x0c66, 0x0d66, 0x09e6, 0x0ae6, 0x0a66, 0xff10]

/** Digits of Indian scripts (and full-width ones) as 0–9; everything else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => code >= start && code <= start + 9)
    return zero === undefined ? digit : String(code - zero)
  })
}

const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(lakhs?|lacs?|लाख|லட்சம்|இலட்சம்)$/iu, 1e5],
  [/^(crores?|करोड़|கோடி)$/iu, 1e7],
  [/^(thousands?|thou|हज़ार|हजार|ஆயிரம்)$/iu, 1e3],
  [/^(millions?|mill|मिलियन|மில்லியன்)$/iu, 1e6],
]

const COMPARATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(<=|=<|≤)\s*/u, '<='],
  [/^(>=|=>|≥)\s*/u, '>='],
  [/^<\s*/u, '<'],
  [/^>\s*/u, '>'],
]

/**
 * Reads one number as people and laboratories in India write it: `1,50,000`, `१२.५`, `<0.01`, `1.5 lakh`. `undefined`
 * where the text is not exactly one number (a range, a word, a number with a unit).
 */
export function parseNumber(text: string): ParsedNumber | undefined {
  let rest = toLatinDigits(text.normalize('NFKC')).trim()
  let comparator: Comparator | undefined
  for (const [pattern, sign] of COMPARATORS) {
    const match = pattern.exec(rest)
    if (match) {
      comparator = sign
      rest = rest.slice(match[0].length)
      break
    }
  }
  const match = /^([+-]?)(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?\s*(\S*)$/u.exec(rest)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', word = ''] = match
  const multiplier = word === '' ? 1 : MULTIPLIERS.find(([pattern]) => pattern.test(word))?.[1]
  if (multiplier === undefined) return undefined
  const value = Number(`${sign}${whole.replaceAll(',', '')}${fraction}`) * multiplier
  const grouped = word === '' && /^\d{1,3}$/.test(whole) && /^\.\d{3}$/.test(fraction) && !whole.startsWith('0')
  return {
    value,
    ...(comparator === undefined ? {} : { comparator }),
    ...(grouped ? { alternative: Number(whole + fraction.slice(1)) } : {}),
  }
}
