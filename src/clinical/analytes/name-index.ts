import type { Analyte } from './analyte.ts'
import { ANALYTES } from './catalogue.ts'
import { FILLER_WORDS } from './name-words.ts'
import { blurred, compact, digitsOf, isSpecimenOnly, readPrintedName, unordered } from './printed-name.ts'

/** A synonym as recognition uses it. */
export interface Spelling {
  readonly analyte: Analyte
  readonly synonym: string
  readonly words: readonly string[]
  readonly key: string
  /** The digits in it, which no misspelling may change. */
  readonly digits: string
}

type SpellingMap = ReadonlyMap<string, readonly Spelling[]>

function index(spellings: readonly Spelling[], keyOf: (spelling: Spelling) => string): SpellingMap {
  const map = new Map<string, Spelling[]>()
  for (const spelling of spellings) {
    const key = keyOf(spelling)
    const found = map.get(key)
    if (!found) map.set(key, [spelling])
    else if (!found.some((other) => other.analyte === spelling.analyte)) found.push(spelling)
  }
  return map
}

/**
 * A name's words without those that do not distinguish tests; all of them where nothing else would remain. A lone `s`
 * stands for serum at the beginning only: `S. Urea`, but `DHEA-S`.
 */
export function essential(words: readonly string[]): readonly string[] {
  const rest = words.filter((word, position) => !FILLER_WORDS.has(word) || (word === 's' && position > 0))
  return isSpecimenOnly(rest) ? words : rest
}

export const SPELLINGS: readonly Spelling[] = ANALYTES.flatMap((analyte) =>
  analyte.synonyms.map((synonym) => {
    const { words } = readPrintedName(synonym)
    const key = compact(words)
    return { analyte, synonym, words, key, digits: digitsOf(key) }
  }),
)

/** Every word that a test is known by: none of them makes it another test. */
export const VOCABULARY: ReadonlyMap<Analyte, ReadonlySet<string>> = new Map(
  ANALYTES.map((analyte) => [
    analyte,
    new Set(SPELLINGS.filter((spelling) => spelling.analyte === analyte).flatMap((spelling) => spelling.words)),
  ]),
)

export const BY_KEY: SpellingMap = index(SPELLINGS, (spelling) => spelling.key)
export const BY_ESSENTIAL: SpellingMap = index(SPELLINGS, (spelling) => compact(essential(spelling.words)))
export const BY_WORDS: SpellingMap = index(SPELLINGS, (spelling) => unordered(essential(spelling.words)))
export const BY_BLUR: SpellingMap = index(SPELLINGS, (spelling) => blurred(spelling.key))
