import { displayUnit } from '../../clinical/units/index.ts'
import type { Fact, FactValue } from '../turn/stages.ts'
import type { Citation } from '../turn/turn-events.ts'
import type { FactDetail } from './fact-details.ts'

/** A row of the record, by column. Timestamps as RFC 3339, days as `YYYY-MM-DD`, numbers as numbers. */
export type RecordRow = Readonly<Record<string, unknown>>

/** How titles are written in the answer's language. */
export interface FactWords {
  /** A day as the person's language writes it. */
  readonly date: (at: string) => string
  /** Name of a metric. */
  readonly metric: (type: string) => string
  readonly page: (page: number) => string
}

/** A fact of a row, by its table; `undefined` for tables that state nothing about the person's health. */
export function factOfRow(table: string, row: RecordRow, words: FactWords): Fact | undefined {
  return BUILDERS[table]?.(row, words)
}

type Builder = (row: RecordRow, words: FactWords) => Fact | undefined

const BUILDERS: Readonly<Record<string, Builder>> = {
  health_metrics: (row, words) => {
    const type = text(row, 'metric_type')
    const at = text(row, 'measured_at')
    const flag = FLAG_OF_STATUS[text(row, 'status')]
    return build('health_metrics', row, {
      title: titled(words.metric(type), at, words),
      line: [
        `${type.replaceAll('_', ' ')} ${text(row, 'value')} ${text(row, 'unit')}`,
        flag,
        day(at),
        text(row, 'notes'),
      ],
      main: {
        name: type,
        value: text(row, 'value'),
        unit: text(row, 'unit'),
        ...(at === '' ? {} : { at }),
        ...(flag === undefined ? {} : { flag }),
      },
      details: ['status', 'notes'],
    })
  },
  medications: (row) =>
    build('medications', row, {
      title: text(row, 'medication_name'),
      line: [
        `medicine ${text(row, 'medication_name')}`,
        unlessIn(text(row, 'generic_name'), text(row, 'medication_name')),
        text(row, 'dosage'),
        unlessIn(text(row, 'strength'), text(row, 'dosage')),
        text(row, 'frequency'),
        text(row, 'instructions'),
        labelled('prescribed by', text(row, 'prescribed_by')),
        labelled('since', text(row, 'start_date')),
        labelled('until', text(row, 'end_date')),
        text(row, 'status'),
      ],
      main: {
        name: text(row, 'medication_name'),
        value: text(row, 'dosage'),
        ...(text(row, 'start_date') === '' ? {} : { at: text(row, 'start_date') }),
      },
      details: ['strength', 'frequency', 'instructions', 'generic_name', 'prescribed_by', 'status', 'time'],
    }),
  medication_schedules: (row, words) => {
    const at = text(row, 'local_at')
    return build('medication_schedules', row, {
      title: titled(text(row, 'medication_name'), at, words),
      line: [
        `dose due: ${text(row, 'medication_name')}`,
        text(row, 'amount'),
        `at ${at.slice(11, 16)}`,
        text(row, 'special_instructions'),
      ],
      main: { name: text(row, 'medication_name'), value: text(row, 'amount'), at },
      details: [],
    })
  },
  medical_conditions: (row) =>
    build('medical_conditions', row, {
      title: text(row, 'name'),
      line: [
        `condition ${text(row, 'name')}`,
        text(row, 'severity'),
        text(row, 'status'),
        labelled('diagnosed', text(row, 'diagnosed_date')),
        labelled('by', text(row, 'diagnosed_by')),
        text(row, 'notes'),
      ],
      main: {
        name: text(row, 'name'),
        value: text(row, 'status'),
        ...(text(row, 'diagnosed_date') === '' ? {} : { at: text(row, 'diagnosed_date') }),
      },
      details: ['severity', 'notes'],
    }),
  allergies: (row) =>
    build('allergies', row, {
      title: text(row, 'substance'),
      line: [
        `allergy to ${text(row, 'substance')}`,
        text(row, 'reaction'),
        text(row, 'severity').replaceAll('_', ' '),
        text(row, 'status'),
        labelled('noted', text(row, 'noted_date')),
      ],
      main: { name: text(row, 'substance'), value: text(row, 'reaction') || text(row, 'status') },
      details: ['reaction', 'severity', 'status'],
    }),
  appointments: (row, words) => {
    const at = text(row, 'appointment_date')
    const time = text(row, 'appointment_time').slice(0, 5)
    const place = text(row, 'clinic_hospital') || text(row, 'location_address')
    return build(
      'appointments',
      { ...row, time, doctor: row['doctor_name'], specialty: row['doctor_specialty'], place },
      {
        title: titled(text(row, 'appointment_title'), at, words),
        line: [
          `appointment ${text(row, 'appointment_title')}`,
          `${at} ${time}`,
          text(row, 'doctor_name'),
          text(row, 'doctor_specialty'),
          place,
          text(row, 'status'),
          text(row, 'preparation_instructions'),
        ],
        main: { name: text(row, 'appointment_title'), value: `${at} ${time}`.trim(), at },
        details: ['doctor', 'specialty', 'place', 'time', 'status'],
      },
    )
  },
  health_goals: (row) =>
    build('health_goals', row, {
      title: text(row, 'goal_title'),
      line: [
        `goal ${text(row, 'goal_title')}: target ${text(row, 'target_value')} ${text(row, 'unit')}`,
        labelled('now', text(row, 'current_value')),
        labelled('reached %', text(row, 'progress_percentage')),
        labelled('by', text(row, 'deadline')),
        text(row, 'status'),
      ],
      main: { name: text(row, 'goal_title'), value: text(row, 'target_value'), unit: text(row, 'unit') },
      details: ['current_value', 'progress_percentage', 'status'],
    }),
  medical_documents: (row, words) => {
    const at = text(row, 'document_date') || text(row, 'created_at')
    return build('medical_documents', row, {
      title: titled(text(row, 'document_name'), at, words),
      line: [
        `document ${text(row, 'document_name')}`,
        text(row, 'category').replaceAll('_', ' '),
        day(at),
        text(row, 'status'),
      ],
      main: { name: text(row, 'document_name'), value: text(row, 'category'), ...(at === '' ? {} : { at }) },
      details: ['status'],
    })
  },
  document_results: (row, words) => resultFact(row, words),
  emergency_contacts: (row) =>
    build('emergency_contacts', row, {
      title: text(row, 'contact_name'),
      line: [
        `emergency contact ${text(row, 'contact_name')}`,
        text(row, 'relationship'),
        text(row, 'primary_phone'),
        text(row, 'secondary_phone'),
      ],
      main: { name: text(row, 'contact_name'), value: text(row, 'primary_phone') },
      details: ['relationship'],
    }),
  medication_reminders: (row) => {
    const time = text(row, 'reminder_time').slice(0, 5)
    return build('medication_reminders', row, {
      title: text(row, 'medication_name'),
      line: [`reminder for ${text(row, 'medication_name')}`, `at ${time}`],
      main: { name: text(row, 'medication_name'), value: time },
      details: [],
    })
  },
  medication_adherence: (row) =>
    build('medications', row, {
      title: text(row, 'medication_name'),
      line: [
        `doses of ${text(row, 'medication_name')} in the last 7 days`,
        `taken ${text(row, 'taken')}`,
        `missed ${text(row, 'missed')}`,
      ],
      main: { name: text(row, 'medication_name'), value: text(row, 'taken') },
      details: ['taken', 'missed'],
    }),
  users: (row) =>
    text(row, 'blood_group') === ''
      ? undefined
      : build('users', row, {
          title: text(row, 'blood_group'),
          line: [`blood group ${text(row, 'blood_group')}`],
          main: { name: 'blood_group', value: text(row, 'blood_group') },
          details: [],
        }),
}

const FLAG_OF_STATUS: Readonly<Record<string, FactValue['flag']>> = {
  normal: 'normal',
  stable: 'normal',
  low: 'low',
  high: 'high',
  elevated: 'high',
}

/** A value read from a document. Its address is the page, and the place on it. */
function resultFact(row: RecordRow, words: FactWords): Fact | undefined {
  const documentId = text(row, 'document_id')
  if (documentId === '') return undefined
  const page = Number(row['page'] ?? 1)
  const box = row['box'] as Extract<Citation['source'], { kind: 'document' }>['box'] | null | undefined
  const at = text(row, 'observed_at') || text(row, 'document_date')
  const flag = row['flag'] as FactValue['flag'] | null | undefined
  const low = numberOf(row['reference_low'])
  const high = numberOf(row['reference_high'])
  const printed = text(row, 'unit_printed')
  const unit = text(row, 'unit') || printed
  // Recognised text may have mangled the unit that was printed; the unit it was understood as is well-formed.
  const unitPrinted = Number(row['confidence']) === 1 ? printed : ''
  const printedRange =
    low === undefined && high === undefined ? text(row, 'reference_text') : `${low ?? ''}–${high ?? ''}`
  const name = text(row, 'test')
  const review = row['needs_review'] === true && row['confirmed'] !== true
  const documentName = text(row, 'document_name')
  return {
    source: { kind: 'document', documentId, page, ...(box ? { box } : {}) },
    title: [name, at === '' ? documentName : words.date(at), words.page(page)].filter((part) => part !== '').join(', '),
    text: joined([
      `${name} ${text(row, 'value')} ${unitPrinted || displayUnit(unit)}`.trim(),
      flag?.replaceAll('_', ' '),
      labelled('printed range', printedRange),
      day(at),
      documentName,
      `page ${page}`,
      review ? 'hard to read, to be checked' : '',
    ]),
    values: [
      {
        name,
        ...(text(row, 'code') === '' ? {} : { code: text(row, 'code') }),
        value: text(row, 'value'),
        ...(unit === '' ? {} : { unit }),
        ...(unitPrinted === '' ? {} : { unitPrinted }),
        ...(at === '' ? {} : { at }),
        ...(flag ? { flag } : {}),
        ...(low === undefined ? {} : { referenceLow: low }),
        ...(high === undefined ? {} : { referenceHigh: high }),
      },
      ...(documentName === '' ? [] : [{ name: 'document_name', value: documentName }]),
      ...(review ? [{ name: 'needs_review', value: text(row, 'review_reason') || 'true' }] : []),
    ],
  }
}

interface FactParts {
  readonly title: string
  readonly line: readonly (string | undefined)[]
  readonly main: FactValue
  readonly details: readonly FactDetail[]
}

function build(table: string, row: RecordRow, { title, line, main, details }: FactParts): Fact | undefined {
  const rowId = text(row, 'id')
  if (rowId === '' || main.name === '') return undefined
  return {
    source: { kind: 'record', table, rowId },
    title,
    text: joined(line),
    values: [main, ...details.flatMap((name) => (text(row, name) === '' ? [] : [{ name, value: text(row, name) }]))],
  }
}

function text(row: RecordRow, column: string): string {
  const value = row[column]
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString() : String(value)
}

function numberOf(value: unknown): number | undefined {
  return value === null || value === undefined || value === '' ? undefined : Number(value)
}

function day(at: string): string {
  return at.slice(0, 10)
}

function labelled(label: string, value: string): string {
  return value === '' ? '' : `${label} ${value}`
}

function unlessIn(value: string, whole: string): string {
  return whole.toLowerCase().includes(value.toLowerCase()) ? '' : value
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part.trim() !== '').join(', ')
}

function titled(name: string, at: string, words: FactWords): string {
  return at === '' ? name : `${name}, ${words.date(at)}`
}
