import { isLegacyFont } from './legacy-fonts.ts'
import type { TextLayer } from './text-layer.ts'

/** Why a page has to be read by its picture instead of its text layer. */
export type LayerFault = 'no_text' | 'legacy_font' | 'no_character_map' | 'gibberish' | 'picture_with_caption'

/** A page with fewer words than this has its content elsewhere, if it has a large picture. */
const FEW_WORDS = 25
const MOST_OF_THE_PAGE = 0.4

/**
 * Judges a text layer. `undefined` means that it can be used.
 * @param pictureShare part of the page that its largest picture covers
 */
export function layerFault(layer: TextLayer, pictureShare: number): LayerFault | undefined {
  const words = layer.lines.flatMap((line) => line.words.map((word) => word.text))
  if (words.length === 0) return 'no_text'
  const text = words.join(' ')
  const letters = [...layer.fonts.values()].reduce((sum, count) => sum + count, 0)
  const legacy = [...layer.fonts].reduce((sum, [font, count]) => sum + (isLegacyFont(font) ? count : 0), 0)
  if (legacy > 0.05 * letters) return 'legacy_font'
  if (unmappedShare(text) > 0.05) return 'no_character_map'
  if (words.length >= 12 && wordShare(words) < 0.35) return 'gibberish'
  if (words.length < FEW_WORDS && pictureShare > MOST_OF_THE_PAGE) return 'picture_with_caption'
  return undefined
}

/** Characters that stand for nothing: private use, replacement, controls. Fonts without a character map yield these. */
function unmappedShare(text: string): number {
  const unmapped = text.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0
  const letters = text.replace(/\s/g, '').length
  return letters === 0 ? 1 : unmapped / letters
}

/** Part of the words that could be words, numbers or units of a language that we read. */
function wordShare(words: readonly string[]): number {
  return words.filter(isWordLike).length / words.length
}

function isWordLike(word: string): boolean {
  const bare = word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '')
  if (bare === '') return true
  if (/^[\d.,:/%<>=+-]+[a-zA-Z%]{0,4}$/.test(bare)) return true
  if (/\p{Script=Devanagari}|\p{Script=Tamil}/u.test(bare)) return isWellFormedIndic(bare)
  if (!/^[\p{Script=Latin}\d.,'’/()&+^*%µ-]+$/u.test(bare)) return false
  // Case that changes within a word is what Latin codes of an old Indian font look like: "fjiksVZ".
  const changes = bare.match(/[a-z][A-Z]/g)?.length ?? 0
  const vowels = /[aeiouyAEIOUY]/.test(bare)
  return changes <= 1 && (vowels || bare.length <= 5)
}

/** Vowel signs follow consonants; a page whose syllables are out of order has lost its character map. */
function isWellFormedIndic(word: string): boolean {
  return !/^\p{M}/u.test(word) && !/[\u093E-\u094C\u0BBE-\u0BCC]{2}/u.test(word)
}
