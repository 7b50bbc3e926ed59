import { useEffect, useMemo, useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { say } from '../../components/toast.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import type { ScreenProps } from '../../routes.ts'
import { t } from '../../words/words.ts'
import type { HealthDocument } from '../documents/document.ts'
import { CorrectDialog } from './correct-dialog.tsx'
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
import { ValueRow } from './value-row.tsx'

type Shown = 'all' | 'outside' | 'check'

/** The pages beside what was read from them. */
export function Reading({ document, query }: { document: HealthDocument; query: ScreenProps['query'] }) {
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
