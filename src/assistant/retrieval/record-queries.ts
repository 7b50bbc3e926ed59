import { analyteByKey, loincCodes } from '../../clinical/analytes/index.ts'
import type { MetricType } from '../../clinical/vitals/index.ts'
import { type DoseRow, dueDoses, openDoses } from '../../domains/medications/index.ts'
import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import type { Query, Transaction } from '../../platform/database/index.ts'
import { REQUEST_KINDS } from '../turn/stages.ts'
import { lettersOf } from './fact-details.ts'
import { localMoment } from './local-time.ts'
import type { MeasureTarget } from './measure-target.ts'
import type { Intent, Question } from './question.ts'
import type { RecordRow } from './record-facts.ts'

/** Rows of one table that may matter for a question. */
export interface TableRows {
  readonly table: string
  readonly rows: readonly RecordRow[]
}

const HISTORY_PER_MEASURE = 12
const RESULTS_OF_REPORT = 90
const LISTED = 25

/** Without these nothing said about medicines or symptoms is safe; they are few. */
const ALWAYS: readonly Intent[] = ['greeting', 'thanks', 'goodbye', 'capabilities', 'agree', 'decline']
const ABOUT_DOSES = new Set<Intent>(['due_doses', 'medications', 'record_intake', 'adherence', 'other'])
const ABOUT_REPORTS = new Set<Intent>(['explain_report', 'documents', 'overview'])
const ABOUT_VALUES = new Set<Intent>(['value', 'trend', 'explain_report', 'conditions', 'judge_reading', 'log_reading'])

/** What is answered from rows alone; a search through texts would cost more than all of them together. */
const FROM_ROWS = new Set<Intent>([
  'due_doses',
  'record_intake',
  'log_reading',
  'judge_reading',
  'goals',
  'contacts',
  'reminders',
  'adherence',
  'profile',
  'recall',
  ...REQUEST_KINDS,
])
/** What allergies and conditions have a say in; a question about a value or a visit is not. */
const ABOUT_CARE = new Set<Intent>([
  'symptom',
  'general',
  'other',
  'conditions',
  'allergies',
  'medications',
  'medication_safety',
  'add_medicine',
  'value',
  'explain_report',
  'overview',
])
/** Where medicines are none of the matter. */
const WITHOUT_MEDICINES = new Set<Intent>([
  'book_appointment',
  'add_goal',
  'add_contact',
  'contacts',
  'profile',
  'recall',
])
/** A conversation of fewer entries is in the prompt as it was. */
const LONG_CONVERSATION = 20

/** At what times of the day a medicine is taken: "08:00, 20:00". */
const DOSE_TIMES = `(select string_agg(to_char(s.time_of_day, 'HH24:MI'), ', ' order by s.time_of_day)
  from medication_schedules as s where s.medication_id = medications.id and s.is_active) as time`

/** Whether the texts of the record have to be searched. */
export function needsSearch({ intent, measures }: Question): boolean {
  return !FROM_ROWS.has(intent) && !(intent === 'trend' && measures.length > 0)
}

/** Whether a message needs nothing of the record. */
export function needsNoRecord({ intent }: Question): boolean {
  return ALWAYS.includes(intent)
}

/**
 * The rows that a question may need, most relevant tables first. All statements go out together, so they cost one round
 * trip. `moment` columns are on the person's own clock.
 */
export async function readRecord(
  transaction: Transaction,
  question: Question,
  text: string,
  {
    documentIds,
    sessionId,
    entries,
  }: {
    readonly documentIds: readonly string[]
    readonly sessionId: string
    /** Of the conversation so far. */
    readonly entries: number
  },
  now: Date,
): Promise<{
  readonly timeZone: string
  readonly tables: readonly TableRows[]
  /** Of the conversation so far. */
  readonly summary: string | undefined
  /** What "I took it" may be about, where the person said so. */
  readonly openDoses: readonly DoseRow[] | undefined
}> {
  const { sql } = transaction
  const { intent, measures } = question
  const codes = codesOf(measures)
  const isLong = entries >= LONG_CONVERSATION
  const metricTypes = [...new Set(measures.flatMap((measure) => measure.metricTypes))]
  const rows = (wanted: boolean, query: () => Query): Promise<RecordRow[]> =>
    wanted ? transaction.rows<RecordRow>(query()) : Promise.resolve([])

  const [
    zone,
    report,
    lastReports,
    history,
    named,
    metrics,
    due,
    medications,
    allergies,
    conditions,
    appointments,
    goals,
    documents,
    contacts,
    reminders,
    adherence,
    profile,
    session,
  ] = await Promise.all([
    transaction.row<{ name: string }>(sql.raw(`select ${PERSONS_TIME_ZONE} as name`)),
    rows(ABOUT_REPORTS.has(intent) || documentIds.length > 0, () => reportQuery(transaction, codes, documentIds)),
    rows(intent === 'trend' && codes.length === 0, () => lastReportsQuery(transaction)),
    rows(codes.length > 0 && ABOUT_VALUES.has(intent), () => historyQuery(transaction, codes)),
    rows(codes.length === 0 && text !== '' && needsSearch(question), () => namedQuery(transaction, text)),
    rows(intent === 'add_goal' || !FROM_ROWS.has(intent), () =>
      metricsQuery(transaction, ABOUT_VALUES.has(intent) ? metricTypes : []),
    ),
    // The dose before midnight is still meant after it.
    intent === 'record_intake'
      ? openDoses({ transaction, now })
      : ABOUT_DOSES.has(intent)
        ? dueDoses({ transaction, now }, {})
        : Promise.resolve([]),
    rows(!WITHOUT_MEDICINES.has(intent), () =>
      sql('medications')
        .select('medications.*')
        .modify((query) => ABOUT_DOSES.has(intent) && query.select(sql.raw(DOSE_TIMES)))
        .where({ status: 'active' })
        .orderBy('start_date', 'desc')
        .orderBy('id')
        .limit(LISTED),
    ),
    rows(ABOUT_CARE.has(intent), () => sql('allergies').where({ status: 'active' }).orderBy('id').limit(LISTED)),
    rows(ABOUT_CARE.has(intent), () =>
      sql('medical_conditions').whereNot({ status: 'resolved' }).orderBy('diagnosed_date', 'desc').limit(LISTED),
    ),
    rows(intent === 'appointments' || intent === 'other' || intent === 'symptom' || intent === 'overview', () =>
      appointmentsQuery(transaction, now),
    ),
    rows(intent === 'goals' || intent === 'add_goal' || intent === 'other', () =>
      sql('health_goals').where({ status: 'active' }).orderBy('deadline').limit(LISTED),
    ),
    rows(ABOUT_REPORTS.has(intent), () =>
      sql('medical_documents')
        .select('id', 'document_name', 'category', 'document_date', 'created_at', 'status')
        .orderByRaw('coalesce(document_date, created_at::date) desc, created_at desc')
        .limit(LISTED),
    ),
    rows(intent === 'contacts' || intent === 'add_contact', () =>
      sql('emergency_contacts').where({ is_active: true }).orderBy(['priority_order', 'id']).limit(LISTED),
    ),
    rows(intent === 'reminders' || intent === 'set_reminder', () =>
      sql('medication_reminders as r')
        .join('medications as m', 'm.id', 'r.medication_id')
        .select('r.id', 'r.reminder_time', 'm.medication_name')
        .where({ 'r.is_active': true, 'm.status': 'active' })
        .orderBy(['r.reminder_time', 'r.id'])
        .limit(LISTED),
    ),
    rows(intent === 'adherence', () => adherenceQuery(transaction, now)),
    rows(intent === 'profile', () => sql('users').select('id', 'blood_group')),
    isLong
      ? transaction.row<{ summary: string | null }>(
          sql('chat_sessions').select('session_summary as summary').where({ id: sessionId }),
        )
      : undefined,
  ])
  const timeZone = zone?.name ?? 'Asia/Kolkata'
  const local = (column: string) => (row: RecordRow) => ({ ...row, [column]: moment(row[column], timeZone) })
  const doses = due.map((dose) => ({
    id: dose.schedule_id,
    medication_name: dose.medication_name,
    amount: dose.dosage_amount ?? dose.dosage,
    special_instructions: dose.special_instructions,
    local_at: localMoment(dose.scheduled_time, timeZone),
  }))
  const tables = [
    {
      table: 'document_results',
      rows: withoutRepeats([...report, ...lastReports, ...history, ...named]).map(local('observed_at')),
    },
    { table: 'health_metrics', rows: metrics.map(local('measured_at')) },
    { table: 'medication_schedules', rows: doses },
    { table: 'medications', rows: medications },
    { table: 'allergies', rows: allergies },
    { table: 'medical_conditions', rows: conditions },
    { table: 'appointments', rows: appointments },
    { table: 'health_goals', rows: goals },
    { table: 'medical_documents', rows: documents.map(local('created_at')) },
    { table: 'emergency_contacts', rows: contacts },
    { table: 'medication_reminders', rows: reminders },
    { table: 'medication_adherence', rows: adherence },
    { table: 'users', rows: profile },
  ]
  return {
    timeZone,
    tables,
    summary: session?.summary ?? undefined,
    openDoses: intent === 'record_intake' ? due : undefined,
  }
}

function moment(value: unknown, timeZone: string): unknown {
  return value instanceof Date ? localMoment(value, timeZone) : value
}

function codesOf(measures: readonly MeasureTarget[]): readonly string[] {
  const keys = new Set(measures.flatMap(({ analyteKeys, relatedKeys }) => [...analyteKeys, ...relatedKeys]))
  return [...keys].flatMap((key) => {
    const analyte = analyteByKey(key)
    return analyte === undefined ? [] : loincCodes(analyte)
  })
}

const RESULT_COLUMNS = `r.id, r.document_id, r.test, r.code, r.value, r.unit, r.unit_printed, r.reference_low,
  r.reference_high, r.reference_text, r.flag, r.page, r.box, r.needs_review, r.review_reason, r.confirmed, r.observed_at, r.sealed,
  r.confidence, r.position, d.document_name, d.document_date, d.subject`
/** What a person has said is not on the page, and what is a family member's, is no value of theirs. */
const OWN = `r.review_status <> 'rejected' and d.subject <> 'family'`
const AGE_ORDER = `coalesce(d.document_date, d.created_at::date) desc, d.created_at desc`

/** All values of the attached documents; without any, of the newest report that has one of the codes, or any value. */
function reportQuery({ sql }: Transaction, codes: readonly string[], documentIds: readonly string[]): Query {
  if (documentIds.length > 0) {
    return sql.raw(
      `select ${RESULT_COLUMNS} from document_results r join medical_documents d on d.id = r.document_id
       where d.id = any(?) and r.review_status <> 'rejected' order by ${AGE_ORDER}, r.page, r.position limit ?`,
      [[...documentIds], RESULTS_OF_REPORT],
    )
  }
  return sql.raw(
    `with newest as (
       select d.* from medical_documents d
       where exists (select from document_results r where r.document_id = d.id and ${OWN} and (?::text[] = '{}' or r.code = any(?)))
       order by ${AGE_ORDER} limit 1
     )
     select ${RESULT_COLUMNS} from document_results r join newest d on d.id = r.document_id
     where ${OWN}
     order by r.page, r.position limit ?`,
    [[...codes], [...codes], RESULTS_OF_REPORT],
  )
}

/** The values of the two newest reports that belong to the same tests, abnormal ones first. */
function lastReportsQuery({ sql }: Transaction): Query {
  return sql.raw(
    `with newest as (
       select d.* from medical_documents d
       where exists (select from document_results r where r.document_id = d.id and r.code is not null)
       order by ${AGE_ORDER} limit 2
     )
     select ${RESULT_COLUMNS} from document_results r join newest d on d.id = r.document_id
     where r.code in (
       select s.code from document_results s join newest n on n.id = s.document_id
       group by s.code having count(distinct s.document_id) = 2
     )
     order by (r.flag is distinct from 'normal') desc, r.page, r.position limit ?`,
    [RESULTS_OF_REPORT],
  )
}

/** Values of these tests over time, newest first. */
function historyQuery({ sql }: Transaction, codes: readonly string[]): Query {
  return sql.raw(
    `select * from (
       select ${RESULT_COLUMNS}, d.created_at,
         row_number() over (partition by r.code order by coalesce(r.observed_at::date, d.document_date) desc nulls last, ${AGE_ORDER}) as place
       from document_results r join medical_documents d on d.id = r.document_id
       where r.code = any(?) and ${OWN}
     ) as ranked where place <= ?
     order by coalesce(document_date, created_at::date) desc, page, position`,
    [[...codes], HISTORY_PER_MEASURE],
  )
}

/** Values of tests that no catalogue knows, where the message names them as they are printed. */
function namedQuery({ sql }: Transaction, text: string): Query {
  return sql.raw(
    `select ${RESULT_COLUMNS} from document_results r
     join medical_documents d on d.id = r.document_id
     cross join lateral (select regexp_replace(lower(r.test), '[^[:alnum:]]', '', 'g') as letters) as name
     where ${OWN} and r.code is null and length(name.letters) >= 3 and strpos(?, name.letters) > 0
     order by ${AGE_ORDER}, r.page, r.position limit ?`,
    [lettersOf(text), HISTORY_PER_MEASURE],
  )
}

/** The latest reading of each type, and of the types asked about the ones before it. */
function metricsQuery({ sql }: Transaction, types: readonly MetricType[]): Query {
  return sql.raw(
    `select * from (
       select id, metric_type, value, unit, status, notes, measured_at,
         row_number() over (partition by metric_type order by measured_at desc, id desc) as place
       from health_metrics
     ) as ranked
     where place = 1 or (metric_type = any(?) and place <= ?)
     order by (metric_type = any(?)) desc, measured_at desc`,
    [[...types], HISTORY_PER_MEASURE, [...types]],
  )
}

/** Of each medicine, the doses of the last seven days with an entry: how many were taken, how many were not. */
function adherenceQuery({ sql }: Transaction, now: Date): Query {
  return sql.raw(
    `select m.id, m.medication_name,
       (count(*) filter (where i.status in ('taken', 'delayed')))::integer as taken,
       (count(*) filter (where i.status in ('missed', 'skipped')))::integer as missed
     from medications m
     join medication_intake i on i.medication_id = m.id
     where m.status = 'active' and i.scheduled_time > ?::timestamptz - interval '7 days' and i.scheduled_time <= ?::timestamptz
     group by m.id, m.medication_name order by m.medication_name limit ?`,
    [now, now, LISTED],
  )
}

function appointmentsQuery({ sql }: Transaction, now: Date): Query {
  return sql('appointments')
    .whereIn('status', ['scheduled', 'confirmed'])
    .whereRaw(`appointment_date >= (?::timestamptz at time zone ${PERSONS_TIME_ZONE})::date`, [now])
    .orderBy(['appointment_date', 'appointment_time'])
    .limit(5)
}

function withoutRepeats(rows: readonly RecordRow[]): readonly RecordRow[] {
  return [...new Map(rows.map((row) => [row['id'], row])).values()]
}
