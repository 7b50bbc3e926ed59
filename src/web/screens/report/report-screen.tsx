import { useEffect, useMemo, useState } from 'preact/hooks'
import { documentProgress } from '../../api/document-progress.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button, ButtonLink, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { say } from '../../components/toast.tsx'
import { useResource } from '../../components/use-resource.ts'
import { go, placeHref } from '../../router.ts'
import type { ScreenProps } from '../../routes.ts'
import { formatDay } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import {
  changeReading,
  deleteDocument,
  getDocument,
  type HealthDocument,
  isBeingRead,
  setSubject,
} from '../documents/document.ts'
import { ReadingLine } from '../documents/documents-screen.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { PagePicture } from './page-picture.tsx'
import { Proposals } from './proposals.tsx'
import { sideOf } from './range-bar.tsx'
import {
  type Box,
  compareWithPrevious,
  confirmSure,
  type Decision,
  decideResult,
  listResults,
  type Result,
} from './result.ts'
import { ShareDialog } from './share-dialog.tsx'
import { ValueRow } from './value-row.tsx'
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

function ReportHeader({ document, onChanged }: { document: HealthDocument; onChanged: () => void }) {
  const [open, setOpen] = useState<'edit' | 'share' | 'delete'>()
  const [error, setError] = useState<unknown>()
  const { id, document_name, category, document_date, laboratory } = document
  const remove = async (): Promise<void> => {
    try {
      await deleteDocument(id)
      go(placeHref(['documents']), { replace: true })
    } catch (reason) {
      setOpen(undefined)
      setError(reason)
    }
  }
  const answer = async (subject: 'self' | 'family'): Promise<void> => {
    setError(undefined)
    try {
      await setSubject(id, subject)
      onChanged()
    } catch (reason) {
      setError(reason)
    }
  }
  return (
    <>
      <header class="report__header">
        <a class="icon-button" href={placeHref(['documents'])} aria-label={t('page-report:back')}>
          <Icon name="back" />
        </a>
        <div class="report__title">
          <h1>{document_name}</h1>
          <p class="small soft">
            {[t(`documents:values.category.${category}`), document_date && formatDay(document_date), laboratory]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div class="report__tools">
          <IconButton icon="edit" label={t('page-report:edit')} onClick={() => setOpen('edit')} />
          <IconButton icon="share" label={t('page-report:share')} onClick={() => setOpen('share')} />
          <IconButton icon="delete" label={t('page-report:delete')} onClick={() => setOpen('delete')} />
        </div>
      </header>
      {error !== undefined && <ErrorNotice error={error} />}
      {document.subject === 'unclear' && (
        <section class="notice notice--warm">
          <Icon name="person" size={20} />
          <div class="notice__text">
            <p>
              {document.reading_notes.find(({ code }) => code === 'person_unclear')?.text ?? t('page-report:whose')}
            </p>
            <div class="row">
              <Button size="small" onClick={() => void answer('self')}>
                {t('page-report:mine')}
              </Button>
              <Button size="small" onClick={() => void answer('family')}>
                {t('page-report:family')}
              </Button>
            </div>
          </div>
        </section>
      )}
      {open === 'edit' && <EditDialog document={document} onSaved={onChanged} onClose={() => setOpen(undefined)} />}
      {open === 'share' && <ShareDialog documentId={id} onClose={() => setOpen(undefined)} />}
      {open === 'delete' && (
        <Dialog
          title={t('page-report:deleteTitle')}
          onClose={() => setOpen(undefined)}
          actions={
            <>
              <Button kind="plain" onClick={() => setOpen(undefined)}>
                {t('common.cancel')}
              </Button>
              <Button kind="danger" icon="delete" onClick={() => void remove()}>
                {t('common.delete')}
              </Button>
            </>
          }
        >
          <p>{t('page-report:deleteText')}</p>
        </Dialog>
      )}
    </>
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

type Shown = 'all' | 'outside' | 'check'

function Reading({ document, query }: { document: HealthDocument; query: ScreenProps['query'] }) {
  const { id, document_name: name } = document
  const pages = Math.max(1, document.page_count ?? 1)
  const results = useResource(id, (signal) => listResults(id, signal))
  const comparisons = useResource(id, (signal) => compareWithPrevious(id, signal))
  const [page, setPage] = useState(within(Number(query['page'] ?? 1), pages))
  const [box, setBox] = useState<Box | null>(boxFrom(query['box']))
  const [chosen, setChosen] = useState<string | undefined>(query['result'])
  const [shown, setShown] = useState<Shown>('all')
  const [correcting, setCorrecting] = useState<Result>()
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const rows = results.value ?? []
  const earlier = useMemo(
    () => new Map((comparisons.value ?? []).map((each) => [each.current.id, each])),
    [comparisons.value],
  )

  // A citation names the place on the page; the value that stands there opens with it.
  useEffect(() => {
    if (chosen !== undefined || box === null) return
    const cited = rows.find((row) => row.page === page && row.box !== null && overlaps(row.box, box))
    if (cited) setChosen(cited.id)
  }, [results.value])
  useEffect(() => {
    if (chosen !== undefined)
      globalThis.document.getElementById(`value-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, results.value])

  const choose = (result: Result | undefined): void => {
    if (result === undefined || result.id === chosen) {
      setChosen(undefined)
      setBox(null)
      return
    }
    setChosen(result.id)
    setPage(result.page)
    setBox(result.box)
  }
  const decide = async (result: Result, decision: Decision): Promise<void> => {
    await decideResult(id, result.id, decision)
    results.reload()
  }
  const decideFromRow = async (result: Result, status: Result['review_status']): Promise<void> => {
    setBusy(result.id)
    setError(undefined)
    try {
      await decide(result, { review_status: status })
    } catch (reason) {
      setError(reason)
    }
    setBusy(undefined)
  }
  const confirmAll = async (): Promise<void> => {
    setBusy('all')
    setError(undefined)
    try {
      await confirmSure(id)
      results.reload()
      say(t('page-report:confirmedAll'))
    } catch (reason) {
      setError(reason)
    }
    setBusy(undefined)
  }

  const outside = rows.filter(({ flag }) => flag !== null && flag !== 'normal')
  const toCheck = rows.filter((row) => row.needs_review && row.review_status === 'open')
  const sure = rows.filter((row) => !row.needs_review && row.review_status === 'open')
  const listed = shown === 'outside' ? outside : shown === 'check' ? toCheck : rows
  const others = rows.flatMap((row) =>
    row.page === page && row.box && row.id !== chosen ? [{ id: row.id, box: row.box, label: row.test }] : [],
  )
  const isUnclear = error instanceof ApiProblem && error.type === 'document-person-unclear'
  return (
    <>
      {document.reading_notes
        .filter(({ code }) => code !== 'person_unclear')
        .map((note) => (
          <p class="notice notice--warm" key={`${note.code} ${note.page}`}>
            <Icon name="info" size={20} />
            {note.text}
          </p>
        ))}
      {document.summary !== null && (
        <section class="card">
          <h2>{t('page-report:summary')}</h2>
          <p class="report__summary">{document.summary}</p>
        </section>
      )}
      <div class="report__columns">
        <PagePicture
          documentId={id}
          page={page}
          pages={pages}
          onPage={(next) => {
            setPage(next)
            setBox(null)
          }}
          box={box}
          others={others}
          onChoose={(resultId) => choose(rows.find((row) => row.id === resultId))}
        />
        <section class="report__values" aria-label={t('page-report:values')}>
          <ButtonLink
            kind="primary"
            icon="chat"
            href={placeHref(['chat'], { ask: t('page-report:explainQuestion'), document: id, name })}
          >
            {t('page-report:explain')}
          </ButtonLink>
          {results.error !== undefined && <ErrorNotice error={results.error} onRetry={results.reload} />}
          {error !== undefined && !isUnclear && <ErrorNotice error={error} />}
          {isUnclear && <p class="notice notice--warm">{t('page-report:whoseFirst')}</p>}
          {results.value === undefined && results.error === undefined && <Spinner />}
          {results.value !== undefined && rows.length === 0 && <p class="soft">{t('page-report:noValues')}</p>}
          {rows.length > 0 && (
            <>
              <fieldset class="documents__filter">
                <legend class="visually-hidden">{t('page-report:show')}</legend>
                {(
                  [
                    ['all', rows.length],
                    ['outside', outside.length],
                    ['check', toCheck.length],
                  ] as const
                ).map(([each, count]) => (
                  <button
                    key={each}
                    class="chip"
                    type="button"
                    aria-pressed={shown === each ? 'true' : 'false'}
                    onClick={() => setShown(each)}
                  >
                    {t(`page-report:filter.${each}`, { count })}
                  </button>
                ))}
              </fieldset>
              {sure.length > 0 && document.subject !== 'family' && (
                <div class="notice">
                  <div class="notice__text">
                    <p>{t('page-report:sure', { count: sure.length })}</p>
                    <Button size="small" icon="check" busy={busy === 'all'} onClick={() => void confirmAll()}>
                      {t('page-report:confirmSure')}
                    </Button>
                  </div>
                </div>
              )}
              <ul class="values">
                {sorted(listed).map((result) => (
                  <ValueRow
                    key={result.id}
                    document={{ id, name }}
                    result={result}
                    comparison={earlier.get(result.id)}
                    chosen={result.id === chosen}
                    busy={busy === result.id}
                    onChoose={() => choose(result)}
                    onDecide={(status) => void decideFromRow(result, status)}
                    onCorrect={() => setCorrecting(result)}
                  />
                ))}
              </ul>
            </>
          )}
          <Proposals
            documentId={id}
            onShow={(proposal) => {
              setChosen(undefined)
              setPage(proposal.page)
              setBox(proposal.box)
            }}
          />
        </section>
      </div>
      {correcting && (
        <CorrectDialog
          result={correcting}
          onSave={(decision) => decide(correcting, decision)}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </>
  )
}

/** What needs a look comes first, otherwise the order of the page stays. */
function sorted(rows: readonly Result[]): readonly Result[] {
  const rank = (row: Result): number =>
    row.needs_review && row.review_status === 'open' ? 0 : ['none', 'normal'].includes(sideOf(row.flag)) ? 2 : 1
  return rows.toSorted((one, other) => rank(one) - rank(other))
}

const within = (page: number, pages: number): number =>
  Number.isInteger(page) ? Math.min(Math.max(1, page), pages) : 1

function boxFrom(text: string | undefined): Box | null {
  const [x, y, width, height] = (text ?? '').split(',').map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  return [x, y, width, height].every(Number.isFinite) ? { x, y, width, height } : null
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y + one.height / 2 > other.y &&
    one.y + one.height / 2 < other.y + other.height
  )
}
