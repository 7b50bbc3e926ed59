import { formIn } from '../../../clinical/medicines/index.ts'
import { CODE_SYSTEMS, DOSE_FORM_CODES, ROUTE_CODES } from '../../../clinical/terminology/index.ts'
import { codesIn, extensionText, wordsOf } from '../fhir-elements.ts'
import { dayOf, effectiveOf } from '../fhir-times.ts'
import { at, type JsonObject, numberAt, objectOf, objectsAt, textAt } from '../json.ts'
import { type Assumption, type ReadContext, type ReadResource, refused } from '../read-outcome.ts'
import type { MedicationFields } from './medication.ts'

/** What a medicine's resource refers to, where that is there. */
export interface MedicationParts {
  /** The `Medication`. */
  readonly product: JsonObject | undefined
  /** The `MedicationRequest` that a statement goes by. */
  readonly prescription: JsonObject | undefined
}

const STATUS: Readonly<Record<string, MedicationFields['status']>> = {
  active: 'active',
  intended: 'active',
  unknown: 'active',
  completed: 'completed',
  stopped: 'discontinued',
  cancelled: 'discontinued',
  'on-hold': 'discontinued',
}

/** A MedicationStatement, or a MedicationRequest where that is how the medicine came. */
export function medicationFromFhir(
  resource: JsonObject,
  { product, prescription }: MedicationParts,
  context: ReadContext,
): ReadResource<MedicationFields> {
  const status = textAt(resource, 'status') ?? 'unknown'
  if (status === 'not-taken') return refused('/status', 'fhir_not_taken')
  const isRequest = resource['resourceType'] === 'MedicationRequest'
  const request = isRequest ? resource : prescription
  const name =
    wordsOf(resource['medicationCodeableConcept']) ??
    wordsOf(product?.['code']) ??
    textAt(resource, 'medicationReference', 'display')
  if (name === undefined) return refused('/medicationCodeableConcept', 'required')
  const assumed = new Set<Assumption>()
  const stated = (text: string | undefined): string => {
    if (text !== undefined) return text
    assumed.add('fhir_words_assumed')
    return context.notStated
  }
  const dosage = objectsAt(resource, isRequest ? 'dosageInstruction' : 'dosage')[0]
  const start = dayOf(
    effectiveOf(resource) ??
      textAt(resource, 'dateAsserted') ??
      textAt(request, 'authoredOn') ??
      boundsOf(dosage, 'start'),
  )
  if (start === undefined || start.isVague) assumed.add('fhir_day_assumed')
  const end = dayOf(textAt(resource, 'effectivePeriod', 'end') ?? boundsOf(dosage, 'end'))
  const startDay = start?.day ?? context.fallbackDay
  const { dose, frequency } = doseOf(dosage, context)
  return {
    fields: {
      medication_name: name,
      generic_name: wordsOf(at(product, 'ingredient', 'itemCodeableConcept')) ?? null,
      brand_name: extensionText(product, 'brand'),
      dosage: stated(dose),
      dosage_form: formOf(product),
      strength: extensionText(product, 'strength') ?? strengthOf(product),
      frequency: stated(frequency),
      route: routeOf(dosage),
      prescribed_by: stated(context.nameOf(request?.['requester']) ?? context.nameOf(resource['informationSource'])),
      pharmacy: context.nameOf(at(request, 'dispenseRequest', 'performer')) ?? null,
      prescription_number: textAt(request, 'identifier', 'value') ?? null,
      start_date: startDay,
      end_date: end !== undefined && end.day >= startDay ? end.day : null,
      refills_remaining: refillsOf(request),
      instructions: instructionsOf(resource, dosage),
      side_effects: sideEffectsOf(resource),
      status: STATUS[status] ?? 'active',
    },
    assumed: [...assumed],
  }
}

const boundsOf = (dosage: unknown, end: 'start' | 'end') => textAt(dosage, 'timing', 'repeat', 'boundsPeriod', end)

/** How much and how often: as we write it, one after the other in one text, or as others put it together. */
function doseOf(
  dosage: JsonObject | undefined,
  context: ReadContext,
): { dose: string | undefined; frequency: string | undefined } {
  const text = textAt(dosage, 'text')
  const often = wordsOf(at(dosage, 'timing', 'code')) ?? timesOf(at(dosage, 'timing', 'repeat'), context)
  const quantity = quantityText(at(dosage, 'doseAndRate', 'doseQuantity'))
  if (text !== undefined && often !== undefined && text.endsWith(`, ${often}`)) {
    return { dose: text.slice(0, -often.length - 2), frequency: often }
  }
  return { dose: quantity ?? text, frequency: often ?? (quantity === undefined ? undefined : text) }
}

/** Of a timing in numbers. */
function timesOf(repeat: unknown, { timesIn }: ReadContext): string | undefined {
  const frequency = numberAt(repeat, 'frequency') ?? 1
  const period = numberAt(repeat, 'period') ?? 1
  const unit = textAt(repeat, 'periodUnit')
  return unit === undefined ? undefined : timesIn(frequency, period, unit)
}

function quantityText(quantity: unknown): string | undefined {
  const value = numberAt(quantity, 'value')
  const unit = textAt(quantity, 'unit') ?? textAt(quantity, 'code')
  return value === undefined ? undefined : unit === undefined ? String(value) : `${value} ${unit}`
}

function strengthOf(product: unknown): string | null {
  const numerator = quantityText(at(product, 'ingredient', 'strength', 'numerator'))
  const denominator = at(product, 'ingredient', 'strength', 'denominator')
  if (numerator === undefined) return null
  const below = quantityText(denominator)
  return below === undefined || numberAt(denominator, 'value') === 1 ? numerator : `${numerator} / ${below}`
}

const FORMS = ['tablet', 'capsule', 'liquid', 'injection', 'inhaler', 'patch', 'other'] as const

function formOf(product: JsonObject | undefined): MedicationFields['dosage_form'] {
  const form = objectOf(product?.['form'])
  if (form === undefined) return null
  const codes = codesIn(form, CODE_SYSTEMS.snomed)
  const byCode = (['tablet', 'capsule'] as const).find((each) => codes.includes(DOSE_FORM_CODES[each].code))
  const words = wordsOf(form)?.toLowerCase() ?? ''
  return byCode ?? FORMS.find((each) => words.includes(each)) ?? formIn(words)?.form ?? 'other'
}

function routeOf(dosage: JsonObject | undefined): MedicationFields['route'] {
  const route = objectOf(dosage?.['route'])
  if (route === undefined) return null
  const codes = codesIn(route, CODE_SYSTEMS.snomed)
  const routes = ['oral', 'injection', 'topical', 'inhalation'] as const
  const words = wordsOf(route)?.toLowerCase() ?? ''
  return (
    routes.find((each) => ROUTE_CODES[each].some(({ code }) => codes.includes(code))) ??
    routes.find((each) => words.includes(each)) ??
    'other'
  )
}

function refillsOf(request: unknown): number | null {
  const refills = numberAt(request, 'dispenseRequest', 'numberOfRepeatsAllowed')
  return refills !== undefined && Number.isInteger(refills) && refills >= 0 && refills <= 999 ? refills : null
}

const isSideEffect = (note: unknown) => extensionText(note, 'note') === 'side-effects'

function sideEffectsOf(resource: JsonObject): string | null {
  return textAt(objectsAt(resource, 'note').find(isSideEffect), 'text') ?? null
}

/** How to take it, and what else was noted. */
function instructionsOf(resource: JsonObject, dosage: JsonObject | undefined): string | null {
  const additional = objectsAt(dosage, 'additionalInstruction').flatMap((each) => wordsOf(each) ?? [])
  const notes = objectsAt(resource, 'note').filter((note) => !isSideEffect(note))
  const said = [textAt(dosage, 'patientInstruction'), ...additional, ...notes.map((note) => textAt(note, 'text'))]
  const texts = said.filter((each) => each !== undefined)
  return texts.length === 0 ? null : texts.join('\n')
}
