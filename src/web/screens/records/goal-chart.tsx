import { type Page, request } from '../../api/client.ts'
import { LazyLineChart } from '../../charts/lazy-line-chart.tsx'
import { dayBegins } from '../../charts/periods.ts'
import { Card } from '../../components/card.tsx'
import { useResource } from '../../components/use-resource.ts'
import { formatDayRange } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from './record-description.ts'

const STEPS = 100
const HEIGHT = 180
const DAY_MILLISECONDS = 86_400_000

/** The steps towards a goal over time, with a line where it is reached. */
export function GoalChart({ goal, path }: { goal: Row; path: string }) {
  const { value, loading } = useResource(`${path} ${textOf(goal, 'updated_at')}`, (signal) =>
    request<Page<Row>>('GET', `${path}/progress`, { query: { limit: STEPS }, signal }),
  )
  const days = new Map<string, number>()
  // The list has the newest first; of several steps of a day the last one counts.
  for (const step of (value?.data ?? []).toReversed()) {
    const [day, reached] = [textOf(step, 'progress_date'), Number(textOf(step, 'progress_value') ?? Number.NaN)]
    if (day !== undefined && Number.isFinite(reached)) days.set(day.slice(0, 10), reached)
  }
  const [from, to] = [[...days.keys()][0], [...days.keys()].at(-1)]
  if (from === undefined || to === undefined || from === to) {
    // Where something was reached there are steps; their place is kept.
    const isComing = value === undefined && loading && Number(goal['progress_percentage']) > 0
    return isComing ? <div class="card goal-chart__place" /> : null
  }
  const target = Number(textOf(goal, 'target_value') ?? Number.NaN)
  const points = [...days].map(([day, reached]) => ({ at: dayBegins(day), values: [reached] }))
  return (
    <Card title={t('page-trends:goal.title')}>
      <LazyLineChart
        points={points}
        lines={1}
        bands={Number.isFinite(target) ? [{ low: target, high: target }] : []}
        from={dayBegins(from) - DAY_MILLISECONDS / 2}
        to={dayBegins(to) + DAY_MILLISECONDS / 2}
        height={HEIGHT}
        label={t('page-trends:goal.chart', { what: textOf(goal, 'goal_title'), span: formatDayRange(from, to) })}
      />
      <p class="small soft">
        {t('page-trends:goal.target', {
          value: [textOf(goal, 'target_value'), textOf(goal, 'unit')].filter(Boolean).join(' '),
        })}
      </p>
    </Card>
  )
}
