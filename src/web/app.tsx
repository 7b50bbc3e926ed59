import { useEffect } from 'preact/hooks'
import { session } from './api/session.ts'
import { endChat, startChat } from './chat/chat.ts'
import { Toasts } from './components/toast.tsx'
import { matchPlace, type Place, placeHref } from './place.ts'
import { go, place } from './router.ts'
import { aliasedPath, OPEN_ROUTES, ROUTES, type Route } from './routes.ts'
import { isMailedPlace, SignInScreen } from './screens/sign-in/sign-in-screen.tsx'
import { ConnectionNotice } from './shell/connection-notice.tsx'
import { Navigation } from './shell/navigation.tsx'
import { ScreenLoader } from './shell/screen-loader.tsx'
import { t } from './words/words.ts'

/** The whole page: the way in, or a screen with the navigation beside it. */
export function App() {
  const current = session.get()
  if (current.kind === 'opening') return null
  const now = place.get()
  const open = findRoute(OPEN_ROUTES, now)
  return (
    <>
      {open ? (
        <ScreenLoader route={open.route} params={open.params} query={now.query} />
      ) : current.kind === 'signed-out' || isMailedPlace() ? (
        <SignInScreen />
      ) : (
        <SignedIn />
      )}
      <Toasts />
    </>
  )
}

function SignedIn() {
  const now = place.get()
  const found = findRoute(ROUTES, now)
  useEffect(() => {
    startChat()
    return endChat
  }, [])
  useEffect(() => {
    // An address that leads nowhere leads home.
    if (!found) go(placeHref(aliasedPath(now) ?? []), { replace: true })
  }, [found, now])
  return (
    <div class="layout">
      <button class="skip" type="button" onClick={() => document.getElementById('main')?.focus()}>
        {t('nav.skip')}
      </button>
      <ConnectionNotice />
      {found && <ScreenLoader route={found.route} params={found.params} query={now.query} />}
      <Navigation section={found?.route.section} />
    </div>
  )
}

function findRoute(
  routes: readonly Route[],
  now: Place,
): { route: Route; params: Readonly<Record<string, string>> } | undefined {
  for (const route of routes) {
    const params = matchPlace(route.pattern, now)
    if (params) return { route, params }
  }
  return undefined
}
