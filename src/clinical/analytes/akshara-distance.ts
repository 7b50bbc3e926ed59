/** Marks that print small and are lost or made up most: anusvara, chandrabindu, visarga, nukta, virama. */
const SMALL_MARKS = /[\u0900-\u0903\u093c\u094d\u0b82\u0bcd]/gu
const syllables = new Intl.Segmenter('hi', { granularity: 'grapheme' })

/** A word of Devanagari or Tamil as its aksharas: a consonant, or a vowel, with the signs around it. */
export function aksharasOf(text: string): readonly string[] {
  return [...syllables.segment(text)].map(({ segment }) => segment)
}

/**
 * Steps between two texts, counted in aksharas: text recognition loses a vowel sign far more often than it takes one
 * consonant for another, so that a sign wrong is half a step, a small mark a quarter, and anything else a whole one.
 */
export function aksharaDistance(a: readonly string[], b: readonly string[]): number {
  let above = b.map((_, column) => column + 1)
  a.forEach((one, row) => {
    let corner = row
    let left = row + 1
    above = b.map((other, column) => {
      const top = above[column] ?? 0
      const steps = Math.min(top + 1, left + 1, corner + substitution(one, other))
      corner = top
      left = steps
      return steps
    })
  })
  return above.at(-1) ?? a.length
}

function substitution(a: string, b: string): number {
  if (a === b) return 0
  if (a.replace(SMALL_MARKS, '') === b.replace(SMALL_MARKS, '')) return 0.25
  return isLetter(a) && a.codePointAt(0) === b.codePointAt(0) ? 0.5 : 1
}

/** Digits of a name carry its meaning, and stand alone. */
function isLetter(akshara: string): boolean {
  return /^\p{L}/u.test(akshara)
}
