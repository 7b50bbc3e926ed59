import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { uploadFile } from '../../../api/upload.ts'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useAction } from '../../../components/use-action.ts'
import { formatMoment, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { FileButton } from '../file-button.tsx'
import { ProgressLine } from '../progress-line.tsx'
import { useProgress } from '../use-progress.ts'
import { isUnderWay } from './data-export.ts'
import { type DataImport, IMPORT_PATH, placeOf, sumOf } from './data-import.ts'

const SHOWN = 3

/** A copy that was made here or elsewhere, brought back in. */
export function ImportPart() {
  const { value, error, reload } = useProgress(
    IMPORT_PATH,
    (signal) => request<{ readonly data: readonly DataImport[] }>('GET', IMPORT_PATH, { signal }),
    ({ data }) => data.some(isUnderWay),
  )
  const [sent, setSent] = useState<number>()
  const action = useAction()
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const send = async (file: File): Promise<void> => {
    setSent(0)
    await action.run(() => uploadFile<DataImport>(IMPORT_PATH, file, { onProgress: setSent }))
    setSent(undefined)
    reload()
  }
  return (
    <>
      <p>{t('page-own-data:import.lead')}</p>
      <div class="row">
        <FileButton
          label={t('page-own-data:import.choose')}
          icon="share"
          accept=".zip,application/zip"
          busy={action.busy || value.data.some(isUnderWay)}
          testId="import-file"
          onFile={(file) => void send(file)}
        />
      </div>
      {sent !== undefined && <ProgressLine label={t('page-own-data:import.sending')} percent={sent * 100} />}
      {action.error !== undefined && <ErrorNotice error={action.error} />}
      {value.data.length > 0 && (
        <ul class="child-rows">
          {value.data.slice(0, SHOWN).map((each) => (
            <li key={each.id}>
              <ImportRow made={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ImportRow({ made }: { made: DataImport }) {
  const { problem, tables } = made
  if (isUnderWay(made)) return <ProgressLine label={t('page-own-data:import.running')} percent={made.progress} />
  const { added, kept } = sumOf(tables)
  return (
    <div class="child-rows__row">
      <div class="records__text">
        <strong>{t(`page-own-data:import.${made.status}`)}</strong>
        {made.status === 'completed' && (
          <span>
            {t('page-own-data:import.added', { count: added, number: formatNumber(added) })}{' '}
            {kept > 0 && t('page-own-data:import.kept', { count: kept, number: formatNumber(kept) })}
          </span>
        )}
        {problem !== null && (
          <>
            <span>{problem.detail}</span>
            <code class="small">{placeOf(problem)}</code>
          </>
        )}
        <span class="small soft">{formatMoment(made.created_at)}</span>
      </div>
    </div>
  )
}
