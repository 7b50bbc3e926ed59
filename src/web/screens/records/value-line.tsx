import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from './record-description.ts'
import './value-line.css'

const WIDTH = 120
const HEIGHT = 32
const EDGE = 4

/** The numbers of a value: one, or of a blood pressure the upper and the lower. */
const numbersOf = (row: Row): readonly number[] =>
  (textOf(row, 'value') ?? '').split('/').map(Number).filter(Number.isFinite)

/**
 * How one kind of measurement went, oldest on the left; of a blood pressure both lines. The list beside it says the same
 * in numbers, and its name says from when to when.
 * @param rows of one kind and unit.
 */
export function ValueLine({ rows }: { rows: readonly Row[] }) {
  const points = rows
    .map((row) => ({ at: Date.parse(textOf(row, 'measured_at') ?? ''), numbers: numbersOf(row) }))
    .filter(({ at, numbers }) => Number.isFinite(at) && numbers.length > 0)
    .sort((left, right) => left.at - right.at)
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || first.at === last.at) return null
  const all = points.flatMap(({ numbers }) => numbers)
  const low = Math.min(...all)
  const spread = Math.max(...all) - low
  const across = (at: number): number => EDGE + ((at - first.at) / (last.at - first.at)) * (WIDTH - 2 * EDGE)
  const up = (value: number): number =>
    spread === 0 ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / spread) * (HEIGHT - 2 * EDGE)
  const lines = first.numbers.map((_, index) =>
    points.flatMap(({ at, numbers }) => {
      const value = numbers[index]
      return value === undefined ? [] : [{ x: across(at), y: up(value) }]
    }),
  )
  return (
    <svg
      class="value-line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('page-records:lineFromTo', {
        from: formatDate(new Date(first.at)),
        to: formatDate(new Date(last.at)),
      })}
    >
      {lines.map((line, index) => (
        <g key={index === 0 ? 'upper' : 'lower'}>
          <polyline
            class="value-line__line"
            points={line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
          />
          {line.slice(-1).map(({ x, y }) => (
            <circle key="last" class="value-line__last" cx={x.toFixed(1)} cy={y.toFixed(1)} r="2.5" />
          ))}
        </g>
      ))}
    </svg>
  )
}
