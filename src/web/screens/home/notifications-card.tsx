import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { formatRelative } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from '../records/record-description.ts'

/** What has not been read yet. */
export function NotificationsCard({ rows, onChanged }: { rows: readonly Row[] | undefined; onChanged: () => void }) {
  const [error, setError] = useState<unknown>()
  if (!rows || rows.length === 0) return null
  const mark = async (path: string): Promise<void> => {
    setError(undefined)
    try {
      await request('POST', `/api/v1/notifications/${path}`, { body: {} })
      onChanged()
    } catch (reason) {
      setError(reason)
    }
  }
  return (
    <Card
      title={t('page-home:notifications.title')}
      tone="warm"
      action={
        <Button kind="plain" size="small" onClick={() => void mark('read-all')}>
          {t('page-home:notifications.readAll')}
        </Button>
      }
    >
      <ul class="home-list">
        {rows.map((row) => (
          <li key={row.id} class="home-notification">
            <NotificationText row={row} onOpen={() => void mark(`${row.id}/read`)} />
            <IconButton
              icon="check"
              label={t('page-home:notifications.read', { title: textOf(row, 'title') ?? '' })}
              onClick={() => void mark(`${row.id}/read`)}
            />
          </li>
        ))}
      </ul>
      {error !== undefined && <ErrorNotice error={error} />}
    </Card>
  )
}

function NotificationText({ row, onOpen }: { row: Row; onOpen: () => void }) {
  const link = textOf(row, 'action_url')
  const text = (
    <>
      <strong>{textOf(row, 'title')}</strong>
      <span>{textOf(row, 'message')}</span>
      <span class="small">{formatRelative(textOf(row, 'created_at') ?? new Date())}</span>
    </>
  )
  // Links name what they are about as the API does; only those of our own lead anywhere.
  return link?.startsWith('/') ? (
    <a class="home-item" href={`#${link}`} onClick={onOpen}>
      {text}
    </a>
  ) : (
    <div class="home-item">{text}</div>
  )
}
