import { signal } from '@preact/signals'
import { type Place, parsePlace } from './place.ts'

const current = signal<Place>({ segments: [], query: {} })

/** The place that is shown, for components to read. */
export const place = { get: (): Place => current.value }

/** Goes to a place. `replace` leaves no step back to the one before. */
export function go(href: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  current.value = parsePlace(location.hash)
}

/** Follows the address bar from now on. */
export function followAddress(): void {
  const read = (): void => {
    current.value = parsePlace(location.hash)
  }
  addEventListener('hashchange', read)
  addEventListener('popstate', read)
  read()
}
