import { isForModels } from '../../operations/adapters/tool-schema.ts'
import type { AnyOperation } from '../../operations/define-operation.ts'
import type { Intent, Question } from '../retrieval/question.ts'

/** More than this many tools make models choose badly. */
export const MOST_TOOLS = 20
/** Two of them reach all others. */
const MOST_OFFERED = MOST_TOOLS - 2

/** Domains of operations that an intent is about, most likely first. */
const DOMAINS: Readonly<Record<Intent, readonly string[]>> = {
  greeting: [],
  thanks: [],
  goodbye: [],
  capabilities: [],
  agree: [],
  decline: [],
  log_reading: ['metrics'],
  judge_reading: ['metrics'],
  record_intake: ['medications'],
  medication_safety: ['medications', 'allergies'],
  due_doses: ['medications'],
  medications: ['medications', 'conditions', 'allergies'],
  appointments: ['appointments'],
  allergies: ['allergies', 'medications'],
  conditions: ['conditions', 'medications'],
  goals: ['goals', 'metrics'],
  documents: ['documents'],
  contacts: ['emergency'],
  reminders: ['medications', 'appointments'],
  adherence: ['adherence', 'medications'],
  profile: ['me'],
  recall: ['chat'],
  book_appointment: ['appointments'],
  set_reminder: ['medications', 'appointments'],
  add_goal: ['goals', 'metrics'],
  add_contact: ['emergency'],
  add_medicine: ['medications', 'conditions', 'allergies'],
  general: ['conditions', 'medications', 'metrics'],
  trend: ['metrics', 'documents', 'trends'],
  value: ['metrics', 'documents'],
  explain_report: ['documents', 'metrics'],
  overview: ['metrics', 'documents', 'medications', 'conditions'],
  symptom: ['conditions', 'medications', 'allergies', 'metrics'],
  other: ['metrics', 'medications', 'conditions', 'allergies', 'appointments', 'goals', 'documents'],
}

/**
 * The operations that a model may call in this turn: those of the domains the message is about, reading before writing, and
 * removing only where the person speaks of removing.
 * @param clientTools functions that the client brings; they take places of ours.
 */
export function offerOperations(
  operations: readonly AnyOperation[],
  question: Question,
  clientTools = 0,
): readonly AnyOperation[] {
  const domains = DOMAINS[question.intent]
  const removing = question.concepts.some(({ id }) => id === 'act.delete')
  const scored = operations.flatMap((operation) => {
    if (!isForModels(operation) || (operation.effect === 'destructive' && !removing)) return []
    const [domain = '', ...rest] = operation.name.split('.')
    const at = domains.indexOf(domain)
    const searching = domain === 'search' && domains.length > 0
    if (at < 0 && !searching) return []
    if (FOREMOST[question.intent]?.includes(operation.name)) return [{ operation, score: -1 }]
    // Near domains first; within one the list, the reading, the adding; rows of rows last.
    const verb = VERBS.indexOf(rest.at(-1) ?? '')
    return [{ operation, score: (searching ? 0 : at * 10) + rest.length * 3 + (verb < 0 ? 1 : verb) }]
  })
  return scored
    .sort((left, right) => left.score - right.score)
    .slice(0, Math.max(1, MOST_OFFERED - clientTools))
    .map(({ operation }) => operation)
}

/** Those that may be searched for besides: all of them, but removing only where the person speaks of removing. */
export function searchableOperations(operations: readonly AnyOperation[], question: Question): readonly AnyOperation[] {
  const removing = question.concepts.some(({ id }) => id === 'act.delete')
  return operations.filter(({ effect }) => removing || effect !== 'destructive')
}

/** What an intent is about beyond doubt, however deep it lies in its domain. */
const FOREMOST: Partial<Readonly<Record<Intent, readonly string[]>>> = {
  record_intake: ['medications.answer-due', 'medications.intake.add', 'medications.due'],
  set_reminder: ['medications.reminders.add', 'appointments.reminders.add', 'medications.schedules.add'],
  reminders: ['medications.reminders.list', 'appointments.reminders.list'],
  adherence: ['medications.intake.list', 'adherence.list'],
  contacts: ['emergency.contacts.list'],
  add_contact: ['emergency.contacts.add'],
}

const VERBS = ['list', 'latest', 'due', 'add', 'update', 'get', 'summary', 'delete']
