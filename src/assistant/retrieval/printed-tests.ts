import { findAnalyte } from '../../clinical/analytes/index.ts'
import { type Concept, type ConceptMatch, conceptById, isStopWord, wordsOf } from '../../clinical/concepts/index.ts'
import { type LanguageForm, languageOf } from '../../clinical/language-forms.ts'

/** Words that one printed name may have: "S.G.O.T." has four. */
const LONGEST_NAME = 5
/** Longer messages are no question about a line of a report. */
const MOST_WORDS = 16
const CONFIDENCE = 0.85

/**
 * The test that a message names as a laboratory prints it ("S.G.O.T.", "RDWCV"), where the lexicon knows no such word.
 * Only stretches that nothing else explains are looked at.
 */
export function printedTest(text: string, matches: readonly ConceptMatch[], form: LanguageForm): Concept | undefined {
  const words = wordsOf(text)
  if (words.length > MOST_WORDS) return undefined
  const language = languageOf(form)
  const open = words.map(
    (word) =>
      !isStopWord(word.text, language) &&
      !isStopWord(word.text, 'en') &&
      !matches.some((match) => match.start < word.end && word.start < match.end),
  )
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const first = words[at]
      const last = words[at + length - 1]
      if (first === undefined || last === undefined || !open.slice(at, at + length).every(Boolean)) continue
      const name = text.slice(first.start, last.end)
      if (name.length < 3) continue
      const match = findAnalyte(name)
      if (match !== undefined && match.confidence >= CONFIDENCE) return conceptById(`analyte:${match.analyte.key}`)
    }
  }
  return undefined
}
