import type { Language } from '../../../clinical/language-forms.ts'
import { writtenDay } from '../../../operations/written-time.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import { wordsOf } from '../fhir-elements.ts'
import { dayOf, effectiveOf } from '../fhir-times.ts'
import { objectsAt, textAt } from '../json.ts'
import { laboratoryValueFromFhir, observationKind } from '../resources/read-observation.ts'
import type { Origin, PlannedFile, PlannedReport, PlannedResult } from './import-plan.ts'
import { type EntryRemark, type IncomingResource, remark } from './incoming-resource.ts'
import { attachedBytes } from './plan-file.ts'
import type { Resolve } from './references.ts'

interface Surroundings {
  readonly resolve: Resolve
  readonly nameOf: (reference: unknown, from: IncomingResource, resolve: Resolve) => string | undefined
  readonly originOf: (each: IncomingResource) => Origin
  readonly language: Language
  /** Where what cannot be a report goes. */
  readonly refused: EntryRemark[]
  readonly files: PlannedFile[]
}

/**
 * Reports with their values, and values that came without a report, together by the day on which they were taken. A report
 * without values that can be read is a file to be read like any other.
 */
export function planReports(
  taken: readonly IncomingResource[],
  laboratory: readonly IncomingResource[],
  surroundings: Surroundings,
): readonly PlannedReport[] {
  const { resolve, nameOf, originOf, refused, files, language } = surroundings
  const unclaimed = new Set(laboratory)
  const reports: PlannedReport[] = []

  const results = (found: readonly IncomingResource[]): PlannedResult[] =>
    found.flatMap((each) => {
      const isMetric = observationKind(each.resource) === 'metric'
      const outcome = laboratoryValueFromFhir(each.resource)
      if ('fields' in outcome) return [{ ...originOf(each), fields: outcome.fields, isMetric }]
      // What is wrong with a measurement is said of the measurement.
      if (!isMetric) refused.push(remark(each, outcome.refused))
      return []
    })

  for (const each of taken.filter(({ type }) => type === 'DiagnosticReport')) {
    const { resource } = each
    const members = membersOf(each, resolve)
    for (const member of members) unclaimed.delete(member)
    const values = results(
      members.filter((member) => ['metric', 'laboratory'].includes(observationKind(member.resource))),
    )
    const day = dayOf(effectiveOf(resource) ?? textAt(resource, 'issued'))?.day ?? null
    const name = wordsOf(resource['code']) ?? 'FHIR'
    const description = textAt(resource, 'conclusion') ?? null
    if (values.length > 0) {
      reports.push({
        origin: originOf(each),
        name,
        day,
        description,
        laboratory: nameOf(resource['performer'], each, resolve) ?? null,
        results: values,
        content: asFile([each, ...members]),
      })
      continue
    }
    const bytes = objectsAt(resource, 'presentedForm')
      .map((attachment) => attachedBytes(attachment, each, resolve))
      .find((found) => found !== undefined)
    if (bytes === undefined) refused.push(remark(each, { pointer: '/result', code: 'fhir_nothing_to_keep' }))
    else files.push({ ...originOf(each), bytes, name, day, description })
  }

  const byDay = Map.groupBy(unclaimed, ({ resource }) => dayOf(effectiveOf(resource))?.day ?? '')
  for (const [day, members] of byDay) {
    const values = results(members)
    if (values.length === 0) continue
    reports.push({
      origin: undefined,
      name: [translator(language)('patient-summary:sections.results'), day && writtenDay(day, language)]
        .filter(Boolean)
        .join(' · '),
      day: day === '' ? null : day,
      description: null,
      laboratory: null,
      results: values,
      content: asFile(members),
    })
  }
  return reports
}

/** The observations that a report has, those of its panels too. */
function membersOf(report: IncomingResource, resolve: Resolve): readonly IncomingResource[] {
  const found = (from: IncomingResource, ...path: readonly string[]) =>
    objectsAt(from.resource, ...path)
      .map((reference) => resolve(textAt(reference, 'reference'), from))
      .filter((each) => each?.type === 'Observation')
  const direct = found(report, 'result')
  return [
    ...new Set([...direct, ...direct.flatMap((each) => (each === undefined ? [] : found(each, 'hasMember')))]),
  ].filter((each) => each !== undefined)
}

/** What came, as it came: the document's file. */
function asFile(resources: readonly IncomingResource[]): Uint8Array {
  const entry = resources.map(({ fullUrl, resource }) => ({ ...(fullUrl !== undefined && { fullUrl }), resource }))
  return Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }, null, 1))
}
