import { useEffect, useState } from 'preact/hooks'
import { documentProgress } from '../../api/document-progress.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import type { ScreenProps } from '../../routes.ts'
import { t } from '../../words/words.ts'
import { changeReading, getDocument, type HealthDocument, isBeingRead } from '../documents/document.ts'
import { ReadingLine } from '../documents/documents-screen.tsx'
import { Reading } from './reading.tsx'
import { ReportHeader } from './report-header.tsx'
import './report.css'

const ASK_AGAIN_MILLISECONDS = 2_500

/** A report: its pages beside what was read from them. */
export function ReportScreen({ params, query }: ScreenProps) {
  const id = params['id'] ?? ''
  const document = useResource(id, (signal) => getDocument(id, signal))
  const row = document.value
  const reading = row !== undefined && isBeingRead(row)
  const told = documentProgress(id)?.status

  useEffect(() => {
    if (!reading) return
    const timer = setInterval(document.reload, ASK_AGAIN_MILLISECONDS)
    return () => clearInterval(timer)
  }, [reading, document.reload])
  useEffect(() => {
    if (told === 'completed' || told === 'failed') document.reload()
  }, [told])

  if (!row) {
    return document.error === undefined ? <Spinner /> : <ErrorNotice error={document.error} onRetry={document.reload} />
  }
  return (
    <div class="stack report">
      <ReportHeader document={row} onChanged={document.reload} />
      {reading ? (
        <ReadingCard document={row} onChanged={document.reload} />
      ) : row.processing_error === null ? (
        <Reading key={row.id} document={row} query={query} />
      ) : (
        <FailedCard document={row} onChanged={document.reload} />
      )}
    </div>
  )
}

function ReadingCard({ document, onChanged }: { document: HealthDocument; onChanged: () => void }) {
  const [error, setError] = useState<unknown>()
  const cancel = (): void => {
    changeReading(document.id, 'cancel').then(onChanged, setError)
  }
  return (
    <section class="card card--brand" aria-live="polite">
      <h2>{t('page-report:beingRead')}</h2>
      <p class="soft small">{t('page-report:beingReadHint')}</p>
      <ReadingLine documentId={document.id} />
      {error !== undefined && <ErrorNotice error={error} />}
      <div class="row">
        <Button size="small" kind="plain" onClick={cancel}>
          {t('page-report:cancelReading')}
        </Button>
      </div>
    </section>
  )
}

function FailedCard({ document, onChanged }: { document: HealthDocument; onChanged: () => void }) {
  const [error, setError] = useState<unknown>()
  const retry = (): void => {
    changeReading(document.id, 'retry').then(onChanged, setError)
  }
  return (
    <section class="card card--danger" role="alert">
      <h2>{t('page-report:notRead')}</h2>
      <p>{document.processing_error}</p>
      {error !== undefined && <ErrorNotice error={error} />}
      <div class="row">
        <Button onClick={retry}>{t('common.retry')}</Button>
        <ButtonLink kind="plain" href={placeHref(['documents'])}>
          {t('page-report:another')}
        </ButtonLink>
      </div>
    </section>
  )
}
