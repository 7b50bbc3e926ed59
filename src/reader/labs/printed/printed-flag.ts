import type { Flag } from '../../../clinical/analytes/index.ts'
import { plainText } from './number-text.ts'

/** What a report's own mark claims. */
export type FlagMeaning = 'low' | 'high' | 'normal' | 'abnormal'

const MEANINGS: readonly (readonly [RegExp, FlagMeaning])[] = [
  [/^(?:\(?(?:l|ll|lo|low|very low|critically low|critical low|below normal|↓+|▼|🔽)\)?|कम|குறைவு)$/iu, 'low'],
  [
    /^(?:\(?(?:h|hh|hi|high|very high|critically high|critical high|above normal|↑+|▲|🔼)\)?|अधिक|ज़्यादा|अधिकम्|அதிகம்)$/iu,
    'high',
  ],
  [/^(?:n|normal|within normal limits|wnl|in range|within range|ok|सामान्य|இயல்பு)$/iu, 'normal'],
  [
    /^(?:a|abnormal|critical|[*#†‡]+|!|out of range|borderline|borderline high|borderline low|panic|असामान्य)$/iu,
    'abnormal',
  ],
]

/** What a printed mark means; `undefined` where the text is no mark. Case, brackets and asterisks do not matter. */
export function flagMeaning(printed: string): FlagMeaning | undefined {
  const text = plainText(printed)
    .replace(/^[[({]\s*|\s*[\])}]$/g, '')
    .trim()
  const bare = text.replace(/^\*+\s*|\s*\*+$/g, '').trim()
  return MEANINGS.find(([pattern]) => pattern.test(bare === '' ? text : bare))?.[1]
}

const TRAILING =
  /\s+([[(]?(?:HH?|LL?|High|Low|HIGH|LOW|Normal|NORMAL|Borderline|Abnormal|Critical)[\])]?\s*\**|[*#†‡]+|[↑↓▲▼]+)$/
const LEADING = /^([[(]?(?:HH?|LL?|High|Low|HIGH|LOW)[\])]?\s*\**|[*#†‡]+|[↑↓▲▼]+)\s*(?=[<>]?\s*[\d.])/

/** Parts a value from the mark that stands in the same cell: "7.2 H", "*7.2", "H 7.2". */
export function splitFlag(cell: string): { readonly rest: string; readonly flag: string | null } {
  const trailing = TRAILING.exec(cell)
  if (trailing?.[1]) return { rest: cell.slice(0, trailing.index).trim(), flag: trailing[1].trim() }
  const leading = LEADING.exec(cell)
  if (leading?.[1]) return { rest: cell.slice(leading[0].length).trim(), flag: leading[1].trim() }
  const attached = /^(<?>?=?\s*[\d.,]+)\s*([*#†‡]+|[↑↓▲▼]+|HH?$|LL?$)(.*)$/.exec(cell)
  if (attached) return { rest: `${attached[1]}${attached[3]}`.trim(), flag: attached[2] ?? null }
  return { rest: cell, flag: null }
}

/** Whether a report's mark contradicts our reading of its own range. Bold print is no claim: laboratories misuse it. */
export function flagsDisagree(printed: string | null, ours: Flag): boolean {
  const claim = printed === null ? undefined : flagMeaning(printed)
  if (claim === undefined || ours === 'unknown') return false
  const low = ours === 'low' || ours === 'critical_low'
  const high = ours === 'high' || ours === 'critical_high'
  if (claim === 'low') return !low
  if (claim === 'high') return !high
  if (claim === 'normal') return low || high || ours === 'abnormal'
  // "Borderline" and an asterisk are printed inside and outside of ranges alike.
  return false
}
