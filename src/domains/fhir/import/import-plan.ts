import type { AllergyFields } from '../resources/allergy.ts'
import type { ConditionFields } from '../resources/condition.ts'
import type { MedicationFields } from '../resources/medication.ts'
import type { LaboratoryFields, MeasuredFields } from '../resources/read-observation.ts'
import type { EntryRemark, IncomingResource } from './incoming-resource.ts'

/** Where a planned row comes from, and what it is known by. */
export interface Origin extends Pick<IncomingResource, 'path' | 'type'> {
  /** From `sourceKey`. */
  readonly key: string
  /** The rows that it was made of, if it was sent by us. */
  readonly ownIds: readonly string[]
}

export type RecordKind = 'conditions' | 'allergies' | 'medications'

export interface PlannedRow extends Origin {
  readonly kind: RecordKind
  readonly fields: ConditionFields | AllergyFields | MedicationFields
  readonly hash: string
}

export interface PlannedMetric extends Origin {
  readonly fields: MeasuredFields
}

export interface PlannedResult extends Origin {
  readonly fields: LaboratoryFields
  /** It is a measurement of the record too. */
  readonly isMetric: boolean
}

/** Laboratory values become part of a document: what came, as it came, is its file. */
export interface PlannedReport {
  /** Nothing where the values came without a report. */
  readonly origin: Origin | undefined
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly day: string | null
  readonly description: string | null
  readonly laboratory: string | null
  readonly results: readonly PlannedResult[]
  readonly content: Uint8Array
}

/** A file that is uploaded like any other. */
export interface PlannedFile extends Origin {
  readonly bytes: Uint8Array
  readonly name: string
  readonly day: string | null
  readonly description: string | null
}

/** Whom the bundle is about, as far as it says. */
export interface NamedPatient {
  readonly name: string | null
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null
  readonly gender: 'male' | 'female' | 'other' | null
  readonly phone: string | null
  readonly address: string | null
}

/** What an import would do, before anything is looked up. */
export interface ImportPlan {
  readonly patient: NamedPatient | undefined
  readonly bloodGroup: string | undefined
  readonly rows: readonly PlannedRow[]
  readonly metrics: readonly PlannedMetric[]
  readonly reports: readonly PlannedReport[]
  readonly files: readonly PlannedFile[]
  /** What their source calls a mistake. */
  readonly withdrawn: readonly Origin[]
  readonly refused: readonly EntryRemark[]
  /** What was taken in with something assumed. */
  readonly notes: readonly EntryRemark[]
}
