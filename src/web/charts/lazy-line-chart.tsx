import { useState } from 'preact/hooks'
import { ErrorNotice } from '../components/error-notice.tsx'
import { useResource } from '../components/use-resource.ts'
import type { LineChartProps } from './line-chart.tsx'
import './lazy-line-chart.css'

/** A chart whose drawing is fetched when there is one to draw. Its place is kept meanwhile. */
export function LazyLineChart(props: LineChartProps) {
  const chart = useResource('chart', async () => (await import('./line-chart.tsx')).LineChart)
  const [height] = useState(() => (props.height > 200 ? 'tall' : props.height > 160 ? 'middle' : 'low'))
  if (chart.error !== undefined) return <ErrorNotice error={chart.error} onRetry={chart.reload} />
  return <div class={`chart-place chart-place--${height}`}>{chart.value && <chart.value {...props} />}</div>
}
