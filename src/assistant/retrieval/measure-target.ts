import { ANALYTES } from '../../clinical/analytes/index.ts'
import { CONCEPTS, type Concept } from '../../clinical/concepts/index.ts'
import { METRIC_TYPES, type MetricType } from '../../clinical/vitals/index.ts'

/** What a question about a measure means in the record: these analytes of reports and these metrics. */
export interface MeasureTarget {
  readonly concept: Concept
  readonly analyteKeys: readonly string[]
  readonly metricTypes: readonly MetricType[]
  /** What says something about it where it was not measured itself. */
  readonly relatedKeys: readonly string[]
  readonly relatedTypes: readonly MetricType[]
  /** A whole organ system was named ("kidney", "thyroid"), not one test. */
  readonly group: boolean
}

const SYSTEM_OF_CONCEPT: Readonly<Record<string, string>> = {
  cholesterol: 'lipids',
  vitamin: 'vitamins',
  infection: 'inflammation',
  kidney_disease: 'kidney',
  fatty_liver: 'liver',
  jaundice: 'liver',
  electrolytes: 'electrolytes',
  anaemia: 'iron',
}

const METRICS_OF_CONCEPT: Readonly<Record<string, readonly MetricType[]>> = {
  diabetes: ['blood_glucose', 'hba1c'],
  hypertension: ['blood_pressure'],
  heart: ['blood_pressure', 'heart_rate', 'cholesterol'],
  fever: ['temperature'],
  obesity: ['weight', 'bmi'],
}

const ANALYTES_OF_CONCEPT: Readonly<Record<string, readonly string[]>> = {
  anaemia: ['haemoglobin', 'ferritin', 'iron'],
}

const RELATED: Readonly<Record<string, { readonly keys: readonly string[]; readonly types: readonly MetricType[] }>> = {
  blood_glucose: { keys: ['hba1c'], types: ['hba1c'] },
  hba1c: { keys: ['glucose_fasting', 'glucose_random', 'glucose_postprandial'], types: ['blood_glucose'] },
}

const targets = new Map<string, MeasureTarget | undefined>()

/** The record's side of a concept, or `undefined` where it is nothing that is measured. */
export function measureTarget(concept: Concept): MeasureTarget | undefined {
  if (!targets.has(concept.id)) targets.set(concept.id, workOut(concept))
  return targets.get(concept.id)
}

function workOut(concept: Concept): MeasureTarget | undefined {
  if (!['measure', 'body', 'condition', 'symptom'].includes(concept.kind)) return undefined
  const system = SYSTEM_OF_CONCEPT[concept.id] ?? concept.id
  const ofSystem = ANALYTES.filter((analyte) => analyte.organSystem === system).map((analyte) => analyte.key)
  const named = ANALYTES.filter((analyte) => sharesSpelling(concept, `analyte:${analyte.key}`)).map(({ key }) => key)
  const metrics = (METRIC_TYPES as readonly string[]).includes(concept.id) ? [concept.id as MetricType] : []
  const byMetric = ANALYTES.filter(({ metricType }) => metricType !== undefined && metrics.includes(metricType)).map(
    ({ key }) => key,
  )
  const analyteMetric = ANALYTES.flatMap(({ key, metricType }) =>
    metricType !== undefined && concept.id === `analyte:${key}` ? [metricType] : [],
  )
  const analyteKeys = [...new Set([...named, ...byMetric, ...(ANALYTES_OF_CONCEPT[concept.id] ?? []), ...ofSystem])]
  const metricTypes = [...new Set([...metrics, ...analyteMetric, ...(METRICS_OF_CONCEPT[concept.id] ?? [])])]
  if (analyteKeys.length === 0 && metricTypes.length === 0) return undefined
  const related = RELATED[concept.id]
  return {
    concept,
    analyteKeys,
    metricTypes,
    relatedKeys: related?.keys ?? [],
    relatedTypes: related?.types ?? [],
    group: ofSystem.length > 1,
  }
}

const spellings: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  CONCEPTS.map((concept) => [
    concept.id,
    // Abbreviations of two letters are shared by tests that have nothing to do with one another.
    new Set(
      Object.values(concept.spellings).flatMap((list) =>
        list.filter(({ length }) => length > 2).map((spelling) => spelling.toLowerCase()),
      ),
    ),
  ]),
)

function sharesSpelling(concept: Concept, analyteConceptId: string): boolean {
  if (concept.id === analyteConceptId) return true
  const own = spellings.get(concept.id)
  const other = spellings.get(analyteConceptId)
  return own !== undefined && other !== undefined && [...own].some((spelling) => other.has(spelling))
}
