import { useEffect, useRef, useState } from 'preact/hooks'
import { type Page, request } from '../../../api/client.ts'
import { uploadFile } from '../../../api/upload.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { ResourceView } from '../../../components/resource-view.tsx'
import { useAction } from '../../../components/use-action.ts'
import { formatMoment, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { FileButton } from '../file-button.tsx'
import { isUnderWay } from '../own-data/data-export.ts'
import { ProgressLine } from '../progress-line.tsx'
import { useProgress } from '../use-progress.ts'
import { percentDone, type Service, type ServiceImport, type ServiceKind } from './service.ts'

const SHOWN = 5

/**
 * The files that a service's app gives, and what came of those that were sent.
 * @param onOver told when an import has ended.
 */
export function Archives({
  path,
  service,
  kind,
  onOver,
}: {
  path: string
  service: Service
  kind: ServiceKind | undefined
  onOver: () => void
}) {
  const importsPath = `${path}/imports`
  const imports = useProgress(
    importsPath,
    (signal) => request<Page<ServiceImport>>('GET', importsPath, { query: { limit: SHOWN }, signal }),
    ({ data }) => data.some(isUnderWay),
  )
  const known = useRef(service)
  useEffect(() => {
    // Something else on this screen may have begun an import.
    if (known.current !== service) imports.reload()
    known.current = service
  }, [service])
  const [sent, setSent] = useState<number>()
  const action = useAction()
  const isBusy = imports.value?.data.some(isUnderWay) ?? false
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !isBusy) onOver()
    wasBusy.current = isBusy
  }, [isBusy])
  const send = async (file: File): Promise<void> => {
    setSent(0)
    await action.run(() => uploadFile<ServiceImport>(importsPath, file, { onProgress: setSent }))
    setSent(undefined)
    imports.reload()
  }
  const { service_name: name } = service
  return (
    <>
      {kind?.archive && (
        <Card title={t('page-services:archive.title')}>
          <p>{t(`page-services:archive.how.${name}`)}</p>
          {service.is_connected && (
            <div class="row">
              <FileButton
                label={t('page-services:archive.choose')}
                icon="share"
                accept=".zip,application/zip"
                busy={action.busy || isBusy}
                testId="archive-file"
                onFile={(file) => void send(file)}
              />
            </div>
          )}
          {sent !== undefined && <ProgressLine label={t('page-services:archive.sending')} percent={sent * 100} />}
          {action.error !== undefined && <ErrorNotice error={action.error} />}
        </Card>
      )}
      <ResourceView resource={imports}>
        {({ data }) =>
          data.length > 0 && (
            <Card title={t('page-services:imports.title')}>
              <ul class="child-rows">
                {data.map((each) => (
                  <li key={each.id}>
                    <ImportRow path={importsPath} made={each} onCancelled={imports.reload} />
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </ResourceView>
    </>
  )
}

function ImportRow({ path, made, onCancelled }: { path: string; made: ServiceImport; onCancelled: () => void }) {
  const { busy, error, run } = useAction()
  const { id, status, kind, file_name: file, problem } = made
  const isOpen = isUnderWay(made)
  const percent = percentDone(made)
  const cancel = async (): Promise<void> => {
    await run(() => request('POST', `${path}/${id}/cancel`))
    onCancelled()
  }
  return (
    <div class="import-row">
      {isOpen ? (
        <ProgressLine label={t('page-services:imports.running')} {...(percent === undefined ? {} : { percent })} />
      ) : (
        <strong>{problem?.title ?? t(`page-services:imports.${status}`)}</strong>
      )}
      {problem !== null && <p>{problem.detail}</p>}
      <p>{countsOf(made)}</p>
      <p class="small soft">
        {[kind === 'sync' ? t('page-services:imports.sync') : file, formatMoment(made.created_at)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isOpen && (
        <div class="row">
          <Button size="small" busy={busy} onClick={() => void cancel()}>
            {t('page-services:imports.cancel')}
          </Button>
        </div>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
      <Problems made={made} />
    </div>
  )
}

function countsOf({ imported, duplicates, refused }: ServiceImport): string {
  const said = (name: string, count: number): string =>
    t(`page-services:imports.${name}`, { count, number: formatNumber(count) })
  return [
    said('imported', imported),
    duplicates > 0 && said('duplicates', duplicates),
    refused > 0 && said('refused', refused),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What was not kept, and where it stands in the file. */
function Problems({ made: { problems, refused } }: { made: ServiceImport }) {
  if (problems.length === 0) return null
  return (
    <details class="record-form__rare">
      <summary>{t('page-services:imports.problems')}</summary>
      <ul class="stack">
        {problems.map(({ file, line, detail }, at) => (
          <li key={at}>
            {detail}
            <br />
            <code class="small soft">
              {file}
              {line > 0 && ` · ${formatNumber(line)}`}
            </code>
          </li>
        ))}
      </ul>
      {refused > problems.length && (
        <p class="small soft">{t('page-services:imports.first', { count: problems.length })}</p>
      )}
    </details>
  )
}
