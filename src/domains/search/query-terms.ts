import { type Concept, findConcepts, isStopWord, scriptOf, wordsOf } from '../../clinical/concepts/index.ts'
import { type Language, type LanguageForm, languageOf } from '../../clinical/language-forms.ts'

/** Words and phrases to look for with each language's stemmer. */
export type QueryTerms = Readonly<Record<Language, readonly string[]>>

/** Spellings of one concept that are worth a look-up; the first ones are the usual ones. */
const SPELLINGS = 4
const SEARCHED = new Set<Concept['kind']>(['measure', 'condition', 'symptom', 'body', 'medicine', 'care'])

/**
 * What a question looks for in texts of any language: its own words, and the usual spellings of the things it names, so
 * that "शुगर" finds "glucose". Romanised words are looked for as they are typed and by what they mean.
 */
export function queryTerms(text: string, form: LanguageForm): QueryTerms {
  const language = languageOf(form)
  const terms: Record<Language, Set<string>> = { en: new Set(), hi: new Set(), ta: new Set() }
  for (const { text: word } of wordsOf(text)) {
    if (word.length < 2 || isStopWord(word, language) || isStopWord(word, 'en')) continue
    const script = scriptOf(word)
    terms[script === 'devanagari' ? 'hi' : script === 'tamil' ? 'ta' : 'en'].add(word.toLowerCase())
  }
  for (const { concept } of findConcepts(text, language)) {
    if (!SEARCHED.has(concept.kind)) continue
    for (const spelling of concept.spellings.en.slice(0, SPELLINGS)) terms.en.add(spelling)
    for (const spelling of inScript(concept.spellings.hi, 'devanagari')) terms.hi.add(spelling)
    for (const spelling of inScript(concept.spellings.ta, 'tamil')) terms.ta.add(spelling)
  }
  return { en: [...terms.en], hi: [...terms.hi], ta: [...terms.ta] }
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
