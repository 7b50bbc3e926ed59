import type { LanguageForm } from '../../clinical/language-forms.ts'
import { METRIC_TYPES, type MetricType } from '../../clinical/vitals/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { type RedFlag, type TriagePerson, type TriageReading, triage } from '../triage/index.ts'
import type { EmergencyAnswer, TriageQuestion, TurnDependencies } from './turn-dependencies.ts'

/** A measurement older than this says little about now. */
const RECENT = '6 hours'

/** ICD-10 codes and words for a pregnancy that goes on. */
const PREGNANCY = '^(Z33|Z34|O[0-9])|pregnan|गर्भ|கர்ப்ப'

/** LOINC: glucose in blood, serum and plasma, by mass. */
const GLUCOSE_CODES = ['2345-7', '2339-0', '41653-7', '2340-8', '1558-6', '1521-4']
const GLUCOSE_UNITS: Readonly<Record<string, string>> = { 'mg/dL': 'mg/dL', 'mmol/L': 'mmol/L' }

/** One of the person's emergency contacts. */
interface EmergencyContact {
  readonly name: string
  readonly relationship: string
  readonly phone: string
}

export interface TriageOfRecordOptions {
  readonly database: Database
  /** The reviewed text for what was found. */
  readonly answerEmergency: (question: {
    readonly form: LanguageForm
    readonly redFlags: readonly RedFlag[]
    readonly contacts: readonly EmergencyContact[]
  }) => EmergencyAnswer
}

/** Triage of a message with what the record knows: the person, what was measured lately, and the values of its files. */
export function triageOfRecord({ database, answerEmergency }: TriageOfRecordOptions): TurnDependencies['triage'] {
  return async ({ caller, text, form, documentIds, least }: TriageQuestion) => {
    const known = await database.asReader(caller.userId, async (transaction) => {
      const [person, measured, printed, critical, contacts] = await Promise.all([
        findPerson(transaction),
        recentReadings(transaction),
        printedReadings(transaction, documentIds),
        criticalResults(transaction, documentIds),
        findContacts(transaction),
      ])
      return { person, readings: [...measured, ...printed], critical, contacts }
    })
    const { level, redFlags, subject } = triage({ text, form, person: known.person, readings: known.readings })
    const person = subject === 'self' ? known.person : {}
    if (level === 'emergency') {
      return { level, redFlags, person, emergency: answerEmergency({ form, redFlags, contacts: known.contacts }) }
    }
    // A result that the report's own limits call critical is a matter for today, whatever the message says.
    const raises = [
      ...(known.critical ? [{ level: 'urgent' as const, flag: { id: 'critical-result', source: 'the report' } }] : []),
      ...(least ? [{ level: least.level, flag: { id: 'answered-question', source: least.source } }] : []),
    ].filter((raise) => RANK[raise.level] > RANK[level])
    const highest = raises.some((raise) => raise.level === 'urgent') ? 'urgent' : (raises[0]?.level ?? level)
    return {
      level: highest,
      redFlags: [...redFlags, ...raises.filter((raise) => raise.level === 'urgent').map(({ flag }) => flag)],
      person,
      emergency: undefined,
    }
  }
}

const RANK = { self_care: 0, routine: 1, urgent: 2, emergency: 3 }

async function findPerson(transaction: Transaction): Promise<TriagePerson> {
  const row = await transaction.row<{ age: number | null; gender: string | null; pregnant: boolean }>(
    transaction.sql.raw(
      `select extract(year from age(date_of_birth))::integer as age, gender,
         exists (
           select from medical_conditions where status <> 'resolved' and (icd_code ~* ? or name ~* ?)
         ) as pregnant
       from users`,
      [PREGNANCY, PREGNANCY],
    ),
  )
  return {
    ...(row?.age !== null && row !== undefined && { ageYears: row.age }),
    ...((row?.gender === 'female' || row?.gender === 'male') && { sex: row.gender }),
    ...(row?.pregnant && { pregnant: true }),
  }
}

interface MetricRow {
  readonly metric_type: MetricType
  readonly value_number: number | null
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly unit: string
}

/**
 * The newest measurement of each kind, where it is recent and nobody has been told about it: an emergency is said once,
 * and not again with every message that follows.
 */
async function recentReadings(transaction: Transaction): Promise<TriageReading[]> {
  const rows = await transaction.rows<MetricRow>(
    transaction.sql.raw(
      `select distinct on (metric_type) metric_type, value_number, systolic, diastolic, unit
       from health_metrics
       where measured_at between current_timestamp - interval '${RECENT}' and current_timestamp + interval '1 hour'
         and created_at > coalesce(
           (
             select max(ai_responses.created_at) from ai_responses
             where triage ->> 'level' = 'emergency' and ai_responses.created_at > current_timestamp - interval '${RECENT}'
           ),
           '-infinity'
         )
       order by metric_type, measured_at desc`,
    ),
  )
  return rows.flatMap(readingOf)
}

function readingOf(row: MetricRow): TriageReading[] {
  const { metric_type: type, unit } = row
  if (!METRIC_TYPES.includes(type)) return []
  if (row.systolic !== null && row.diastolic !== null) {
    return [{ type, unit, reading: { systolic: row.systolic, diastolic: row.diastolic } }]
  }
  return row.value_number === null ? [] : [{ type, unit, reading: { value: row.value_number } }]
}

/** Values of this message's reports that mean the same as a measurement. */
async function printedReadings(transaction: Transaction, documentIds: readonly string[]): Promise<TriageReading[]> {
  if (documentIds.length === 0) return []
  const rows = await transaction.rows<{ value_number: number | null; unit: string }>(
    transaction
      .sql('document_results')
      .select('id', 'value_number', 'unit', 'sealed')
      .whereIn('document_id', [...documentIds])
      .whereIn('code', GLUCOSE_CODES)
      // A value that somebody should look at first must not raise an alarm.
      .where({ needs_review: false }),
  )
  return rows.flatMap(({ value_number: value, unit }) => {
    const known = GLUCOSE_UNITS[unit]
    return known === undefined || value === null
      ? []
      : [{ type: 'blood_glucose' as const, reading: { value }, unit: known }]
  })
}

async function criticalResults(transaction: Transaction, documentIds: readonly string[]): Promise<boolean> {
  if (documentIds.length === 0) return false
  // The flag may be sealed, so it is looked at here.
  const rows = await transaction.rows<{ flag: string | null }>(
    transaction
      .sql('document_results')
      .select('id', 'flag', 'sealed')
      .whereIn('document_id', [...documentIds])
      .where({ needs_review: false }),
  )
  return rows.some(({ flag }) => flag === 'critical_low' || flag === 'critical_high')
}

function findContacts(transaction: Transaction): Promise<EmergencyContact[]> {
  return transaction.rows<EmergencyContact>(
    transaction
      .sql('emergency_contacts')
      .select('contact_name as name', 'relationship', 'primary_phone as phone')
      .where({ is_active: true })
      .orderBy(['priority_order', 'id'])
      .limit(5),
  )
}
