import type { OperationScope } from '../../../operations/define-operation.ts'
import { PERSONS_TIME_ZONE } from '../../../operations/time-range.ts'
import type { AllergyRow } from '../resources/allergy.ts'
import type { ConditionRow } from '../resources/condition.ts'
import type { DocumentRow, ResultRow } from '../resources/laboratory-report.ts'
import type { MedicationRow } from '../resources/medication.ts'
import type { MetricRow } from '../resources/observation.ts'
import type { PersonRow } from '../resources/patient.ts'

/** `latest`: the newest of each kind, as a summary wants it; `all`: everything, to take one's record elsewhere. */
export const MEASUREMENTS = ['latest', 'all'] as const
export type Measurements = (typeof MEASUREMENTS)[number]

/** More than a bundle is read with; the newest are in. The export of the account has every one. */
const MOST_MEASUREMENTS = 20_000

/** What a patient summary is made of. */
export interface SummaryRecord {
  readonly person: PersonRow
  readonly timeZone: string
  readonly conditions: readonly ConditionRow[]
  readonly allergies: readonly AllergyRow[]
  readonly medications: readonly MedicationRow[]
  readonly metrics: readonly MetricRow[]
  /** Of the person's own reports, as far as they were confirmed. */
  readonly results: readonly ResultRow[]
  readonly documents: readonly DocumentRow[]
}

/** Reads the caller's record in one round trip. */
export async function readSummaryRecord(
  { transaction }: OperationScope,
  measurements: Measurements,
): Promise<SummaryRecord> {
  const { sql } = transaction
  const [person, conditions, allergies, medications, metrics, results, documents] = await Promise.all([
    transaction.row<PersonRow & { readonly time_zone: string }>(
      sql('users as u')
        .leftJoin('user_profiles as p', 'p.user_id', 'u.id')
        .select(
          'u.id',
          'u.name',
          'u.email',
          'u.phone',
          'u.date_of_birth',
          'u.gender',
          'u.blood_group',
          'u.address',
          'u.language',
          'p.emergency_contact_name',
          'p.emergency_contact_relationship',
          'p.emergency_contact_phone',
          'p.emergency_contact_email',
          sql.raw(`${PERSONS_TIME_ZONE} as time_zone`),
        ),
    ),
    transaction.rows<ConditionRow>(
      sql('medical_conditions')
        .select('*')
        .orderBy([{ column: 'diagnosed_date', order: 'desc' }, { column: 'id' }]),
    ),
    transaction.rows<AllergyRow>(sql('allergies').select('*').orderBy('id')),
    transaction.rows<MedicationRow>(
      sql('medications')
        .select('*')
        .orderBy([{ column: 'start_date', order: 'desc' }, { column: 'id' }]),
    ),
    transaction.rows<MetricRow>(
      sql.raw(
        measurements === 'latest'
          ? `select distinct on (metric_type) * from health_metrics order by metric_type, measured_at desc, id desc`
          : `select * from health_metrics order by measured_at desc, id desc limit ${MOST_MEASUREMENTS}`,
      ),
    ),
    transaction.rows<ResultRow>(
      sql.raw(
        `select ${measurements === 'latest' ? 'distinct on (coalesce(r.code, r.test))' : ''} r.*,
           coalesce(r.observed_at, d.document_date::timestamptz, d.created_at) as observed_at
         from document_results r join medical_documents d on d.id = r.document_id
         where r.confirmed and d.subject = 'self'
         order by ${measurements === 'latest' ? 'coalesce(r.code, r.test),' : ''} 
           coalesce(r.observed_at, d.document_date::timestamptz, d.created_at) desc, r.position
         limit ${MOST_MEASUREMENTS}`,
      ),
    ),
    transaction.rows<DocumentRow>(
      sql('medical_documents')
        .where({ subject: 'self' })
        .select('*')
        .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }]),
    ),
  ])
  if (person === undefined) throw new Error('The caller has no account')
  const { time_zone: timeZone, ...account } = person
  return { person: account, timeZone, conditions, allergies, medications, metrics, results, documents }
}
