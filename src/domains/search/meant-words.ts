import { CONCEPTS, findConcepts, isStopWord, scriptOf, wordsOf } from '../../clinical/concepts/index.ts'
import { LANGUAGES, type Language } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { nearestWords, reachOfLength, SHORTEST_CORRECTED } from './nearest-words.ts'
import { SUBJECTS } from './search-store.ts'

/** What a search may have meant by words that the record does not have. */
export interface MeantWords {
  /** Spellings of things that medicine knows, to be looked for as if they had been typed. */
  readonly spellings: readonly string[]
  /** Lexemes of the person's own texts. */
  readonly lexemes: readonly string[]
}

/** A word of a search that no text of the record has, in the form that the index keeps words in. */
export interface UnknownWord {
  readonly text: string
  readonly lexeme: string
}

/** Texts whose words are looked through for the one that was meant, the newest first. */
const MOST_TEXTS = 1_500
/** A search of more words finds something by those that are right. */
const MOST_WORDS = 8

const CONFIGURATIONS: Readonly<Record<Language, string>> = { en: 'english', hi: 'hindi', ta: 'tamil' }
const CORRECTABLE = /^\p{L}[\p{L}\p{M}]*$/u

/**
 * The words of a search that no text of the record has. Conversations are no witness: whoever typed a word wrong in one
 * would never find it right. One statement, that may travel with others; none where no word can be misspelt.
 */
export async function unknownWords(
  transaction: Transaction,
  search: { readonly userId: string; readonly text: string; readonly knownBy: Date | undefined },
): Promise<readonly UnknownWord[]> {
  const words = [...new Set(wordsOf(search.text).map(({ text }) => text.toLowerCase()))]
    .filter((word) => [...word].length >= SHORTEST_CORRECTED && CORRECTABLE.test(word))
    .filter((word) => !LANGUAGES.some((language) => isStopWord(word, language)))
    .slice(0, MOST_WORDS)
  if (words.length === 0) return []
  const { sql } = transaction
  return await transaction.rows<UnknownWord>(
    sql.raw(
      `select w.text, array_to_string(tsvector_to_array(to_tsvector(cast(w.configuration as regconfig), w.text)), '') as lexeme
       from (values ${words.map(() => '(?, ?)').join(', ')}) as w (text, configuration)
       where to_tsvector(cast(w.configuration as regconfig), w.text) <> '' and not exists (
         select from search_index s
         where s.user_id = ? and s.source_table <> 'chat_messages' and s.created_at <= coalesce(?, now())
           and s.search_vector @@ plainto_tsquery(cast(w.configuration as regconfig), w.text)
       )`,
      [
        ...words.flatMap((word) => [word, CONFIGURATIONS[languageOfWord(word)]]),
        search.userId,
        search.knownBy?.toISOString() ?? null,
      ],
    ),
  )
}

/** What unknown words were meant to be: things that medicine knows, and words of the person's own texts. One statement. */
export async function meantWords(
  transaction: Transaction,
  search: { readonly userId: string; readonly knownBy: Date | undefined },
  unknown: readonly UnknownWord[],
): Promise<MeantWords> {
  const reaches = unknown.map(({ text }) => reachOfLength([...text].length))
  const { sql } = transaction
  const rows = await transaction.rows<{ lexeme: string }>(
    sql.raw(
      `select distinct w.lexeme
       from (
         select search_vector from search_index
         where user_id = ? and created_at <= coalesce(?, now()) order by id desc limit ?
       ) as s, unnest(s.search_vector) as w
       where char_length(w.lexeme) between ? and ?`,
      [
        search.userId,
        search.knownBy?.toISOString() ?? null,
        MOST_TEXTS,
        Math.min(...reaches.map(({ least }) => least)),
        Math.max(...reaches.map(({ most }) => most)),
      ],
    ),
  )
  const vocabulary = rows.map(({ lexeme }) => lexeme).filter((lexeme) => CORRECTABLE.test(lexeme))
  return {
    spellings: unknown.flatMap(({ text }) => (findConcepts(text).length > 0 ? [] : knownSpellings(text))),
    lexemes: unknown.flatMap(({ text, lexeme }) => nearestWords(text, lexeme, vocabulary)),
  }
}

/** Spellings of single words that medicine knows; of one thing the nearest are as many as are as near. */
function knownSpellings(word: string): readonly string[] {
  medicalWords ??= new Set(
    CONCEPTS.filter(({ kind }) => SUBJECTS.has(kind))
      .flatMap(({ spellings }) => LANGUAGES.flatMap((language) => spellings[language]))
      .filter((spelling) => [...spelling].length >= SHORTEST_MEDICAL && CORRECTABLE.test(spelling))
      .map((spelling) => spelling.toLowerCase()),
  )
  return nearestWords(word, word, medicalWords)
}

let medicalWords: ReadonlySet<string> | undefined
/** Everyday words are near to shorter ones: "pair" means no pain. */
const SHORTEST_MEDICAL = 5

function languageOfWord(word: string): Language {
  const script = scriptOf(word)
  return script === 'devanagari' ? 'hi' : script === 'tamil' ? 'ta' : 'en'
}
