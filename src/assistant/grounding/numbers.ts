import { normaliseUnit, parseNumber, toLatinDigits } from '../../clinical/units/index.ts'

/** A number as it stands in a text, with what belongs to it. Offsets are into the text, end exclusive. */
export interface FoundNumber {
  readonly start: number
  /** With the unit. */
  readonly end: number
  readonly value: number
  /** The second number of a pair such as `140/90`. */
  readonly second?: number
  readonly decimals: number
  /** UCUM, where a known unit follows. */
  readonly unit?: string
  /** The word after the number, in lower case, whatever it is. */
  readonly next: string
}

const NUMBER =
  /(?<![\p{L}\p{M}\d._/])[<>≤≥~]?\s?(\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*\/\s*(\d{2,3})(?![\d/]|\.\d))?/gu
const MULTIPLIER = /^\s*(lakhs?|lacs?|crores?|thousand|million|लाख|करोड़|हज़ार|हजार|லட்சம்|கோடி|ஆயிரம்)(?![\p{L}\p{M}])/iu
/** The longest stretch that can be a unit; cut shorter until one is known. */
const UNIT = /^\s?([%°µμ×/\p{L}\p{M}][%°µμ×\p{L}\p{M}\d/^.²³⁶ ]{0,24})/u

const SPOKEN_UNITS: Readonly<Record<string, string>> = {
  percent: '%',
  प्रतिशत: '%',
  फीसदी: '%',
  சதவீதம்: '%',
  சதவிகிதம்: '%',
  mmhg: 'mm[Hg]',
  'mm hg': 'mm[Hg]',
  bpm: '/min',
  kg: 'kg',
  kgs: 'kg',
  kilo: 'kg',
  किलो: 'kg',
  கிலோ: 'kg',
  '°c': 'Cel',
  '°f': '[degF]',
  celsius: 'Cel',
  fahrenheit: '[degF]',
  mg: 'mg',
  mcg: 'ug',
  ml: 'mL',
  मिग्रा: 'mg',
  மிகி: 'mg',
}

/** Every number of a text. Those inside names (HbA1c, B12) are none; dates and times must be looked for before. */
export function findNumbers(text: string): readonly FoundNumber[] {
  const latin = toLatinDigits(text)
  if (!/\d/.test(latin)) return []
  const found = Array.from(latin.matchAll(NUMBER), (match) => {
    const [whole, digits = '', second] = match
    const lead = whole.length - whole.trimStart().length
    let end = match.index + whole.length
    let value = parseNumber(digits)?.value ?? Number(digits.replaceAll(',', ''))
    const multiplier = MULTIPLIER.exec(latin.slice(end))
    if (multiplier) {
      value = parseNumber(`${digits} ${multiplier[1] ?? ''}`)?.value ?? value
      end += multiplier[0].length
    }
    const after = latin.slice(end)
    const next = /^[\s-]*([\p{L}\p{M}]+)/u.exec(after)?.[1]?.toLowerCase() ?? ''
    const unit = unitAt(after)
    return {
      start: match.index + lead,
      end: end + (unit?.length ?? 0),
      value,
      ...(second === undefined ? {} : { second: Number(second) }),
      decimals: /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0,
      ...(unit === undefined ? {} : { unit: unit.ucum }),
      next,
    }
  })
  // The 10 of 10³/µL belongs to the unit.
  return found.filter((number, at) => number.start >= (found[at - 1]?.end ?? 0))
}

/** The known unit that a text begins with. */
function unitAt(text: string): { readonly ucum: string; readonly length: number } | undefined {
  const match = UNIT.exec(text)
  if (!match) return undefined
  const blank = match[0].length - (match[1]?.length ?? 0)
  let candidate = match[1] ?? ''
  while (candidate !== '') {
    const trimmed = candidate.replace(/[\s.]+$/, '')
    const boundary = !/[\p{L}\p{M}\d]/u.test(text.charAt(blank + trimmed.length))
    const ucum = boundary ? unitOf(trimmed) : undefined
    if (ucum !== undefined) return { ucum, length: blank + trimmed.length }
    const cut = Math.max(trimmed.lastIndexOf(' '), trimmed.lastIndexOf('.'))
    candidate = cut < 0 ? '' : trimmed.slice(0, cut)
  }
  return undefined
}

/** Words that are also spellings of units and are usually words. */
const RATHER_WORDS = new Set([
  'in',
  'a',
  'm',
  'h',
  'f',
  'c',
  's',
  'g',
  'u',
  'to',
  'of',
  'on',
  'hr',
  'sec',
  'min',
  'd',
  'l',
])

/** UCUM of a unit as people or records write it. */
export function unitOf(written: string): string | undefined {
  const folded = written.trim().toLowerCase()
  if (folded === '' || RATHER_WORDS.has(folded)) return undefined
  return SPOKEN_UNITS[folded] ?? normaliseUnit(written)
}
