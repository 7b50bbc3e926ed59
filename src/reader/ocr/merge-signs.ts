/** Signs between figures by how much they tell; a look that misses one has less, not something else. */
const SIGNS = ['', ' ', ',', '.', '-', ' - ', '/'] as const

/**
 * Two readings of one number or range that differ only in the signs between their figures, as one that has all of
 * them: "3250-3450" and "32.50 34.50" make "32.50-34.50". `undefined` where the figures differ, or where anything else
 * than figures and their signs is in them.
 */
export function mergeSigns(a: string, b: string): string | undefined {
  if (/[^\d.,<>\s/-]/.test(a + b)) return undefined
  const [one, other] = [parts(a), parts(b)]
  if (one.figures !== other.figures || one.figures === '') return undefined
  let merged = ''
  for (let position = 0; position <= one.figures.length; position++) {
    merged += stronger(one.signs[position] ?? '', other.signs[position] ?? '')
    merged += one.figures[position] ?? ''
  }
  const numbers = merged.match(/[\d.,]+/g) ?? []
  return numbers.every((number) => (number.match(/\./g)?.length ?? 0) <= 1) ? merged.trim() : undefined
}

function parts(text: string): { readonly figures: string; readonly signs: readonly string[] } {
  const signs: string[] = ['']
  let figures = ''
  for (const character of text) {
    if (/[\d<>]/.test(character)) {
      figures += character
      signs.push('')
    } else signs[signs.length - 1] += character
  }
  return { figures, signs }
}

function stronger(a: string, b: string): string {
  const rank = (sign: string) => SIGNS.findLastIndex((known) => known.trim() === sign.trim())
  return rank(a) >= rank(b) ? a : b
}
