/** A stretch of text that is found and shown as one. */
export interface TextChunk {
  readonly page: number | undefined
  readonly text: string
}

const CHARACTERS = 700
/** A last piece shorter than this goes to the one before it. */
const SHORTEST = 120

/**
 * Cuts a text into chunks of some 700 characters, at empty lines where there are any, else at line ends, else at the ends
 * of sentences and words. Nothing is lost and nothing doubled, but blanks at the cuts.
 */
export function chunkText(text: string, page?: number): readonly TextChunk[] {
  const chunks: string[] = []
  let rest = text.replace(/[ \t]+\n/g, '\n').trim()
  while (rest.length > CHARACTERS + SHORTEST) {
    const at = cutBefore(rest, CHARACTERS)
    chunks.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  if (rest !== '') chunks.push(rest)
  return chunks.map((each) => ({ page, text: each }))
}

function cutBefore(text: string, limit: number): number {
  const window = text.slice(0, limit)
  for (const pattern of [/\n\s*\n(?![\s\S]*\n\s*\n)/, /\n(?!.*\n)/s, /[.!?।]\s(?![\s\S]*[.!?।]\s)/, /\s(?!.*\s)/s]) {
    const match = pattern.exec(window)
    if (match && match.index > limit / 3) return match.index + match[0].length
  }
  // Never inside a letter with its vowel signs, nor inside a surrogate pair.
  let at = limit
  while (at > 1 && /^[\p{M}\u{dc00}-\u{dfff}]/u.test(text.slice(at))) at -= 1
  return at
}
