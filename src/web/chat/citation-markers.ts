import type { Citation } from './answer.ts'

/** A source of an answer, with its number from 1. */
export interface NumberedSource {
  readonly number: number
  readonly citation: Citation
}

/** Two characters that no text uses (Unicode's private area) hold the place of a source's number in the text. */
const OPEN = '\uE000'
const CLOSE = '\uE001'
const MARKER = /\uE000(\d+)\uE001/

/** The sources of an answer, each once, in the order in which they are named. */
export function numberSources(citations: readonly Citation[]): readonly NumberedSource[] {
  const known = new Map<string, Citation>()
  for (const citation of citations) {
    const key = keyOf(citation)
    if (!known.has(key)) known.set(key, citation)
  }
  return [...known.values()].map((citation, at) => ({ number: at + 1, citation }))
}

/** The text with a marker behind each claim that has a source. */
export function withMarkers(text: string, citations: readonly Citation[], sources: readonly NumberedSource[]): string {
  const numbers = new Map(sources.map(({ number, citation }) => [keyOf(citation), number]))
  const places = new Map<number, Set<number>>()
  for (const citation of citations) {
    const number = numbers.get(keyOf(citation))
    const at = citation.end_index
    if (number === undefined || at <= 0 || at > text.length) continue
    places.set(at, (places.get(at) ?? new Set()).add(number))
  }
  let marked = text.replaceAll(OPEN, '').replaceAll(CLOSE, '')
  for (const [at, found] of [...places].sort(([left], [right]) => right - left)) {
    const markers = [...found].map((number) => OPEN + number + CLOSE).join('')
    marked = marked.slice(0, at) + markers + marked.slice(at)
  }
  return marked
}

/** Text and numbers of sources in turn. */
export function splitMarkers(text: string): readonly (string | number)[] {
  return text
    .split(MARKER)
    .map((part, at) => (at % 2 === 0 ? part : Number(part)))
    .filter((part) => part !== '')
}

function keyOf({ title, source }: Citation): string {
  return JSON.stringify([title, source])
}
