import { type ConceptMatch, findConcepts, isStopWord, scriptOf, wordsOf } from '../../clinical/concepts/index.ts'
import { LANGUAGES, type Language, type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import { SUBJECTS } from './search-store.ts'

/** Words and phrases to look for with each language's stemmer. */
export type QueryTerms = Readonly<Record<Language, readonly string[]>>

/** Spellings of one concept that are worth a look-up; the first ones are the usual ones. */
const SPELLINGS = 4

/**
 * What a question looks for in texts of any language: its own words, and the usual spellings of the things it names, so
 * that "शुगर" finds "glucose". Romanised words are looked for as they are typed and by what they mean. Without a form the
 * text may be of any language.
 */
export function queryTerms(text: string, form: LanguageForm | undefined): QueryTerms {
  const language = form && languageOf(form)
  const unsaid = (word: string) =>
    (language ? [language, 'en' as const] : LANGUAGES).some((each) => isStopWord(word, each))
  const terms: Record<Language, Set<string>> = { en: new Set(), hi: new Set(), ta: new Set() }
  for (const { text: word } of wordsOf(text)) {
    if (word.length < 2 || unsaid(word)) continue
    const script = scriptOf(word)
    terms[script === 'devanagari' ? 'hi' : script === 'tamil' ? 'ta' : 'en'].add(word.toLowerCase())
  }
  for (const { concept } of language ? findConcepts(text, language) : mostExplaining(text)) {
    if (!SUBJECTS.has(concept.kind)) continue
    for (const spelling of concept.spellings.en.slice(0, SPELLINGS)) terms.en.add(spelling)
    for (const spelling of inScript(concept.spellings.hi, 'devanagari')) terms.hi.add(spelling)
    for (const spelling of inScript(concept.spellings.ta, 'tamil')) terms.ta.add(spelling)
  }
  return { en: [...terms.en], hi: [...terms.hi], ta: [...terms.ta] }
}

/**
 * The concepts of the language that explains the most of a few words, English where it explains as much. Searches have no
 * words of grammar to tell their language by.
 */
function mostExplaining(text: string): readonly ConceptMatch[] {
  const covered = (matches: readonly ConceptMatch[]) =>
    new Set(matches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset)))
      .size
  const readings = LANGUAGES.map((each) => findConcepts(text, each))
  return readings.reduce((best, each) => (covered(each) > covered(best) ? each : best))
}

function inScript(spellings: readonly string[], script: ReturnType<typeof scriptOf>): readonly string[] {
  return spellings.filter((spelling) => scriptOf(spelling) === script).slice(0, SPELLINGS)
}

/** Terms as PostgreSQL's `to_tsquery` reads them: any of them, words of a phrase one after the other. */
export function tsquery(terms: readonly string[]): string {
  return terms
    .map((term) => wordsOf(term).map(({ text }) => text))
    .filter((words) => words.length > 0)
    .map((words) => (words.length === 1 ? (words[0] ?? '') : `(${words.join(' <-> ')})`))
    .join(' | ')
}
