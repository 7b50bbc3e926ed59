import { useState } from 'preact/hooks'
import { Card } from '../../components/card.tsx'
import { ResourceView } from '../../components/resource-view.tsx'
import { useResource } from '../../components/use-resource.ts'
import { WhenNear } from '../../components/when-near.tsx'
import { capitalised } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { localDay } from '../records/form-values.ts'
import { type Row, textOf, valueLabel } from '../records/record-description.ts'

/** On so many days something must have been measured before there is a way that it went. */
const DAYS = 2

/** How the values went, one kind at a time. */
export function TrendsCard({ history }: { history: readonly Row[] | undefined }) {
  const [chosen, setChosen] = useState<string>()
  const types = typesWithDays(history ?? [])
  const type = types.find((each) => each === chosen) ?? types[0]
  if (type === undefined) return null
  const nameOf = (each: string): string => capitalised(valueLabel('metrics', 'metric_type', each))
  return (
    <Card title={t('page-trends:title')}>
      {types.length > 1 && (
        <fieldset class="row">
          <legend class="visually-hidden">{t('page-trends:choose')}</legend>
          {types.map((each) => (
            <button
              key={each}
              class="chip"
              type="button"
              aria-pressed={each === type ? 'true' : 'false'}
              onClick={() => setChosen(each)}
            >
              {nameOf(each)}
            </button>
          ))}
        </fieldset>
      )}
      <WhenNear>{() => <LazyTrend type={type} name={nameOf(type)} />}</WhenNear>
    </Card>
  )
}

/** How one kind went; what draws it is fetched when somebody comes near. */
function LazyTrend({ type, name }: { type: string; name: string }) {
  const trend = useResource('trend', async () => (await import('../../charts/metric-trend.tsx')).MetricTrend)
  // Its place is kept meanwhile.
  if (trend.value === undefined && trend.error === undefined) return <div class="when-near" />
  return <ResourceView resource={trend}>{(MetricTrend) => <MetricTrend type={type} name={name} />}</ResourceView>
}

/** The kinds of measurement with values of several days, the newest first. */
function typesWithDays(history: readonly Row[]): readonly string[] {
  const days = new Map<string, Set<string>>()
  for (const row of history) {
    const type = textOf(row, 'metric_type') ?? ''
    days.set(type, (days.get(type) ?? new Set()).add(localDay(new Date(textOf(row, 'measured_at') ?? 0))))
  }
  return [...days].filter(([, of]) => of.size >= DAYS).map(([type]) => type)
}
