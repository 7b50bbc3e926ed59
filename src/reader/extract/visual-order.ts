/**
 * Many programs write Hindi and Tamil into PDFs as the eye sees it: vowel signs that stand left of their consonant come
 * before it, an r that sits on a syllable comes behind it. Text that people or searches can use has them in order.
 * Signs are given by code point: in an editor they would join what stands beside them.
 */

/** The Devanagari vowel sign i, and the Tamil ones e, ee and ai. */
const LEFT_SIGN = '[\\u093F\\u0BC6\\u0BC7\\u0BC8]'
const TAMIL_MOVED = /([\u0BC6\u0BC7\u0BC8])([\u0B95-\u0BB9])/g
const DEVANAGARI_CONSONANT = '[\\u0915-\\u0939\\u0958-\\u095F]\\u093C?'
/** Consonants that a virama joins. */
const CLUSTER = `(?:${DEVANAGARI_CONSONANT}\\u094D)*${DEVANAGARI_CONSONANT}`
const VOWEL_SIGNS = '[\\u093A-\\u094C\\u0901-\\u0903]*'
const I_MOVED = new RegExp(`\\u093F(${CLUSTER})`, 'g')
const R_MOVED = new RegExp(`(${CLUSTER}${VOWEL_SIGNS})\\u0930\\u094D(?!${DEVANAGARI_CONSONANT})`, 'g')
/** Some fonts draw the vowel ii as a short one with the r on top; before a consonant it may be that r. */
const II_PARTED = new RegExp(`[\\u0907\\u0908]\\u0930\\u094D(?!${DEVANAGARI_CONSONANT})`, 'g')
const STARTS_LEFT = new RegExp(`^[\\p{P}\\p{S}]*${LEFT_SIGN}`, 'u')

/** A word cannot begin with a vowel sign; words that do show the order of the whole page. */
export function isInVisualOrder(words: readonly string[]): boolean {
  const indic = words.filter((word) => /[\u0900-\u097F\u0B80-\u0BFF]/.test(word))
  const wrong = indic.filter((word) => STARTS_LEFT.test(word)).length
  return wrong >= 2 || (wrong === 1 && indic.length < 12)
}

/** A word in the order of sounds. */
export function inLogicalOrder(word: string): string {
  if (/[\u0B80-\u0BFF]/.test(word)) return tamil(word)
  return /[\u0900-\u097F]/.test(word) ? devanagari(word) : word
}

/** The two halves of o, oo and au stand on both sides of their consonant; composed they are one sign. */
function tamil(word: string): string {
  return word.replace(TAMIL_MOVED, '$2$1').normalize('NFC')
}

function devanagari(word: string): string {
  return word
    .replace(II_PARTED, '\u0908')
    .replace(I_MOVED, '$1\u093F')
    .replace(R_MOVED, '\u0930\u094D$1')
    .normalize('NFC')
}
