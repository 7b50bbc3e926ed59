import { normaliseUnit } from '../../../clinical/units/index.ts'
import { plainText } from './number-text.ts'

/** One measure over another, where no table of spellings holds it: "copies/mL", "mL/min/1.73 m2". */
const QUOTIENT = /^[a-zµμ%×^*\d.²³⁶⁹]{0,14}\s?\/\s?[a-zµμ×^*\d.²³⁶⁹]{1,10}(?:\s?\/\s?[\d.]*\s?[a-z\d^²]{1,6})?\.?$/i
/** Words that only units are made of. */
const UNIT_WORDS =
  /^(?:%|[a-zµμ]?iu|[mk]?eq|secs?|seconds?|min(?:ute)?s?|ratio|index|s\/co|lakhs?|cells|x?\s?10\s?[\^*e]\s?\d{1,2}|mill(?:ion)?s?|thou(?:sands?)?|cumm|fl|pgs?|[mµun]g|[md]l|[mnp]mol|mm|copies)\.?$/i

/** Whether a text can be a unit: one that we know, or one that looks like it. */
export function looksLikeUnit(printed: string): boolean {
  const text = printed.trim()
  if (text === '' || text.length > 32) return false
  if (normaliseUnit(text) !== undefined) return true
  const plain = plainText(text)
  // A number before it is a value; only powers of ten begin a unit.
  if (/^\d/.test(plain) && !/^10\s?[\^*e]/i.test(plain)) return false
  return /[a-z%]/i.test(plain) && (UNIT_WORDS.test(plain) || QUOTIENT.test(plain))
}

/**
 * The unit at the start of a text, as long as it can be: "mg / dl Female" gives "mg / dl".
 * @returns the unit as printed and what follows it
 */
export function leadingUnit(text: string): { readonly unit: string; readonly rest: string } | undefined {
  const words = text.split(' ').filter((word) => word !== '')
  for (let count = Math.min(words.length, 5); count > 0; count--) {
    const unit = words.slice(0, count).join(' ')
    const bare = unit.replace(/[.,;:)\]]+$/, '')
    const known = normaliseUnit(bare) !== undefined
    if (known || (count <= 3 && looksLikeUnit(bare))) return { unit: bare, rest: words.slice(count).join(' ') }
  }
  return undefined
}
