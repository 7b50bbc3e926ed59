import type { ImportPlan, PlannedMetric, PlannedReport } from './import-plan.ts'

/** What one transaction takes in: long ones keep others waiting, everybody where the database is embedded. */
const MOST_METRICS = 400
const MOST_RESULTS = 200
const MOST_REPORTS = 40

/**
 * A plan in parts that are kept one after the other, each in a transaction of its own: first what limits depend on, then
 * measurements and reports, a report together with its measurements; computed body mass indexes come in last. Where one fails,
 * those before it stand, and are recognised when the same comes again.
 */
export function partsOf(plan: ImportPlan): readonly ImportPlan[] {
  const nothing: ImportPlan = {
    patient: plan.patient,
    bloodGroup: undefined,
    rows: [],
    metrics: [],
    reports: [],
    files: [],
    withdrawn: [],
    refused: [],
    notes: [],
  }
  const reported = new Set(plan.reports.flatMap(({ results }) => results.map(({ key }) => key)))
  const byKey = new Map(plan.metrics.map((metric) => [metric.key, metric]))
  const free = plan.metrics.filter(({ key }) => !reported.has(key))
  const isIndex = ({ fields }: PlannedMetric) => fields.metric_type === 'bmi'

  const parts: ImportPlan[] = [
    { ...nothing, bloodGroup: plan.bloodGroup, rows: plan.rows, refused: plan.refused, notes: plan.notes },
    ...slices(
      free.filter((metric) => !isIndex(metric)),
      MOST_METRICS,
    ).map((metrics) => ({ ...nothing, metrics })),
    ...reportSlices(plan.reports).map((reports) => ({
      ...nothing,
      reports,
      metrics: reports.flatMap(({ results }) => results.flatMap(({ key }) => byKey.get(key) ?? [])),
    })),
    ...slices(free.filter(isIndex), MOST_METRICS).map((metrics) => ({ ...nothing, metrics })),
    ...(plan.withdrawn.length > 0 ? [{ ...nothing, withdrawn: plan.withdrawn }] : []),
  ]
  // What is little is kept whole or not at all.
  const isLittle = plan.metrics.length <= MOST_METRICS && plan.reports.length <= MOST_REPORTS
  const values = plan.reports.reduce((count, { results }) => count + results.length, 0)
  return isLittle && values <= MOST_RESULTS ? [plan] : parts
}

function slices<Each>(items: readonly Each[], most: number): readonly (readonly Each[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  )
}

function reportSlices(reports: readonly PlannedReport[]): readonly (readonly PlannedReport[])[] {
  const found: PlannedReport[][] = []
  let values = 0
  for (const report of reports) {
    const last = found.at(-1)
    if (last === undefined || last.length === MOST_REPORTS || values + report.results.length > MOST_RESULTS) {
      found.push([report])
      values = report.results.length
    } else {
      last.push(report)
      values += report.results.length
    }
  }
  return found
}
