import { factsOf, mainValue } from '../../retrieval/fact-details.ts'
import { readDecision } from '../../turn/decision-words.ts'
import type { Fact, RequestKind, RequestState } from '../../turn/stages.ts'
import { type AnswerContext, answer, type Decision } from '../answer-context.ts'
import { formatDate, formatValue } from '../format.ts'
import { asName, doctorIn, doseIn, frequencyIn, medicineIn, personIn, phoneIn, relationIn } from './read-slots.ts'
import { readTimes, readWhen } from './when.ts'

type Slots = Readonly<Record<string, string | undefined>>

interface Said {
  /** Everything said for the request, oldest first. */
  readonly all: string
  /** The answer to the question that was asked, where there was one. */
  readonly answer: string
  readonly open: string | undefined
  readonly context: AnswerContext
}

interface Definition {
  /** In the order to ask. */
  readonly needs: readonly string[]
  readonly tool: string
  readonly read: (said: Said) => Slots
  readonly input: (slots: Slots, context: AnswerContext) => Readonly<Record<string, unknown>>
  /** What the confirming sentence names. */
  readonly words: (slots: Slots, context: AnswerContext) => Readonly<Record<string, string>>
}

const DEFINITIONS: Readonly<Record<RequestKind, Definition>> = {
  book_appointment: {
    needs: ['doctor', 'date', 'time'],
    tool: 'appointments_add',
    read: ({ all, answer: last, open, context }) => {
      const when = readWhen(all, context.today)
      return { doctor: doctorIn(all) ?? (open === 'doctor' ? asName(last) : undefined), ...when }
    },
    input: ({ doctor, date, time }, { t }) => ({
      appointment_title: t('request.book_appointment.title', { doctor: doctor ?? '' }),
      doctor_name: doctor,
      appointment_type: 'consultation',
      visit_type: 'in-person',
      appointment_date: date,
      appointment_time: time,
    }),
    words: ({ doctor, date, time }, { form }) => ({
      doctor: doctor ?? '',
      date: formatDate(date ?? '', form),
      time: time ?? '',
    }),
  },
  set_reminder: {
    needs: ['medicine', 'time'],
    tool: 'medications_reminders_add',
    read: ({ all, context }) => {
      const fact = medicineOf(all, context)
      return {
        medicine: fact === undefined ? undefined : mainValue(fact)?.name,
        medication_id: fact?.source.kind === 'record' ? fact.source.rowId : undefined,
        time: readTimes(all)[0],
      }
    },
    input: ({ medication_id, time }) => ({ medication_id, reminder_time: time, reminder_type: 'push' }),
    words: ({ medicine, time }) => ({ name: medicine ?? '', time: time ?? '' }),
  },
  add_goal: {
    needs: ['target'],
    tool: 'goals_add',
    read: ({ all, context }) => {
      const { reading, measures } = context.question
      const [measure] = measures
      const metric = reading?.type ?? measure?.metricTypes[0]
      const plain = /(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}%/]+)?/u.exec(all.replace(/(\d),(\d{3})/g, '$1$2'))
      const value = reading?.value ?? plain?.[1]
      return {
        target: value,
        unit: reading?.unit ?? plain?.[2] ?? '',
        metric,
        steps: /steps?|kadam|कदम|adi|அடி|ஸ்டெப்/iu.test(all) ? 'steps' : undefined,
        date: readWhen(all.replace(/^.*?(?=by|before|tak|तक|kulla|குள்)/isu, ''), context.today).date,
      }
    },
    input: (slots, context) => ({
      goal_title: goalTitle(slots, context),
      target_value: slots['target'],
      current_value: currentOf(slots['metric'], context),
      unit: slots['steps'] ?? (slots['unit'] || '-'),
      deadline: slots['date'] ?? null,
      category:
        slots['metric'] === 'weight' ? 'weight' : slots['steps'] ? 'fitness' : slots['metric'] ? 'medical' : null,
    }),
    words: (slots, context) => ({ name: goalTitle(slots, context) }),
  },
  add_contact: {
    needs: ['name', 'phone', 'relation'],
    tool: 'emergency_contacts_add',
    read: ({ all, answer: last, open }) => ({
      name: personIn(all) ?? (open === 'name' ? asName(last) : undefined),
      phone: phoneIn(all),
      relation: relationIn(all) ?? (open === 'relation' ? asName(last) : undefined),
    }),
    input: ({ name, phone, relation }, context) => ({
      contact_name: name,
      primary_phone: phone,
      relationship: relationWords(relation, context),
      priority_order: factsOf(context.evidence.facts, 'emergency_contacts').length + 1,
    }),
    words: ({ name, phone, relation }, context) => ({
      name: name ?? '',
      phone: phone ?? '',
      relation: relationWords(relation, context),
    }),
  },
  add_medicine: {
    needs: ['medicine', 'dose', 'frequency', 'doctor'],
    tool: 'medications_add',
    read: ({ all, answer: last, open, context }) => ({
      medicine: medicineIn(all) ?? (open === 'medicine' ? asName(last) : undefined),
      dose: doseIn(all) ?? (open === 'dose' ? asName(last) : undefined),
      frequency: frequencyWords(frequencyIn(all), context) ?? (open === 'frequency' ? asName(last) : undefined),
      doctor: doctorIn(all) ?? (open === 'doctor' ? asName(last) : undefined),
    }),
    input: ({ medicine, dose, frequency, doctor }, { today }) => ({
      medication_name: medicine,
      dosage: dose,
      frequency,
      prescribed_by: doctor,
      start_date: today,
    }),
    words: ({ medicine, dose, frequency, doctor }) => ({
      name: medicine ?? '',
      dose: dose ?? '',
      frequency: frequency ?? '',
      doctor: doctor ?? '',
    }),
  },
}

/** Proposes what the person wants noted or set, or asks for the first thing that is missing. */
export function carryOutRequest(context: AnswerContext, kind: RequestKind): Decision {
  const { t, canCall } = context
  const { needs, tool, input } = DEFINITIONS[kind]
  if (!canCall(tool)) return { kind: 'answer', answer: answer([t('confirm.unavailable')]) }
  const { slots, said } = readRequest(context, kind)
  const missing = needs.find((slot) => slots[slot] === undefined)
  if (missing === undefined) return { kind: 'call', tool, input: input(slots, context) }
  if (
    kind === 'set_reminder' &&
    missing === 'medicine' &&
    factsOf(context.evidence.facts, 'medications').length === 0
  ) {
    return { kind: 'answer', answer: answer([t('request.set_reminder.noMedicine')], [t('suggest.medications')]) }
  }
  const request: RequestState = { kind, said, open: missing }
  const taps = missing === 'medicine' && kind === 'set_reminder' ? medicineTaps(context) : []
  return { kind: 'answer', answer: { ...answer([t(`request.${kind}.${missing}`)]), suggestions: taps, request } }
}

/** The sentence that asks for the person's yes, or that says that it is done. */
export function requestSentence(context: AnswerContext, kind: RequestKind, done: boolean): string {
  const { slots } = readRequest(context, kind)
  return context.t(`request.${kind}.${done ? 'saved' : 'ask'}`, DEFINITIONS[kind].words(slots, context))
}

function readRequest(context: AnswerContext, kind: RequestKind): { slots: Slots; said: readonly string[] } {
  const { question, text } = context
  const before = question.request
  const said = [...(before?.said ?? []), text]
  const all = said.join('\n')
  // "Yes" to "With which doctor?" names nobody.
  const open = readDecision(text) !== undefined ? undefined : before?.open
  return { slots: DEFINITIONS[kind].read({ all, answer: text, open, context }), said }
}

/** The medicine of the record that a text names, or the only one there is. */
function medicineOf(text: string, { evidence }: AnswerContext): Fact | undefined {
  const medications = factsOf(evidence.facts, 'medications')
  const lower = text.toLowerCase()
  const wanted = medicineIn(text)?.toLowerCase()
  const named = medications.find((fact) => {
    const names = `${mainValue(fact)?.name ?? ''} ${fact.text}`.toLowerCase()
    const [first = ''] = (mainValue(fact)?.name ?? '').toLowerCase().split(/\s+/)
    return (wanted !== undefined && names.includes(wanted)) || (first.length > 3 && lower.includes(first))
  })
  return named ?? (medications.length === 1 ? medications[0] : undefined)
}

function medicineTaps({ evidence }: AnswerContext): readonly string[] {
  return factsOf(evidence.facts, 'medications')
    .flatMap((fact) => mainValue(fact)?.name ?? [])
    .slice(0, 4)
}

function goalTitle({ target, unit, metric, steps, date }: Slots, { t, form }: AnswerContext): string {
  const value = formatValue({ value: target ?? '', ...(steps || !unit ? {} : { unit }) })
  const name =
    metric === undefined ? (steps ? t('request.add_goal.steps') : t('request.add_goal.plain')) : t(`metric.${metric}`)
  return date === undefined
    ? t('request.add_goal.title', { name, value })
    : t('request.add_goal.titleBy', { name, value, date: formatDate(date, form) })
}

/** Where a goal sets out from: the latest reading of what it is about. */
function currentOf(metric: string | undefined, { evidence }: AnswerContext): string | null {
  const latest = factsOf(evidence.facts, 'health_metrics').find((fact) => mainValue(fact)?.name === metric)
  return latest === undefined ? null : (mainValue(latest)?.value ?? null)
}

function relationWords(relation: string | undefined, { t }: AnswerContext): string {
  if (relation === undefined) return ''
  return /^[a-z]+$/.test(relation) ? t(`request.relation.${relation}`) : relation
}

function frequencyWords(frequency: string | undefined, { t }: AnswerContext): string | undefined {
  return frequency === undefined ? undefined : t(`request.frequency.${frequency}`)
}
