import type {
  Attachment,
  DiagnosticReport,
  DocumentReference,
  Observation,
  ObservationReferenceRange,
  Organization,
} from '@medplum/fhirtypes'
import { analyteByLoinc } from '../../../clinical/analytes/index.ts'
import { CODE_SYSTEMS, SUMMARY_PROFILES, SUMMARY_SECTIONS } from '../../../clinical/terminology/index.ts'
import { normaliseUnit, parseNumber } from '../../../clinical/units/index.ts'
import { coded, concept, element, identifiersOf } from '../fhir-elements.ts'
import { category } from './observation.ts'

export interface DocumentRow {
  readonly id: string
  readonly document_name: string
  readonly category:
    | 'laboratory'
    | 'radiology'
    | 'prescription'
    | 'discharge_summary'
    | 'insurance'
    | 'vaccination'
    | 'other'
  readonly document_date: string | null
  readonly description: string | null
  readonly mime_type: string
  readonly file_size: number
  readonly laboratory: string | null
  readonly created_at: Date
}

/** A confirmed value of a report. */
export interface ResultRow {
  readonly id: string
  readonly document_id: string
  readonly test: string
  /** LOINC. */
  readonly code: string | null
  readonly value: string
  readonly unit: string | null
  readonly reference_low: number | null
  readonly reference_high: number | null
  readonly reference_text: string | null
  readonly flag: string | null
  /** When the sample was taken, else the day of the report. */
  readonly observed_at: Date | null
  /** The measurement that it became. */
  readonly metric_id: string | null
}

/** What kind of document it is, in LOINC. */
const KIND: Readonly<Record<DocumentRow['category'], { code: string; display: string }>> = {
  laboratory: { code: '11502-2', display: 'Laboratory report' },
  radiology: { code: '18748-4', display: 'Diagnostic imaging study' },
  prescription: { code: '57833-6', display: 'Prescription for medication' },
  discharge_summary: { code: '18842-5', display: 'Discharge summary' },
  vaccination: { code: '11369-6', display: 'History of Immunization Narrative' },
  insurance: { code: SUMMARY_SECTIONS.documents.code, display: SUMMARY_SECTIONS.documents.display },
  other: { code: SUMMARY_SECTIONS.documents.code, display: SUMMARY_SECTIONS.documents.display },
}

const kindOf = (document: DocumentRow) =>
  concept({ system: CODE_SYSTEMS.loinc, ...KIND[document.category] }, document.document_name)

/** The file of a document. Where it is fetched is for whoever makes the bundle to say. */
function attachmentOf(document: DocumentRow, url: string): Attachment {
  const { mime_type, file_size, document_name, created_at } = document
  return { contentType: mime_type, url, size: file_size, title: document_name, creation: created_at.toISOString() }
}

export interface ReportSurroundings {
  readonly patient: string
  /** Where the file of the document is. */
  readonly fileUrl: string
  /** The organisation that made it; the person where nobody is named. */
  readonly performer: string
}

/** A document with confirmed values is a report of them. */
export function reportToFhir(
  document: DocumentRow,
  results: readonly { readonly id: string }[],
  { patient, fileUrl, performer }: ReportSurroundings,
): DiagnosticReport {
  const { id, document_date, created_at, description } = document
  return element<DiagnosticReport>({
    resourceType: 'DiagnosticReport',
    id,
    meta: { profile: [SUMMARY_PROFILES.diagnosticReport] },
    identifier: identifiersOf(id),
    status: 'final',
    category: [coded(CODE_SYSTEMS.diagnosticService, 'LAB')],
    code: kindOf(document),
    subject: { reference: patient },
    effectiveDateTime: document_date ?? created_at.toISOString(),
    performer: [{ reference: performer }],
    result: results.map((result) => ({ reference: `urn:uuid:${result.id}` })),
    conclusion: description ?? undefined,
    presentedForm: [attachmentOf(document, fileUrl)],
  })
}

export function documentToFhir(
  document: DocumentRow,
  surroundings: Omit<ReportSurroundings, 'performer'>,
): DocumentReference {
  const { id, document_date, created_at, description } = document
  return element<DocumentReference>({
    resourceType: 'DocumentReference',
    id,
    identifier: identifiersOf(id),
    status: 'current',
    type: kindOf(document),
    category: [{ text: document.category }],
    subject: { reference: surroundings.patient },
    date: created_at.toISOString(),
    description: description ?? undefined,
    content: [{ attachment: attachmentOf(document, surroundings.fileUrl) }],
    context: document_date === null ? undefined : { period: { start: document_date, end: document_date } },
  })
}

const FLAGS: Readonly<Record<string, string>> = {
  low: 'L',
  high: 'H',
  normal: 'N',
  critical_low: 'LL',
  critical_high: 'HH',
  abnormal: 'A',
}

export function resultToFhir(
  row: ResultRow,
  surroundings: { readonly patient: string; readonly performer: string },
): Observation {
  const { id, test, code, observed_at, flag } = row
  const quantity = (value: number) => quantityIn(value, row.unit)
  const number = parseNumber(row.value)
  const interpretation = flag === null ? undefined : FLAGS[flag]
  return element<Observation>({
    resourceType: 'Observation',
    id,
    meta: { profile: [SUMMARY_PROFILES.laboratoryResult] },
    identifier: identifiersOf(id),
    status: 'final',
    category: category('laboratory'),
    code: element({
      coding: code === null ? undefined : [{ system: CODE_SYSTEMS.loinc, code, display: displayOf(code) ?? test }],
      text: test,
    }),
    subject: { reference: surroundings.patient },
    effectiveDateTime: observed_at?.toISOString(),
    performer: [{ reference: surroundings.performer }],
    valueQuantity:
      number === undefined
        ? undefined
        : { ...quantity(number.value), ...(number.comparator !== undefined && { comparator: number.comparator }) },
    valueString: number === undefined ? row.value : undefined,
    interpretation:
      interpretation === undefined ? undefined : [coded(CODE_SYSTEMS.observationInterpretation, interpretation)],
    referenceRange: rangeOf(row),
  })
}

/** What a report says of a value beyond the measurement that it became. */
export function reportedMetric(observation: Observation, row: ResultRow, performer: string): Observation {
  const range = rangeOf(row)
  return {
    ...observation,
    identifier: identifiersOf(observation.id ?? '', row.id),
    code: { ...observation.code, text: row.test },
    performer: [{ reference: performer }],
    ...(range !== undefined && { referenceRange: range }),
  }
}

function rangeOf({
  unit,
  reference_low,
  reference_high,
  reference_text,
}: ResultRow): ObservationReferenceRange[] | undefined {
  if (reference_low === null && reference_high === null && reference_text === null) return undefined
  const quantity = (value: number | null) => (value === null ? undefined : quantityIn(value, unit))
  return [
    element<ObservationReferenceRange>({
      low: quantity(reference_low),
      high: quantity(reference_high),
      text: reference_text ?? undefined,
    }),
  ]
}

const displayOf = (loinc: string) => analyteByLoinc(loinc)?.names.en

/** A value with its unit: as UCUM where it is one, else as printed. */
function quantityIn(value: number, unit: string | null) {
  if (unit === null) return { value }
  const ucum = normaliseUnit(unit)
  return { value, unit, ...(ucum !== undefined && { system: CODE_SYSTEMS.ucum, code: ucum }) }
}

export function organizationToFhir(id: string, name: string): Organization {
  return { resourceType: 'Organization', id, meta: { profile: [SUMMARY_PROFILES.organization] }, name }
}
