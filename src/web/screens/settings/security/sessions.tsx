import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { say } from '../../../components/toast.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { formatRelative } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

interface Session {
  readonly id: string
  readonly device: string | null
  readonly location: string | null
  readonly last_active: string
  readonly is_current: boolean
}

const PATH = '/api/v1/auth/sessions'

/** Where the person is signed in, each to be ended from here. */
export function Sessions() {
  const { value, error, reload } = useResource(PATH, (signal) =>
    request<{ readonly data: readonly Session[] }>('GET', PATH, { signal }),
  )
  const [problem, setProblem] = useState<unknown>()
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const end = async (path: string): Promise<void> => {
    setProblem(undefined)
    try {
      await request('DELETE', path)
      say(t('page-settings:sessions.ended'))
    } catch (reason) {
      setProblem(reason)
    }
    reload()
  }
  return (
    <>
      <p class="small soft">{t('page-settings:sessions.hint')}</p>
      <ul class="child-rows">
        {value.data.map(({ id, device, location, last_active, is_current }) => (
          <li key={id} class="child-rows__row">
            <span class="records__text">
              <strong>{device ?? t('page-settings:sessions.unknown')}</strong>
              <span class="small soft">{[location, formatRelative(last_active)].filter(Boolean).join(' · ')}</span>
            </span>
            {is_current ? (
              <span class="records__mark">{t('page-settings:sessions.current')}</span>
            ) : (
              <Button size="small" onClick={() => void end(`${PATH}/${id}`)}>
                {t('page-settings:sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {value.data.some(({ is_current }) => !is_current) && (
        <div class="row">
          <Button onClick={() => void end(PATH)}>{t('page-settings:sessions.endOthers')}</Button>
        </div>
      )}
      {problem !== undefined && <ErrorNotice error={problem} />}
    </>
  )
}
