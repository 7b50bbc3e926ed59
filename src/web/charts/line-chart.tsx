import { useEffect, useRef } from 'preact/hooks'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { theme } from '../browser/theme.ts'
import { formatNumber, formatTick } from '../words/format.ts'
import { language } from '../words/words.ts'
import './line-chart.css'

export interface ChartPoint {
  /** Milliseconds since 1970. */
  readonly at: number
  /** One number a line. */
  readonly values: readonly (number | null)[]
}

/** Where values are healthy; an end that is null is open. */
export interface ChartBand {
  readonly low: number | null
  readonly high: number | null
}

export interface LineChartProps {
  /** Oldest first. */
  readonly points: readonly ChartPoint[]
  /** How many lines there are: two of a blood pressure. */
  readonly lines: number
  readonly bands: readonly ChartBand[]
  /** The time that is shown, in milliseconds since 1970. */
  readonly from: number
  readonly to: number
  /** What readers of screens hear in place of the picture. */
  readonly label: string
  /** Pixels. */
  readonly height: number
  /** Drawn twice as finely, and without answering to fingers. */
  readonly forPaper?: boolean
  /** Told which point is pointed at, and when none is. */
  readonly onPoint?: (point: ChartPoint | undefined) => void
}

const COLOURS = ['line', 'second', 'band', 'edge', 'grid'] as const
type Colours = Readonly<Record<(typeof COLOURS)[number] | 'ink', string>>
/** Of the height that values take, left free above and below. */
const AIR = 0.12
const FONT_PIXELS = 12
/** Paper scales what was drawn to the place that it has. */
const PAPER_PIXELS = 680

/** Values over time as lines, with what is healthy as a band behind them. */
export function LineChart(props: LineChartProps) {
  const { points, lines, bands, from, to, label, height, forPaper = false, onPoint } = props
  const frame = useRef<HTMLDivElement>(null)
  const look = `${theme()} ${language()} ${lines} ${from} ${to} ${height} ${JSON.stringify(bands)}`

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const scale = forPaper ? 2 : 1
    let drawn: UPlot | undefined
    const draw = (): void => {
      drawn?.destroy()
      const width = forPaper ? PAPER_PIXELS : element.clientWidth
      if (width === 0) return
      drawn = new UPlot(options({ ...props, width, scale }, element), aligned(points, lines), element)
    }
    // A chart is as wide as its place, which is known when it has one.
    let width = 0
    const place = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      draw()
    })
    place.observe(element)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    return () => {
      place.disconnect()
      dark.removeEventListener('change', draw)
      drawn?.destroy()
      onPoint?.(undefined)
    }
  }, [look, points])

  return (
    <div class={`line-chart ${forPaper ? 'line-chart--paper' : ''}`} role="img" aria-label={label} ref={frame}>
      {COLOURS.map((name) => (
        <i key={name} class={`line-chart__${name}`} data-colour={name} />
      ))}
    </div>
  )
}

function aligned(points: readonly ChartPoint[], lines: number): UPlot.AlignedData {
  const times = points.map(({ at }) => at / 1_000)
  return [
    times,
    ...Array.from({ length: lines }, (_, line) => points.map(({ values }) => values[line] ?? null)),
  ] as UPlot.AlignedData
}

function coloursOf(element: HTMLElement): Colours {
  const found = COLOURS.map((name) => {
    const probe = element.querySelector(`[data-colour=${name}]`)
    return [name, probe ? getComputedStyle(probe).color : '']
  })
  return { ...Object.fromEntries(found), ink: getComputedStyle(element).color } as Colours
}

function options(
  {
    points,
    lines,
    bands,
    from,
    to,
    height,
    forPaper,
    onPoint,
    width,
    scale,
  }: LineChartProps & {
    width: number
    scale: number
  },
  element: HTMLElement,
): UPlot.Options {
  const colours = coloursOf(element)
  const font = `${FONT_PIXELS * scale}px ${getComputedStyle(element).fontFamily}`
  const [lowest, highest] = valueRange(points, bands)
  const axis = {
    font,
    stroke: colours.ink,
    grid: { stroke: colours.grid, width: scale },
    ticks: { show: false },
    gap: 6 * scale,
  }
  return {
    width,
    height: height * scale,
    padding: [8 * scale, 22 * scale, 0, 0],
    legend: { show: false },
    cursor: forPaper ? { show: false } : { drag: { x: false, y: false }, y: false },
    scales: {
      x: { time: true, range: [from / 1_000, to / 1_000] },
      y: { range: [lowest, highest] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 26 * scale,
        space: 64 * scale,
        values: (_chart, times) => times.map((time) => formatTick(time * 1_000, to - from)),
      },
      {
        ...axis,
        size: 44 * scale,
        space: (forPaper ? 22 : 34) * scale,
        values: (_chart, values) => values.map((value) => formatNumber(value, { maximumFractionDigits: 1 })),
      },
    ],
    series: [
      {},
      ...Array.from({ length: lines }, (_, line) => ({
        stroke: line === 0 ? colours.line : colours.second,
        width: 2 * scale,
        spanGaps: true,
        points: {
          show: true,
          size: 7 * scale,
          width: scale,
          fill: line === 0 ? colours.line : colours.second,
        },
      })),
    ],
    hooks: {
      drawClear: [(chart) => drawBands(chart, bands, colours, scale)],
      setCursor: [(chart) => onPoint?.(typeof chart.cursor.idx === 'number' ? points[chart.cursor.idx] : undefined)],
    },
  }
}

/** The values and the ends of what is healthy, with some air around them. */
function valueRange(points: readonly ChartPoint[], bands: readonly ChartBand[]): readonly [number, number] {
  const all = [...points.flatMap(({ values }) => values), ...bands.flatMap(({ low, high }) => [low, high])].filter(
    (value) => value !== null,
  )
  const low = Math.min(...all)
  const high = Math.max(...all)
  const air = high === low ? Math.max(1, Math.abs(high) * AIR) : (high - low) * AIR
  // No measurement is below nothing.
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air]
}

function drawBands(chart: UPlot, bands: readonly ChartBand[], colours: Colours, scale: number): void {
  const { ctx: context, bbox } = chart
  context.save()
  context.beginPath()
  context.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  context.clip()
  for (const { low, high } of bands) {
    const top = high === null ? bbox.top : chart.valToPos(high, 'y', true)
    const bottom = low === null ? bbox.top + bbox.height : chart.valToPos(low, 'y', true)
    context.fillStyle = colours.band
    context.fillRect(bbox.left, top, bbox.width, bottom - top)
    context.strokeStyle = colours.edge
    context.lineWidth = scale * devicePixelRatio
    context.setLineDash([4 * context.lineWidth, 4 * context.lineWidth])
    for (const [end, y] of [
      [high, top],
      [low, bottom],
    ] as const) {
      if (end === null) continue
      context.beginPath()
      context.moveTo(bbox.left, y)
      context.lineTo(bbox.left + bbox.width, y)
      context.stroke()
    }
  }
  context.restore()
}
