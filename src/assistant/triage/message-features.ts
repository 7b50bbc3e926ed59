import { hashed } from '../language/word-features.ts'

/** Buckets that the features of a message are hashed into. A power of two. */
export const MESSAGE_BUCKETS = 32_768
/** A whole word, or two in a row, says more than a piece of one. */
const WORD_WEIGHT = 3

/**
 * The features of a message in any of the five forms, each with its weight: pieces of its words of two to five letters with
 * the words' edges marked, its words, and its pairs of words, hashed into buckets; as a vector of length 1.
 */
export function messageFeatures(text: string): ReadonlyMap<number, number> {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Nd}+/gu, '0')
    .replace(/[^\p{L}\p{M}0]+/gu, ' ')
    .trim()
    .split(' ')
  const features = new Map<number, number>()
  const add = (piece: string, start: number, end: number, weight: number) => {
    const bucket = hashed(piece, start, end) & (MESSAGE_BUCKETS - 1)
    features.set(bucket, Math.max(features.get(bucket) ?? 0, weight))
  }
  for (const [at, word] of words.entries()) {
    const marked = ` ${word} `
    for (let length = 2; length <= 5; length += 1)
      for (let start = 0; start + length <= marked.length; start += 1) add(marked, start, start + length, 1)
    add(word, 0, word.length, WORD_WEIGHT)
    const next = words[at + 1]
    if (next === undefined) continue
    const pair = `${word} ${next}`
    add(pair, 0, pair.length, WORD_WEIGHT)
  }
  let squares = 0
  for (const weight of features.values()) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  return new Map([...features].map(([bucket, weight]) => [bucket, weight / length]))
}
