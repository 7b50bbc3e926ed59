/** Where a word that was looked for stands in an excerpt, counted in UTF-16 units, the end exclusive. */
export interface Highlight {
  readonly start_index: number
  readonly end_index: number
}

/** Private-use characters that the database sets around matches; texts are rid of them before. */
export const MATCH_START = '\ue000'
export const MATCH_END = '\ue001'

/** Takes the marks out of an excerpt and says where they were. */
export function readHighlights(marked: string): { readonly excerpt: string; readonly highlights: Highlight[] } {
  const highlights: Highlight[] = []
  let excerpt = ''
  let start: number | undefined
  for (const part of marked.trim().split(new RegExp(`([${MATCH_START}${MATCH_END}])`))) {
    if (part === MATCH_START) {
      start = excerpt.length
    } else if (part === MATCH_END) {
      if (start !== undefined && start < excerpt.length)
        highlights.push({ start_index: start, end_index: excerpt.length })
      start = undefined
    } else {
      excerpt += part
    }
  }
  return { excerpt, highlights }
}
