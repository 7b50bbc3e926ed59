import type { Bundle, BundleEntry, CompositionSection, Resource } from '@medplum/fhirtypes'
import type { Language } from '../../../clinical/language-forms.ts'
import {
  METRIC_CODES,
  PATIENT_SUMMARY,
  SUMMARY_PROFILES,
  SUMMARY_SECTIONS,
  type SummarySection,
} from '../../../clinical/terminology/index.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import { codeOf, concept, element, urnOf } from '../fhir-elements.ts'
import { allergyToFhir, noAllergies } from '../resources/allergy.ts'
import { conditionToFhir, noConditions } from '../resources/condition.ts'
import {
  documentToFhir,
  organizationToFhir,
  type ResultRow,
  reportedMetric,
  reportToFhir,
  resultToFhir,
} from '../resources/laboratory-report.ts'
import { medicationToFhir, noMedications } from '../resources/medication.ts'
import { bloodGroupToFhir, metricToFhir } from '../resources/observation.ts'
import { patientToFhir } from '../resources/patient.ts'
import { narrative } from './narrative.ts'
import type { SummaryRecord } from './read-record.ts'
import { sectionLines } from './section-lines.ts'

/** Lines that a section reads out; the entries have the rest. */
const MOST_LINES = 50

export interface SummarySettings {
  /** Of titles and narratives. */
  readonly language: Language
  readonly now: Date
  readonly newId: () => string
  /** Where the file of a document is. */
  readonly fileUrl: (documentId: string) => string
  /** Whether documents without values are in. */
  readonly withDocuments: boolean
}

interface Part {
  readonly line: string
  readonly resource: Resource & { readonly id?: string }
}

/** A record as an International Patient Summary: a document bundle of HL7 FHIR R4. */
export function summaryBundle(record: SummaryRecord, settings: SummarySettings): Bundle {
  const { language, now, newId } = settings
  const { person } = record
  const translate = translator(language)
  const lines = sectionLines(language, record.timeZone)
  const patient = urnOf(person.id)
  const organizations = organizationsOf(record, newId)
  const performerOf = (name: string | null) => urnOf(organizations.get(name ?? '') ?? person.id)
  const { reports, reported } = reportsOf(record, settings, { patient, performerOf })

  const problems = record.conditions.map((row) => ({
    isOver: row.status === 'resolved',
    line: lines.condition(row),
    resource: conditionToFhir(row, patient),
  }))
  const laboratories = new Map(record.documents.map(({ id, laboratory }) => [id, laboratory]))
  const performerOfResult = ({ document_id }: ResultRow) => performerOf(laboratories.get(document_id) ?? null)
  const held = new Set(record.metrics.map(({ id }) => id))
  const reportedBy = new Map(record.results.map((row) => [row.metric_id, row]))
  const metrics = record.metrics.map((row) => {
    // The newest body mass index need not be that of the newest weight.
    const resource = metricToFhir(held.has(row.source_id ?? '') ? row : { ...row, source_id: null }, patient)
    const result = reportedBy.get(row.id)
    return {
      kind: METRIC_CODES[row.metric_type].category,
      line: lines.metric(row),
      resource: result === undefined ? resource : reportedMetric(resource, result, performerOfResult(result)),
    }
  })
  const otherResults = record.results.filter(({ metric_id }) => metric_id === null)
  const results: Part[] = [
    ...metrics.filter(({ kind }) => kind === 'laboratory'),
    ...otherResults.map((row) => ({
      line: lines.result(row),
      resource: resultToFhir(row, { patient, performer: performerOfResult(row) }),
    })),
    ...(person.blood_group === null
      ? []
      : [
          {
            line: lines.bloodGroup(person.blood_group),
            resource: bloodGroupToFhir(newId(), person.blood_group, patient),
          },
        ]),
  ]
  const documents: Part[] = settings.withDocuments
    ? record.documents
        .filter(({ id }) => !reported.has(id))
        .map((row) => ({
          line: lines.document(row),
          resource: documentToFhir(row, { patient, fileUrl: settings.fileUrl(row.id) }),
        }))
    : []

  const sections: readonly (readonly [SummarySection, readonly Part[], Resource | undefined])[] = [
    ['problems', problems.filter(({ isOver }) => !isOver), noConditions(newId(), patient)],
    [
      'allergies',
      record.allergies.map((row) => ({ line: lines.allergy(row), resource: allergyToFhir(row, patient) })),
      noAllergies(newId(), patient),
    ],
    [
      'medications',
      record.medications.map((row) => ({ line: lines.medication(row), resource: medicationToFhir(row, patient) })),
      noMedications(newId(), patient),
    ],
    ['vitalSigns', metrics.filter(({ kind }) => kind === 'vital-signs'), undefined],
    ['results', [...results, ...reports], undefined],
    ['pastProblems', problems.filter(({ isOver }) => isOver), undefined],
    ['documents', documents, undefined],
  ]
  const shown = sections.filter(([, parts, instead]) => parts.length > 0 || instead !== undefined)

  const composition: Resource = {
    resourceType: 'Composition',
    id: newId(),
    meta: { profile: [SUMMARY_PROFILES.composition] },
    language,
    status: 'final',
    type: concept(PATIENT_SUMMARY),
    subject: { reference: patient },
    date: now.toISOString(),
    author: [{ reference: patient, display: person.name }],
    title: translate('patient-summary:title', { name: person.name }),
    confidentiality: 'N',
    section: shown.map(([name, parts, instead]) => section(name, parts, instead)),
  }

  function section(name: SummarySection, parts: readonly Part[], instead: Resource | undefined): CompositionSection {
    const entries = parts.length > 0 || instead === undefined ? parts.map(({ resource }) => resource) : [instead]
    const told = parts.map(({ line }) => line).filter((line) => line !== '')
    const more = told.length - MOST_LINES
    const said = more > 0 ? [...told.slice(0, MOST_LINES), translate('patient-summary:more', { count: more })] : told
    return element<CompositionSection>({
      title: translate(`patient-summary:sections.${name}`),
      code: { coding: [codeOf(SUMMARY_SECTIONS[name])] },
      text: narrative(said, translate(`patient-summary:nothing.${name}`, { defaultValue: '' }), language),
      entry: entries.map(({ id }) => ({ reference: urnOf(id ?? '') })),
    })
  }

  const all: readonly Resource[] = [
    composition,
    patientToFhir(person),
    ...[...organizations].map(([name, id]) => organizationToFhir(id, name)),
    ...shown.flatMap(([, parts, instead]) =>
      parts.length > 0 || instead === undefined ? parts.map(({ resource }) => resource) : [instead],
    ),
  ]
  return {
    resourceType: 'Bundle',
    id: newId(),
    meta: { profile: [SUMMARY_PROFILES.bundle], lastUpdated: now.toISOString() },
    language,
    identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(newId()) },
    type: 'document',
    timestamp: now.toISOString(),
    entry: all.map((resource): BundleEntry => ({ fullUrl: urnOf(resource.id ?? ''), resource })),
  }
}

/** Whoever made the reports, by name, each once. */
function organizationsOf({ documents }: SummaryRecord, newId: () => string): ReadonlyMap<string, string> {
  const names = documents.flatMap(({ laboratory }) => laboratory ?? [])
  return new Map([...new Set(names)].map((name) => [name, newId()]))
}

/** Documents as reports of those of their values that are in the bundle. */
function reportsOf(
  { documents, results, metrics }: SummaryRecord,
  { fileUrl }: SummarySettings,
  { patient, performerOf }: { readonly patient: string; readonly performerOf: (name: string | null) => string },
): { readonly reports: readonly Part[]; readonly reported: ReadonlySet<string> } {
  const values = Map.groupBy(
    [...results.filter(({ metric_id }) => metric_id === null), ...metrics],
    ({ document_id }) => document_id ?? '',
  )
  const reported = documents.filter(({ id }) => values.has(id))
  return {
    reported: new Set(reported.map(({ id }) => id)),
    // Their values are read out one by one.
    reports: reported.map((document) => ({
      line: '',
      resource: reportToFhir(document, values.get(document.id) ?? [], {
        patient,
        fileUrl: fileUrl(document.id),
        performer: performerOf(document.laboratory),
      }),
    })),
  }
}
