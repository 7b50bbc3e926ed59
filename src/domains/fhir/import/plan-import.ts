import type { Language } from '../../../clinical/language-forms.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import { ownRowIds, wordsOf } from '../fhir-elements.ts'
import { type JsonObject, objectsAt, textAt } from '../json.ts'
import type { ReadContext, ReadResource } from '../read-outcome.ts'
import { allergyFromFhir } from '../resources/allergy.ts'
import { conditionFromFhir } from '../resources/condition.ts'
import { medicationFromFhir } from '../resources/read-medication.ts'
import { metricFromFhir, observationKind } from '../resources/read-observation.ts'
import type { ImportPlan, Origin, PlannedFile, PlannedMetric, PlannedRow } from './import-plan.ts'
import { type EntryRemark, type IncomingResource, remark } from './incoming-resource.ts'
import type { OpenedContent } from './open-content.ts'
import { planFile } from './plan-file.ts'
import { planReports } from './plan-reports.ts'
import { humanName, patientOf, readPatient } from './read-patient.ts'
import { containedIn, createResolver, type Resolve } from './references.ts'
import { hasModifiers, isRefuted, isWithdrawn, saysNothing } from './screen-resource.ts'
import { contentHash, sourceKeys } from './source-key.ts'

/** What belongs to other entries and is no part of the record by itself. */
const SURROUNDINGS: ReadonlySet<string> = new Set([
  'Binary',
  'Composition',
  'Device',
  'Location',
  'Medication',
  'Organization',
  'OperationOutcome',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'RelatedPerson',
])
const TAKEN: ReadonlySet<string> = new Set([
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'DocumentReference',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
])

export interface PlanSettings {
  readonly language: Language
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Decides what each entry becomes. Looks nothing up, so the same content makes the same plan. */
export function planImport(content: OpenedContent, { language, today }: PlanSettings): ImportPlan {
  const contained = content.resources.flatMap(containedIn)
  const resolve = createResolver(content.resources, contained)
  const patient = patientOf(content.resources, resolve)
  // Values that a report holds itself are values like any other.
  const all = [...content.resources, ...contained.filter(({ type }) => type === 'Observation')]
  const keys = sourceKeys(all)
  const originOf = (each: IncomingResource): Origin => ({
    path: each.path,
    type: each.type,
    key: keys.get(each) ?? '',
    ownIds: ownRowIds(each.resource),
  })
  const refused: EntryRemark[] = [...content.refused]
  const notes: EntryRemark[] = []
  const withdrawn: Origin[] = []
  const taken: IncomingResource[] = []
  const seen = new Set<string>()

  for (const each of all) {
    const code = refusal(each, patient, resolve)
    if (code !== undefined) refused.push(remark(each, code))
    else if (TAKEN.has(each.type) && isWithdrawn(each.resource)) withdrawn.push(originOf(each))
    else if (TAKEN.has(each.type) && !saysNothing(each.resource)) {
      const key = keys.get(each) ?? ''
      if (!seen.has(key)) taken.push(each)
      seen.add(key)
    }
  }

  const translate = translator(language)
  const context = (from: IncomingResource): ReadContext => ({
    fallbackDay: content.day ?? today,
    notStated: translate('patient-summary:not_stated'),
    timesIn: (times, period, unit) => timesIn(translate, times, period, unit),
    nameOf: (reference) => nameOf(reference, from, resolve),
  })
  const rows: PlannedRow[] = []
  const metrics: PlannedMetric[] = []
  const files: PlannedFile[] = []
  const prescribed = prescriptionsOf(taken, resolve)

  /** Notes what was assumed, or refuses. */
  function read<Fields extends object>(from: IncomingResource, outcome: ReadResource<Fields>): Fields | undefined {
    if ('refused' in outcome) {
      refused.push(remark(from, outcome.refused))
      return undefined
    }
    if (outcome.assumed.length > 0) {
      notes.push(remark(from, ...outcome.assumed.map((code) => ({ pointer: '', code }))))
    }
    return outcome.fields
  }
  const row = (kind: PlannedRow['kind'], from: IncomingResource, outcome: ReadResource<PlannedRow['fields']>) => {
    const fields = read(from, outcome)
    if (fields !== undefined) rows.push({ ...originOf(from), kind, fields, hash: contentHash(fields) })
  }

  let bloodGroup: string | undefined
  const laboratory: IncomingResource[] = []
  for (const each of taken) {
    const { type, resource } = each
    if (type === 'Condition') row('conditions', each, conditionFromFhir(resource, context(each)))
    else if (type === 'AllergyIntolerance') row('allergies', each, allergyFromFhir(resource))
    else if (type === 'MedicationStatement' || (type === 'MedicationRequest' && !prescribed.has(each))) {
      row('medications', each, medicationFromFhir(resource, partsOf(each, resolve), context(each)))
    } else if (type === 'DocumentReference') {
      const file = planFile(each, originOf(each), resolve)
      if ('refused' in file) refused.push(remark(each, file.refused))
      else files.push(file)
    } else if (type === 'Observation') {
      const kind = observationKind(resource)
      if (kind === 'metric') {
        const fields = read(each, metricFromFhir(resource))
        if (fields !== undefined) metrics.push({ ...originOf(each), fields })
      }
      if (kind === 'blood_group')
        bloodGroup = wordsOf(resource['valueCodeableConcept']) ?? textAt(resource, 'valueString')
      if (kind === 'unknown') refused.push(remark(each, { pointer: '/code', code: 'fhir_code_unknown' }))
      if (kind === 'laboratory') laboratory.push(each)
    }
  }

  const reports = planReports(taken, laboratory, { resolve, nameOf, originOf, refused, files, language })
  return {
    patient: patient && readPatient(patient),
    bloodGroup,
    rows,
    metrics,
    reports,
    files,
    withdrawn,
    refused,
    notes,
  }
}

/** "2 times a day", "once in 8 hours": in the words of the person. */
function timesIn(translate: ReturnType<typeof translator>, times: number, period: number, unit: string) {
  const key = unit === 'd' && period === 1 ? 'daily' : unit
  return translate(`patient-summary:times.${key}`, { times, period, defaultValue: '' }) || undefined
}

/** Why an entry stays out before anybody looks at what it says. */
function refusal(each: IncomingResource, patient: IncomingResource | undefined, resolve: Resolve) {
  const { type, resource } = each
  if (type === 'Patient') {
    return each === patient ? undefined : { pointer: '', code: 'fhir_somebody_else' }
  }
  if (SURROUNDINGS.has(type)) return undefined
  if (!TAKEN.has(type)) return { pointer: '/resourceType', code: 'fhir_kind_unknown' }
  const pointer = 'patient' in resource ? '/patient' : '/subject'
  const subject = resolve(textAt(resource, pointer.slice(1), 'reference'), each)
  if (subject?.type === 'Patient' && subject.resource !== patient?.resource)
    return { pointer, code: 'fhir_somebody_else' }
  if (isWithdrawn(resource)) return undefined
  if (hasModifiers(resource)) return { pointer: '', code: 'fhir_modifier' }
  return isRefuted(resource) ? { pointer: '/verificationStatus', code: 'fhir_refuted' } : undefined
}

/** Whom a reference means: by the words beside it, or by the name of whoever it leads to. */
function nameOf(reference: unknown, from: IncomingResource, resolve: Resolve): string | undefined {
  const [first] = Array.isArray(reference) ? reference : [reference]
  const found = resolve(textAt(first, 'reference'), from)
  if (found === undefined || found.type === 'Patient') return textAt(first, 'display')
  const person =
    found.type === 'PractitionerRole' ? resolve(textAt(found.resource, 'practitioner', 'reference'), found) : found
  return textAt(first, 'display') ?? humanName(person?.resource['name']) ?? textAt(person?.resource, 'name')
}

function partsOf(
  each: IncomingResource,
  resolve: Resolve,
): { product: JsonObject | undefined; prescription: JsonObject | undefined } {
  return {
    product: resolve(textAt(each.resource, 'medicationReference', 'reference'), each)?.resource,
    prescription: prescriptionOf(each, resolve)?.resource,
  }
}

function prescriptionOf(each: IncomingResource, resolve: Resolve): IncomingResource | undefined {
  return [...objectsAt(each.resource, 'basedOn'), ...objectsAt(each.resource, 'derivedFrom')]
    .map((reference) => resolve(textAt(reference, 'reference'), each))
    .find((found) => found?.type === 'MedicationRequest')
}

/** Prescriptions that a statement goes by: the statement says it all. */
function prescriptionsOf(taken: readonly IncomingResource[], resolve: Resolve): ReadonlySet<IncomingResource> {
  const found = taken
    .filter(({ type }) => type === 'MedicationStatement')
    .flatMap((each) => prescriptionOf(each, resolve) ?? [])
  return new Set(found)
}
