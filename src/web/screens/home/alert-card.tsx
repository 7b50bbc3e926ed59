import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { say } from '../../components/toast.tsx'
import { formatRelative } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from '../records/record-description.ts'

/** An alert that is not over: the person's people are being told, and are told as well how it ends. */
export function AlertCard({ alert, onChanged }: { alert: Row | undefined; onChanged: () => void }) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (!alert) return null
  const end = async (false_alarm: boolean): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await request('POST', `/api/v1/emergency/alerts/${alert.id}/resolve`, { body: { false_alarm } })
      say(t('page-home:alert.ended'))
      onChanged()
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  return (
    <Card title={t('page-home:alert.title')} tone="danger">
      <p>{t('page-home:alert.since', { when: formatRelative(textOf(alert, 'created_at') ?? new Date()) })}</p>
      <div class="row">
        <Button kind="primary" busy={busy} onClick={() => void end(false)}>
          {t('page-home:alert.over')}
        </Button>
        <Button disabled={busy} onClick={() => void end(true)}>
          {t('page-home:alert.falseAlarm')}
        </Button>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
    </Card>
  )
}
