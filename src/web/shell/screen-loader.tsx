import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ErrorNotice } from '../components/error-notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import type { Route, ScreenProps } from '../routes.ts'
import { language, loadWords, t } from '../words/words.ts'

interface Arrived {
  readonly route: Route
  readonly Screen: ComponentType<ScreenProps>
}

/**
 * Fetches a screen with its words, shows it, and takes the focus to it, so that readers of screens begin where the eye
 * does.
 */
export function ScreenLoader({ route, params, query }: ScreenProps & { route: Route }) {
  const [arrived, setArrived] = useState<Arrived>()
  const [error, setError] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)

  useEffect(() => {
    let left = false
    setError(undefined)
    Promise.all([route.load(), loadWords(route.words)]).then(
      ([Screen]) => left || setArrived({ route, Screen }),
      (reason: unknown) => left || setError(reason),
    )
    return () => {
      left = true
    }
  }, [route, attempt])

  useEffect(() => {
    document.title = `${t(route.title)} · Swasthwrap`
    if (!isFirst.current) {
      scrollTo(0, 0)
      main.current?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [route])

  useEffect(() => {
    document.title = `${t(route.title)} · Swasthwrap`
  }, [route, language()])

  const ready = arrived?.route === route ? arrived : undefined
  return (
    <main class={`screen ${route.fills ? 'screen--fills' : ''}`} id="main" tabIndex={-1} ref={main}>
      {error !== undefined ? (
        <ErrorNotice error={error} onRetry={() => setAttempt((before) => before + 1)} />
      ) : ready ? (
        <ready.Screen params={params} query={query} />
      ) : (
        <Spinner />
      )}
    </main>
  )
}
