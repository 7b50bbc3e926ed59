import { session } from '../api/session.ts'
import { matchPlace, place } from '../router.ts'
import { ROUTES } from '../routes.ts'
import { fetchWords } from '../words/words.ts'

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
