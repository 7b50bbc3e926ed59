import { session } from '../api/session.ts'
import { matchPlace } from '../place.ts'
import { place } from '../router.ts'
import { ROUTES } from '../routes.ts'
import type { Language } from '../words/language.ts'
import { fetchWords, language } from '../words/words.ts'

/** The font of a language that has letters of its own, with one of them. */
const LETTERS: Readonly<Partial<Record<Language, readonly [font: string, letter: string]>>> = {
  hi: ['Noto Sans Devanagari', 'अ'],
  ta: ['Noto Sans Tamil', 'அ'],
}

/** Fetches the letters of the page beside its words: a device without them has nothing else to show. */
export function fetchLetters(): void {
  const [font, letter] = LETTERS[language()] ?? []
  // What does not come is asked for again when it is to be drawn.
  if (font !== undefined) document.fonts.load(`16px "${font}"`, letter).catch(() => undefined)
}

/**
 * Fetches the screen that will be shown, and what it asks the server, beside what comes before it: on a slow network each
 * round counts.
 */
export function fetchAhead(): void {
  if (session.peek().kind !== 'signed-in') return
  const route = ROUTES.find(({ pattern }) => matchPlace(pattern, place.get()))
  if (!route) return
  // What does not come is asked for again when it is to be shown, and then it is said.
  Promise.all([route.load(), fetchWords(route.words)]).catch(() => undefined)
  // Browsers keep few connections open, and without the screen and its words no answer can be shown: they go first.
  setTimeout(() => route.ask?.())
}
