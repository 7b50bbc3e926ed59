import { aksharasOf } from './akshara-distance.ts'
import type { Analyte } from './analyte.ts'
import { ANALYTES } from './catalogue.ts'
import { FILLER_WORDS } from './name-words.ts'
import { blurred, compact, digitsOf, isSpecimenOnly, unordered, wordsOf } from './printed-name.ts'

/** A synonym as recognition uses it. */
export interface Spelling {
  readonly analyte: Analyte
  readonly synonym: string
  readonly words: readonly string[]
  readonly key: string
  /** The digits in it, which no misspelling may change. */
  readonly digits: string
}

/** A synonym in Devanagari or Tamil. */
interface IndicSpelling extends Spelling {
  readonly aksharas: readonly string[]
}

type SpellingMap = ReadonlyMap<string, readonly Spelling[]>

interface NameIndex {
  readonly spellings: readonly Spelling[]
  readonly indic: readonly IndicSpelling[]
  readonly byKey: SpellingMap
  readonly byEssential: SpellingMap
  readonly byWords: SpellingMap
  readonly byBlur: SpellingMap
  /** Every word that a test is known by: none of them makes it another test. */
  readonly vocabulary: ReadonlyMap<Analyte, ReadonlySet<string>>
}

/**
 * A name's words without those that do not distinguish tests; all of them where nothing else would remain. A lone `s`
 * stands for serum at the beginning only: `S. Urea`, but `DHEA-S`.
 */
export function essential(words: readonly string[]): readonly string[] {
  const rest = words.filter((word, position) => !FILLER_WORDS.has(word) || (word === 's' && position > 0))
  return isSpecimenOnly(rest) ? words : rest
}

let built: NameIndex | undefined

/** All spellings of all analytes, taken apart when the first name is looked up. */
export function nameIndex(): NameIndex {
  built ??= build()
  return built
}

function build(): NameIndex {
  const spellings = ANALYTES.flatMap((analyte) => analyte.synonyms.map((synonym) => spellingOf(analyte, synonym)))
  return {
    spellings,
    indic: spellings
      .filter(({ key }) => /[\u0900-\u0dff]/u.test(key))
      .map((spelling) => ({ ...spelling, aksharas: aksharasOf(spelling.key) })),
    byKey: index(spellings, (spelling) => spelling.key),
    byEssential: index(spellings, (spelling) => compact(essential(spelling.words))),
    byWords: index(spellings, (spelling) => unordered(essential(spelling.words))),
    byBlur: index(spellings, (spelling) => blurred(spelling.key)),
    vocabulary: new Map(
      Map.groupBy(spellings, ({ analyte }) => analyte)
        .entries()
        .map(([analyte, its]) => [analyte, new Set(its.flatMap(({ words }) => words))]),
    ),
  }
}

function spellingOf(analyte: Analyte, synonym: string): Spelling {
  const words = wordsOf(synonym)
  const key = compact(words)
  return { analyte, synonym, words, key, digits: digitsOf(key) }
}

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
