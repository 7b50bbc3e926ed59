import { useState } from 'preact/hooks'
import { type Page, request } from '../../api/client.ts'
import { MetricTrend } from '../../charts/metric-trend.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import type { ScreenProps } from '../../routes.ts'
import { hasText, t } from '../../words/words.ts'
import { domainNamed } from './domains.ts'
import { type DomainDescription, type Row, textOf, valueLabel } from './record-description.ts'
import { UnknownRecord } from './unknown-record.tsx'
import './records.css'

/** The rows of one kind. */
export function DomainScreen({ params, query }: ScreenProps) {
  const domain = domainNamed(params['domain'])
  if (!domain) return <UnknownRecord />
  const part = domain.parts?.find(({ name }) => name === query['part']) ?? domain.parts?.[0]
  // Who looks at weights adds a weight.
  const begun = domain.name === 'metrics' && part !== undefined ? { metric_type: part.name } : {}
  return (
    <div class="stack">
      <a class="records__back" href={placeHref(['records'])}>
        <Icon name="back" size={20} />
        {t('page-records:title')}
      </a>
      <h1>{t(`page-records:domains.${domain.name}.title`)}</h1>
      <div class="row">
        <ButtonLink kind="primary" icon="add" href={placeHref(['records', domain.name, 'new'], begun)}>
          {t(`page-records:domains.${domain.name}.add`)}
        </ButtonLink>
      </div>
      {domain.parts && (
        <nav class="records__parts" aria-label={t('page-records:parts')}>
          {domain.parts.map(({ name }) => (
            <a
              key={name}
              class="chip"
              href={placeHref(['records', domain.name], { part: name })}
              aria-current={name === part?.name ? 'true' : undefined}
            >
              {partLabel(domain, name)}
            </a>
          ))}
        </nav>
      )}
      <Rows key={`${domain.name}/${part?.name}`} domain={domain} part={part} />
    </div>
  )
}

function partLabel(domain: DomainDescription, name: string): string {
  const own = `page-records:part.${name}`
  return hasText(own) ? t(own) : valueLabel(domain.words, 'metric_type', name)
}

const ROWS = 50

function Rows({
  domain,
  part,
}: {
  domain: DomainDescription
  part: NonNullable<DomainDescription['parts']>[number] | undefined
}) {
  const [later, setLater] = useState<readonly Row[]>([])
  const [cursor, setCursor] = useState<string | null>()
  const [problem, setProblem] = useState<unknown>()
  const load = (options: { cursor?: string; signal?: AbortSignal }): Promise<Page<Row>> =>
    request('GET', domain.path, {
      query: { ...part?.query(), limit: ROWS, cursor: options.cursor },
      ...(options.signal && { signal: options.signal }),
    })
  const first = useResource('', (signal) => load({ signal }))
  const next = cursor === undefined ? (first.value?.next_cursor ?? null) : cursor
  const more = async (): Promise<void> => {
    if (next === null) return
    setProblem(undefined)
    try {
      const page = await load({ cursor: next })
      setLater((before) => [...before, ...page.data])
      setCursor(page.next_cursor)
    } catch (reason) {
      setProblem(reason)
    }
  }

  if (first.value === undefined) {
    return first.error === undefined ? <Spinner /> : <ErrorNotice error={first.error} onRetry={first.reload} />
  }
  const rows = [...first.value.data, ...later]
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={domain.icon}
        title={t('page-records:none')}
        text={t(`page-records:domains.${domain.name}.hint`)}
      />
    )
  }
  const isOver = (row: Row): boolean => domain.over?.includes(String(row['status'])) ?? false
  const ordered = [...rows.filter((row) => !isOver(row)), ...rows.filter(isOver)]
  return (
    <>
      {domain.name === 'metrics' && part && part.name !== 'all' && (
        <Card title={t('page-trends:title')}>
          <MetricTrend type={part.name} name={partLabel(domain, part.name)} />
        </Card>
      )}
      <ul class="records">
        {ordered.map((row) => (
          <RowItem key={row.id} domain={domain} row={row} isOver={isOver(row)} />
        ))}
      </ul>
      {problem !== undefined && <ErrorNotice error={problem} />}
      {next !== null && (
        <Button kind="plain" onClick={() => void more()}>
          {t('common.more')}
        </Button>
      )}
    </>
  )
}

function RowItem({ domain, row, isOver }: { domain: DomainDescription; row: Row; isOver: boolean }) {
  const progress = row['progress_percentage']
  return (
    <li class={`records__row ${isOver ? 'records__row--over' : ''}`}>
      <a class="records__item records__item--plain" href={placeHref(['records', domain.name, row.id])}>
        <span class="records__text">
          <strong>{domain.title(row)}</strong>
          <span class="small soft">{domain.about(row).filter(Boolean).join(' · ')}</span>
          {typeof progress === 'number' && <progress aria-label={domain.title(row)} value={progress} max={100} />}
        </span>
        <StatusMark domain={domain} row={row} />
      </a>
      {domain.name === 'contacts' && (
        <ButtonLink
          kind="plain"
          icon="phone"
          href={`tel:${(textOf(row, 'primary_phone') ?? '').replace(/[^+\d]/g, '')}`}
          aria-label={t('page-records:call', { name: domain.title(row) })}
        />
      )}
    </li>
  )
}

/** How a row stands, in a word. */
export function StatusMark({ domain, row }: { domain: DomainDescription; row: Row }) {
  const status = textOf(row, 'status')
  if (status === undefined) return null
  if (domain.name === 'metrics') {
    return <span class={`records__mark records__mark--${status}`}>{t(`page-records:metricStatus.${status}`)}</span>
  }
  return <span class="records__mark">{valueLabel(domain.words, 'status', status)}</span>
}
