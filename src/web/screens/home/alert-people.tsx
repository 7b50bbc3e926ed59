import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { t } from '../../words/words.ts'

/** Tells the person's people that help is needed, after a second tap: a pocket must not do it. */
export function AlertPeople({ onAlerted }: { onAlerted: () => void }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const alert = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await request('POST', '/api/v1/emergency/alerts', { body: { alert_type: 'medical' } })
      onAlerted()
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  if (!asking) return <Button onClick={() => setAsking(true)}>{t('page-home:alert.send')}</Button>
  return (
    <div class="notice notice--warm">
      <div class="notice__text" role="status">
        <p>{t('page-home:alert.ask')}</p>
        <div class="row">
          <Button kind="danger" busy={busy} onClick={() => void alert()}>
            {t('page-home:alert.yes')}
          </Button>
          <Button kind="plain" disabled={busy} onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
        </div>
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </div>
  )
}
