import { expect, it } from 'vitest'
import { bundle, entry, observation } from '../../../../test/support/fhir/hospital-bundle.ts'
import { openContent } from './open-content.ts'
import { planImport } from './plan-import.ts'
import { partsOf } from './plan-parts.ts'

const planOf = (count: number) => {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1) + index * 86_400_000).toISOString()
  const measured = (index: number, code: string, unit: string, value: number) =>
    entry(observation(`${code}-${index}`, code, value, unit, { effectiveDateTime: day(index) }))
  const entries = Array.from({ length: count }, (_, index) => [
    measured(index, '8867-4', '/min', 70),
    measured(index, '718-7', 'g/dL', 12),
    measured(index, '39156-5', 'kg/m2', 24),
    measured(index, '4548-4', '%', 6),
    entry({
      resourceType: 'DiagnosticReport',
      id: `report-${index}`,
      code: { text: 'Sugar' },
      result: [{ reference: `Observation/4548-4-${index}` }],
    }),
  ]).flat()
  return planImport(openContent(JSON.stringify(bundle('collection', ...entries))), {
    language: 'en',
    today: '2026-03-12',
  })
}

it('keeps a short record in one part', () => {
  expect(partsOf(planOf(15))).toHaveLength(1)
})

it('has everything of a long record in one of its parts, a report with its measurements, body mass indexes last', () => {
  const plan = planOf(300)
  const parts = partsOf(plan)
  const keys = (found: readonly { readonly key: string }[]) => found.map(({ key }) => key).sort()
  expect(keys(parts.flatMap(({ metrics }) => metrics))).toEqual(keys(plan.metrics))
  expect(new Set(parts.flatMap(({ reports }) => reports))).toEqual(new Set(plan.reports))
  for (const { reports, metrics } of parts) {
    expect(metrics.length).toBeLessThanOrEqual(400)
    expect(reports.length).toBeLessThanOrEqual(40)
    const held = new Set(metrics.map(({ key }) => key))
    const measured = reports.flatMap(({ results }) => results.filter(({ isMetric }) => isMetric))
    expect(measured.every(({ key }) => held.has(key))).toBe(true)
  }
  const kinds = parts.flatMap(({ metrics }) => metrics.map(({ fields }) => fields.metric_type))
  expect(kinds.indexOf('bmi')).toBeGreaterThan(Math.max(kinds.lastIndexOf('heart_rate'), kinds.lastIndexOf('hba1c')))
})
