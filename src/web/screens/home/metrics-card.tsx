import { ButtonLink } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { placeHref } from '../../place.ts'
import { formatRelative } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { metricValue } from '../records/metric-value.ts'
import { type Row, textOf, valueLabel } from '../records/record-description.ts'
import { ValueLine } from '../records/value-line.tsx'

/** The newest value of each kind, with how it went before. */
export function MetricsCard({ latest, history }: { latest: readonly Row[] | undefined; history: readonly Row[] }) {
  if (latest === undefined) return null
  const newestFirst = [...latest].sort((left, right) =>
    (textOf(right, 'measured_at') ?? '').localeCompare(textOf(left, 'measured_at') ?? ''),
  )
  return (
    <Card
      title={t('page-home:metrics.title')}
      action={
        <ButtonLink kind="plain" size="small" icon="add" href={placeHref(['records', 'metrics', 'new'])}>
          {t('page-home:metrics.add')}
        </ButtonLink>
      }
    >
      {latest.length === 0 && <p class="soft">{t('page-home:metrics.none')}</p>}
      <ul class="home-metrics">
        {newestFirst.map((row) => (
          <MetricTile key={row.id} row={row} history={history} />
        ))}
      </ul>
    </Card>
  )
}

function MetricTile({ row, history }: { row: Row; history: readonly Row[] }) {
  const type = textOf(row, 'metric_type') ?? ''
  const status = textOf(row, 'status')
  // Values in another unit would draw a jump that never was.
  const alike = history.filter((each) => each['metric_type'] === type && each['unit'] === row['unit'])
  return (
    <li>
      <a class="home-metric" href={placeHref(['records', 'metrics'], { part: type })}>
        <span class="small soft">{valueLabel('metrics', 'metric_type', type)}</span>
        <strong class="home-metric__value">{metricValue(row)}</strong>
        <ValueLine rows={alike} />
        <span class="small soft">
          {[
            status && t(`page-records:metricStatus.${status}`),
            formatRelative(textOf(row, 'measured_at') ?? new Date()),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
    </li>
  )
}
