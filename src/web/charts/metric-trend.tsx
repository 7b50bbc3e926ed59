import { useState } from 'preact/hooks'
import { IconButton } from '../components/button.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { Icon, type IconName } from '../components/icon.tsx'
import { Segments } from '../components/segments.tsx'
import { Spinner } from '../components/spinner.tsx'
import { useResource } from '../components/use-resource.ts'
import { formatDay, formatDayRange, formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { LazyLineChart } from './lazy-line-chart.tsx'
import type { ChartPoint } from './line-chart.tsx'
import {
  bandsOf,
  daysWithin,
  type MetricSeries,
  pointsOf,
  readSeries,
  readTrend,
  statisticsOf,
  type Trend,
  tellingChange,
  writtenNumbers,
} from './metric-series.ts'
import { unitText } from './metric-unit.ts'
import { dayBegins, PERIODS, type Period, type Span, spanBeside, spanOf, tellingPeriod } from './periods.ts'
import './metric-trend.css'

const HEIGHT = 220
const DAY_MILLISECONDS = 86_400_000

/**
 * How one kind of measurement went: the values with what is healthy behind them, where they are going in words, and the
 * same as a table.
 * @param type as the API names it: `blood_pressure`.
 * @param name for people, as a sentence begins: "Blood pressure".
 */
export function MetricTrend({ type, name }: { type: string; name: string }) {
  const series = useResource(type, (signal) => readSeries(type, signal))
  if (!series.value) {
    if (series.error !== undefined) return <ErrorNotice error={series.error} onRetry={series.reload} />
    return (
      <div class="when-near">
        <Spinner />
      </div>
    )
  }
  if (series.value.data.length === 0) return null
  return <Spans key={type} series={series.value} name={name} />
}

function Spans({ series, name }: { series: MetricSeries; name: string }) {
  const days = series.data.map(({ start }) => start)
  const [oldest = '', newest = ''] = [days[0], days.at(-1)]
  const [period, setPeriod] = useState<Period>(() => tellingPeriod(days))
  const [span, setSpan] = useState<Span>(() => spanOf(period, newest))
  const trend = useResource(`${series.metric_type} ${period} ${span.from}`, (signal) =>
    readTrend(series.metric_type, period, span, signal),
  )
  const choose = (next: Period): void => {
    setPeriod(next)
    // The newest day that was looked at stays in sight.
    setSpan(spanOf(next, [span.to, newest].sort()[0] ?? newest))
  }
  return (
    <div class="metric-trend">
      <Segments
        legend={t('page-trends:period.label')}
        options={PERIODS.map((value) => ({ value, label: t(`page-trends:period.${value}`) }))}
        value={period}
        onChange={choose}
      />
      <div class="metric-trend__span">
        <IconButton
          icon="back"
          label={t('page-trends:earlier')}
          disabled={oldest >= span.from}
          onClick={() => setSpan(spanBeside(period, span, -1))}
        />
        <strong>{formatDayRange(span.from, span.to)}</strong>
        <IconButton
          icon="forward"
          label={t('page-trends:later')}
          disabled={newest <= span.to}
          onClick={() => setSpan(spanBeside(period, span, 1))}
        />
      </div>
      <SpanView series={series} span={span} name={name} trend={trend.loading ? undefined : trend} />
    </div>
  )
}

function SpanView({
  series,
  span,
  name,
  trend,
}: {
  series: MetricSeries
  span: Span
  name: string
  /** Absent while it is on its way. */
  trend: { readonly value: Trend | undefined } | undefined
}) {
  const [pointed, setPointed] = useState<ChartPoint>()
  const days = daysWithin(series, span)
  const unit = unitText(series.unit)
  if (days.length === 0) return <p class="soft">{t('page-trends:none')}</p>
  const points = pointsOf(days)
  const statistics = statisticsOf(days)
  const values = (numbers: string): string => `${numbers} ${unit}`
  const rows = days.toReversed().map((day) => ({ day: day.start, ...statisticsOf([day]) }))
  // Who measures once a day has no span of a day.
  const hasSpans = rows.some(({ lowest, highest }) => lowest !== highest)
  return (
    <>
      <LazyLineChart
        points={points}
        lines={points[0]?.values.length ?? 1}
        bands={bandsOf(series)}
        from={dayBegins(span.from)}
        to={dayBegins(span.to) + DAY_MILLISECONDS}
        height={HEIGHT}
        label={t('page-trends:chart', { what: name, span: formatDayRange(span.from, span.to) })}
        onPoint={setPointed}
      />
      <p class="metric-trend__pointed small soft" aria-hidden="true">
        {pointed
          ? `${formatDay(days[points.indexOf(pointed)]?.start ?? span.from)}: ${values(writtenNumbers(pointed.values))}`
          : healthyText(series)}
      </p>
      {trend && <Direction trend={trend.value} unit={unit} />}
      <dl class="metric-trend__statistics">
        {(['mean', 'lowest', 'highest'] as const).map((each) => (
          <div key={each}>
            <dt class="small soft">{t(`page-trends:${each}`)}</dt>
            <dd>{values(statistics[each])}</dd>
          </div>
        ))}
      </dl>
      <details class="metric-trend__table">
        <summary>{t('page-trends:table', { count: statistics.count })}</summary>
        <table>
          <caption class="visually-hidden">{`${name}. ${healthyText(series)}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t('page-trends:day')}</th>
              <th scope="col">{t('page-trends:mean')}</th>
              {hasSpans && <th scope="col">{t('page-trends:span')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ day, mean, lowest, highest }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td>{values(mean)}</td>
                {hasSpans && <td>{lowest === highest ? '' : `${lowest} – ${highest}`}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

const ARROWS = { up: 'rising', down: 'falling', none: 'level' } as const satisfies Record<string, IconName>

/** Where the values are going, and whether that is good. */
function Direction({ trend, unit }: { trend: Trend | undefined; unit: string }) {
  const direction = trend?.trend_direction
  const change = tellingChange(trend)
  const way = change === undefined ? 'none' : change > 0 ? 'up' : 'down'
  // Of what has no healthy range the change alone can be told.
  const words = direction || change === undefined ? t(`page-trends:direction.${direction ?? 'unknown'}`) : undefined
  return (
    <p class={`metric-trend__direction metric-trend__direction--${direction ?? 'unknown'}`} role="status">
      <Icon name={direction || change !== undefined ? ARROWS[way] : 'info'} size={20} />
      <span>
        {words}{' '}
        {change !== undefined &&
          t(`page-trends:change.${way}`, {
            change: `${formatNumber(Math.abs(change), { maximumSignificantDigits: 2 })} ${unit}`,
          })}
      </span>
    </p>
  )
}

/** "Healthy for you: 90/60 to 129/84 mmHg" */
function healthyText(series: MetricSeries): string {
  const bands = bandsOf(series)
  const unit = unitText(series.unit)
  const ends = (name: 'low' | 'high'): string | undefined => {
    const found = bands.map((band) => band[name])
    return found.length === 0 || found.every((value) => value === null) ? undefined : writtenNumbers(found)
  }
  const [low, high] = [ends('low'), ends('high')]
  if (low !== undefined && high !== undefined) return t('page-trends:healthy.between', { low, high, unit })
  if (low !== undefined) return t('page-trends:healthy.from', { low, unit })
  return high === undefined ? '' : t('page-trends:healthy.upTo', { high, unit })
}
