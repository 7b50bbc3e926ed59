import { toLatinDigits } from '../../../clinical/units/index.ts'

/** A number as laboratories print it: 12, 12.5, .5, 1,50,000. Without sign: a dash before a number joins a range. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`

/**
 * Latin digits, one kind of dash, one kind of comparison sign, single blanks. Arrows of the fonts Symbol and Wingdings
 * become arrows; what else of a picture font has no meaning as text goes.
 */
export function plainText(printed: string): string {
  return toLatinDigits(printed)
    .replace(/[\uF0AD\uF0E1\uF0E9\uF0F1]/g, '↑')
    .replace(/[\uF0AF\uF0E2\uF0EA\uF0F2]/g, '↓')
    .replace(/[\p{Cc}\p{Co}\uFFFD]/gu, ' ')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[＜〈‹]/g, '<')
    .replace(/[＞〉›]/g, '>')
    .replace(/≤|=</g, '<=')
    .replace(/≥|=>/g, '>=')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Decimals that a number is printed with: 2 for 13.00. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)\s*$/.exec(plainText(printed))?.[1]?.length ?? 0
}
