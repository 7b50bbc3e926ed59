/** What sort of thing a concept is. */
export const CONCEPT_KINDS = [
  'measure',
  'condition',
  'symptom',
  'body',
  'medicine',
  'care',
  'act',
  'ask',
  'flag',
  'time',
  'person',
] as const
export type ConceptKind = (typeof CONCEPT_KINDS)[number]

/**
 * One thing people talk about, whatever language and script they use. `spellings` are words and phrases as people write
 * them, not only as dictionaries do.
 */
export interface Concept {
  readonly id: string
  readonly kind: ConceptKind
  readonly spellings: {
    readonly en: readonly string[]
    /** Devanagari and Latin letters alike. */
    readonly hi: readonly string[]
    /** Tamil and Latin letters alike. */
    readonly ta: readonly string[]
  }
  /** What the concept belongs to: metformin to diabetes, creatinine to the kidneys. */
  readonly broader: readonly string[]
}

/** `[id, English, Hindi, Tamil, romanised Hindi, romanised Tamil, broader concepts]`, alternatives separated by commas. */
export type ConceptRow = readonly [string, string, string, string, string, string, string?]

/** Reads rows of one kind. */
export function conceptsOf(kind: ConceptKind, rows: readonly ConceptRow[]): readonly Concept[] {
  return rows.map(([id, en, hi, ta, hiLatn, taLatn, broader]) => ({
    id,
    kind,
    spellings: { en: split(en), hi: [...split(hi), ...split(hiLatn)], ta: [...split(ta), ...split(taLatn)] },
    broader: split(broader ?? ''),
  }))
}

function split(list: string): string[] {
  return list
    .split(',')
    .map((spelling) => spelling.trim())
    .filter((spelling) => spelling !== '')
}
