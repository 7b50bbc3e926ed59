/** Buckets that character n-grams are hashed into. A power of two. */
export const FEATURE_BUCKETS = 16_384

/**
 * The features of one Latin-script word: its character n-grams of one to four letters with the word's edges marked,
 * hashed (FNV-1a) into buckets.
 */
export function wordFeatures(word: string): number[] {
  const marked = `<${word.toLowerCase().replace(/(.)\1{2,}/g, '$1$1')}>`
  const features: number[] = []
  for (let length = 1; length <= 4; length += 1) {
    for (let start = 0; start + length <= marked.length; start += 1) {
      features.push(hashed(marked, start, start + length) & (FEATURE_BUCKETS - 1))
    }
  }
  return features
}

/** FNV-1a of a stretch of a text, as 32 unsigned bits. */
export function hashed(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
