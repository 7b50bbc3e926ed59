import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/components.css'
import './styles/layout.css'
import { render } from 'preact'
import { openSession } from './api/session.ts'
import { App } from './app.tsx'
import { startTheme } from './browser/theme.ts'
import { followAddress } from './router.ts'
import { fetchAhead, fetchLetters } from './shell/fetch-ahead.ts'
import { startWords } from './words/words.ts'

startTheme()
followAddress()
const opened = openSession()
fetchAhead()
fetchLetters()
await startWords()

const page = document.getElementById('page')
if (!page) throw new Error('The page has no place to draw in')
page.replaceChildren()
render(<App />, page)
await opened

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // The page works without it; it is tried again at the next visit.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
