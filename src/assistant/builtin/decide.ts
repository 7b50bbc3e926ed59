import { resultFacts, resultsNamedIn } from '../retrieval/fact-details.ts'
import type { Intent, Question } from '../retrieval/question.ts'
import { REQUEST_KINDS, type RequestKind } from '../turn/stages.ts'
import type { AnswerContext, Decision, WrittenAnswer } from './answer-context.ts'
import { answer } from './answer-context.ts'
import { consult } from './answers/consult.ts'
import { fromLibrary } from './answers/library.ts'
import { tellOverview } from './answers/overview.ts'
import { listContacts, listReminders, tellAdherence, tellProfile } from './answers/person.ts'
import { judgeReading, logReading, recordIntake } from './answers/readings.ts'
import { recall } from './answers/recall.ts'
import {
  listAllergies,
  listAppointments,
  listConditions,
  listDocuments,
  listDueDoses,
  listGoals,
  listMedications,
  medicationSafety,
} from './answers/record-lists.ts'
import { explainReport } from './answers/report.ts'
import { aboutSymptom, admitLimits, greet, tellCapabilities } from './answers/talk.ts'
import { tellTrend, tellValue } from './answers/value.ts'
import { carryOutRequest } from './requests/request.ts'

const REQUESTS: ReadonlySet<string> = new Set(REQUEST_KINDS)

/** Whether the person wants something noted or set that takes several answers. */
export function isRequest(intent: Intent): intent is RequestKind {
  return REQUESTS.has(intent)
}

/** What to answer or to call, by the intent of the message. */
export function decide(context: AnswerContext, now: Date): Decision {
  const { question, t } = context
  const write = (written: WrittenAnswer): Decision => ({ kind: 'answer', answer: written })
  if (context.consultation !== undefined) return write(consult(context, context.consultation))
  if (asksAboutSomebodyElse(question)) return write(answer([t('person.other')]))
  if (isRequest(question.intent)) return carryOutRequest(context, question.intent)
  switch (question.intent as Exclude<Intent, RequestKind>) {
    case 'greeting':
      return write(greet(context))
    case 'thanks':
      return write(answer([t('thanks')]))
    case 'goodbye':
      return write(answer([t('goodbye')]))
    case 'capabilities':
      return write(tellCapabilities(context))
    case 'agree':
      return write(answer([t('agree.nothing')], [t('suggest.explainReport'), t('suggest.log')]))
    case 'decline':
      return write(answer([t(question.concepts.some(({ id }) => id === 'act.later') ? 'intake.later' : 'decline')]))
    case 'log_reading':
      return question.reading === undefined ? write(admitLimits(context)) : logReading(context, question.reading, now)
    case 'judge_reading':
      return write(question.reading === undefined ? admitLimits(context) : judgeReading(context, question.reading))
    case 'record_intake':
      return recordIntake(context, now)
    case 'medication_safety':
      return write(medicationSafety(context))
    case 'due_doses':
      return write(listDueDoses(context))
    case 'medications':
      return write(listMedications(context))
    case 'appointments':
      return write(listAppointments(context))
    case 'allergies':
      return write(listAllergies(context))
    case 'conditions':
      return write(listConditions(context, () => tellValue(context)))
    case 'goals':
      return write(listGoals(context))
    case 'contacts':
      return write(listContacts(context))
    case 'reminders':
      return write(listReminders(context))
    case 'adherence':
      return write(tellAdherence(context))
    case 'profile':
      return write(tellProfile(context))
    case 'recall':
      return write(recall(context))
    case 'general':
      return write(fromLibrary(context) ?? withoutLibrary(context))
    case 'documents':
      return write(listDocuments(context))
    case 'trend':
      return write(tellTrend(context))
    case 'value':
      return write(tellValue(context))
    case 'overview':
      return write(tellOverview(context))
    case 'explain_report':
      return write(explainReport(context))
    case 'symptom':
      return write(aboutSymptom(context))
    case 'other':
      return write(unclear(context))
  }
}

/** A question about health as such that the library has nothing on: what the person's own record says about it. */
function withoutLibrary(context: AnswerContext): WrittenAnswer {
  const { question } = context
  if (question.conditions.length > 0) return listConditions(context, () => tellValue(context))
  return question.measures.length > 0 ? tellValue(context) : admitLimits(context)
}

/** The lexicon does not know what is asked; the record may: a test by its printed name, or a report just attached. */
function unclear(context: AnswerContext): WrittenAnswer {
  const { evidence, text } = context
  if (resultsNamedIn(text, evidence.facts).length > 0) return tellValue(context)
  return resultFacts(evidence.facts).length > 0 ? explainReport(context) : admitLimits(context)
}

const OTHER_PEOPLE = new Set(['mother', 'father', 'child', 'wife', 'husband'])
const OF_THE_RECORD: ReadonlySet<string> = new Set<Intent>([
  'value',
  'trend',
  'explain_report',
  'overview',
  'medications',
  'due_doses',
  'conditions',
  'allergies',
  'appointments',
  'log_reading',
])

/** "What is my mother's sugar?" must not be answered with the person's own. */
function asksAboutSomebodyElse({ concepts, intent }: Question): boolean {
  return OF_THE_RECORD.has(intent) && concepts.some(({ id }) => OTHER_PEOPLE.has(id))
}
