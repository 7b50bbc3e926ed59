import { LazyLineChart } from '../../charts/lazy-line-chart.tsx'
import { bandsOf, type MetricSeries, pointsOf, statisticsOf } from '../../charts/metric-series.ts'
import { unitText } from '../../charts/metric-unit.ts'
import { dayBegins } from '../../charts/periods.ts'
import { formatDayRange } from '../../words/format.ts'
import type { Speaker } from '../../words/words.ts'
import { valueLabel } from '../records/record-description.ts'
import type { Course } from './read-summary.ts'

const HEIGHT = 110
const DAY_MILLISECONDS = 86_400_000
const YEAR_DAYS = 366

/** The drawings, each named in each language. */
export function Courses({ courses, speakers }: { courses: readonly Course[]; speakers: readonly Speaker[] }) {
  if (courses.length === 0) return null
  return (
    <section class="summary__courses">
      {speakers.map((speaker) => (
        <h3 key={speaker.language} lang={speaker.language}>
          {speaker.t('page-summary:courses')}
        </h3>
      ))}
      <ul>
        {courses.map((course) => (
          <CourseChart key={course.type} course={course} speakers={speakers} />
        ))}
      </ul>
    </section>
  )
}

function CourseChart({ course: { type, series, trend }, speakers }: { course: Course; speakers: readonly Speaker[] }) {
  const days = lastYear(series)
  const [first, last] = [days[0]?.start ?? '', days.at(-1)?.start ?? '']
  const { mean, lowest, highest } = statisticsOf(days)
  const points = pointsOf(days)
  const figures = `${mean} ${unitText(series.unit)} (${lowest} – ${highest})`
  const [own] = speakers
  return (
    <li class="summary__chart">
      {speakers.map((speaker) => (
        <p key={speaker.language} lang={speaker.language}>
          <strong class="summary__metric">{valueLabel('metrics', 'metric_type', type, speaker)}</strong>{' '}
          {speaker.t('page-trends:mean')} {figures}
          {trend?.trend_direction && ` · ${speaker.t(`page-summary:direction.${trend.trend_direction}`)}`}
        </p>
      ))}
      <LazyLineChart
        forPaper
        points={points}
        lines={points[0]?.values.length ?? 1}
        bands={bandsOf(series)}
        from={dayBegins(first) - DAY_MILLISECONDS}
        to={dayBegins(last) + 2 * DAY_MILLISECONDS}
        height={HEIGHT}
        label={`${own ? valueLabel('metrics', 'metric_type', type, own) : type}, ${formatDayRange(first, last)}: ${figures}`}
      />
    </li>
  )
}

/** The days of the year up to the newest one. */
function lastYear({ data }: MetricSeries): MetricSeries['data'] {
  const newest = Date.parse(data.at(-1)?.start ?? '')
  return data.filter(({ start }) => newest - Date.parse(start) < YEAR_DAYS * DAY_MILLISECONDS)
}
