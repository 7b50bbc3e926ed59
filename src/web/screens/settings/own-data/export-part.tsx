import { request } from '../../../api/client.ts'
import { ensureFreshSession } from '../../../api/session.ts'
import { saveFrom } from '../../../browser/save-file.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useAction } from '../../../components/use-action.ts'
import { formatDate, formatMoment, formatNumber } from '../../../words/format.ts'
import { formatBytes } from '../../../words/format-bytes.ts'
import { t } from '../../../words/words.ts'
import { ProgressLine } from '../progress-line.tsx'
import { useProgress } from '../use-progress.ts'
import { type DataExport, EXPORT_PATH, isUnderWay } from './data-export.ts'

/** Old ones are of no use, and gone after some days. */
const SHOWN = 3

/** Everything that is kept about the person, as one file to take along. */
export function ExportPart() {
  const { value, error, reload } = useProgress(
    EXPORT_PATH,
    (signal) => request<{ readonly data: readonly DataExport[] }>('GET', EXPORT_PATH, { signal }),
    ({ data }) => data.some(isUnderWay),
  )
  const action = useAction()
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const make = async (): Promise<void> => {
    await action.run(() => request('POST', EXPORT_PATH))
    reload()
  }
  const busy = action.busy || value.data.some(isUnderWay)
  return (
    <>
      <p>{t('page-own-data:export.lead')}</p>
      <div class="row">
        <Button icon="download" busy={busy} onClick={() => void make()}>
          {t('page-own-data:export.make')}
        </Button>
      </div>
      {action.error !== undefined && <ErrorNotice error={action.error} />}
      {value.data.length > 0 && (
        <ul class="child-rows">
          {value.data.slice(0, SHOWN).map((each) => (
            <ExportRow key={each.id} made={each} />
          ))}
        </ul>
      )}
    </>
  )
}

function ExportRow({ made }: { made: DataExport }) {
  const { error, run } = useAction()
  if (isUnderWay(made)) {
    return (
      <li>
        <ProgressLine label={t('page-own-data:export.running')} percent={made.progress} />
      </li>
    )
  }
  const { content } = made
  // A download cannot renew the session by itself.
  const save = (address: string): void => {
    void run(async () => {
      await ensureFreshSession()
      saveFrom(address)
    })
  }
  return (
    <li class="child-rows__row">
      <span class="records__text">
        <strong>{t(content === null ? `page-own-data:export.${made.status}` : 'page-own-data:export.ready')}</strong>
        <span class="small soft">{aboutExport(made)}</span>
        {error !== undefined && <ErrorNotice error={error} />}
      </span>
      {content !== null && (
        <Button kind="primary" size="small" icon="download" onClick={() => save(content)}>
          {t('page-own-data:export.save')}
        </Button>
      )}
    </li>
  )
}

function aboutExport({ created_at, file_size, rows, content, expires_at }: DataExport): string {
  return [
    formatMoment(created_at),
    file_size !== null && formatBytes(file_size),
    rows !== null && t('page-own-data:export.rows', { count: rows, number: formatNumber(rows) }),
    content !== null && expires_at !== null && t('page-own-data:export.until', { date: formatDate(expires_at) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
