import { COMPLAINTS, type Complaint, type QuestionId } from '../../clinical/complaints/index.ts'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { type Intent, readQuestion } from '../retrieval/question.ts'
import { complaintOf, complaintsIn } from '../triage/ask-back.ts'
import { Statement } from '../triage/statement.ts'
import type { ConsultationState, PastEntry } from '../turn/stages.ts'
import { ageIn, decisionIn, severityIn, tapIn } from './answer-words.ts'

/** A complaint that is being talked about, with all that was said about it in this conversation. */
export interface Consultation {
  readonly complaint: Complaint
  /** Questions that have had their turn. */
  readonly asked: readonly QuestionId[]
  /** What the person said, oldest first, with answers put in words that the red-flag rules understand. */
  readonly said: readonly string[]
  /** Not lower than this, whatever the rules make of it: a danger sign was confirmed, or it cannot be borne. */
  readonly least: 'urgent' | 'routine' | undefined
  /** Whether the message begins it. */
  readonly begins: boolean
}

/** A question that was asked longer ago than this is answered no more. */
const REMEMBERED_MILLISECONDS = 6 * 60 * 60_000

/** What a message is about although it names a complaint: the record, and not how the person is. */
const OF_THE_RECORD = new Set<Intent>([
  'record_intake', 'medication_safety', 'due_doses', 'medications', 'appointments', 'allergies', 'goals', 'documents',
  'trend', 'explain_report', 'overview', 'capabilities', 'greeting', 'goodbye',
]) // biome-ignore format: a list

/**
 * The consultation that a message begins or goes on with, from the conversation alone; undefined for any other message.
 * Asks nothing of the database: every answer keeps what it asked.
 */
export function consultationOf(turn: {
  readonly text: string
  readonly form: LanguageForm
  readonly history: readonly PastEntry[]
  readonly now: Date
}): Consultation | undefined {
  const { text, form, history, now } = turn
  if (text.trim() === '') return undefined
  const past = exchangesOf(history, now)
  const last = past.at(-1)
  const open = (last?.state.open ?? undefined) as QuestionId | undefined
  const named = complaintOf(text, form)
  const turns = last !== undefined && named !== undefined && named.id !== last.complaint.id
  const answers = turns ? mentions(last.complaint, open, text, form) : staysWith(open, text, form, named !== undefined)
  if (last !== undefined && open !== undefined && answers) {
    return consultation(last.complaint, [...past, { ...last, question: open, message: text }], form, last.state, false)
  }
  if (named === undefined || isOfTheRecord(text, form)) return undefined
  // What was said before about the same complaint still holds: nobody is asked twice.
  const same = last?.complaint.id === named.id
  const before = same ? past : []
  const exchange = { complaint: named, question: undefined, message: text }
  const state = same ? last.state : undefined
  return consultation(named, [...before, exchange], form, state, !same)
}

interface Exchange {
  readonly complaint: Complaint
  /** The question that the message answers. */
  readonly question: QuestionId | undefined
  readonly message: string
}

function consultation(
  complaint: Complaint,
  exchanges: readonly Exchange[],
  form: LanguageForm,
  state: ConsultationState | undefined,
  begins: boolean,
): Consultation {
  const answers = exchanges.filter(({ question }) => question !== undefined)
  const confirmed = answers.some(({ question, message }) => question === 'red_flags' && isYes(question, message, form))
  const severity = answers.findLast(({ question }) => question === 'severity')
  const badness = severity === undefined ? undefined : severityIn(severity.message, form)
  return {
    complaint,
    asked: (state?.asked ?? []) as readonly QuestionId[],
    said: exchanges.flatMap((exchange) => inRuleWords(exchange, form)),
    least: confirmed || badness === 'unbearable' ? 'urgent' : badness === 'much' ? 'routine' : undefined,
    begins,
  }
}

function isYes(question: QuestionId, message: string, form: LanguageForm): boolean {
  const tap = tapIn(question, message, form)
  return tap === undefined ? decisionIn(message) === 'yes' : tap === 'yes'
}

/** A message as the red-flag rules read it. A bare yes or no says nothing without its question. */
function inRuleWords({ complaint, question, message }: Exchange, form: LanguageForm): string[] {
  if (question === undefined) return [message]
  const bare = tapIn(question, message, form) !== undefined || /^\S+(?:\s\S+)?$/u.test(message.trim())
  const own = bare && decisionIn(message) !== undefined ? [] : [message]
  if (question === 'age') return [ageIn(message, form) ?? message]
  if (question === 'pregnancy') return isYes(question, message, form) ? [...own, 'pregnant'] : own
  if (question !== 'red_flags') return own
  // Who says which sign it is has said it all; the rules read that. A bare yes stands for the signs asked about.
  return isYes(question, message, form) && own.length === 0 ? [complaint.dangerSaid] : own
}

/** The messages about the complaint that was talked about last, each with the question before it. */
function exchangesOf(
  history: readonly PastEntry[],
  now: Date,
): readonly (Exchange & { readonly state: ConsultationState })[] {
  const found: (Exchange & { readonly state: ConsultationState })[] = []
  let question: QuestionId | undefined
  let message: string | undefined
  for (const entry of history) {
    if (entry.kind !== 'message') continue
    if (entry.role === 'user') {
      message = entry.text
      continue
    }
    const state = entry.consultation
    const complaint = COMPLAINTS.find(({ id }) => id === state?.complaint)
    if (
      state === undefined ||
      complaint === undefined ||
      now.getTime() - entry.at.getTime() > REMEMBERED_MILLISECONDS
    ) {
      // Talk about something else: an open question is not waiting any more, what was said stays.
      const before = found.at(-1)
      if (before !== undefined) found[found.length - 1] = { ...before, state: { ...before.state, open: null } }
      question = undefined
      continue
    }
    if (found.at(-1)?.complaint.id !== complaint.id) {
      found.length = 0
      question = undefined
    }
    found.push({ complaint, question, message: message ?? '', state })
    question = (state.open ?? undefined) as QuestionId | undefined
  }
  return found
}

/**
 * Whether a message that names another complaint answers the question with it, and does not turn to it: "yes, fever too",
 * "fever and a stiff neck" where the question was about that, "two days, with fever".
 */
function mentions(complaint: Complaint, question: QuestionId | undefined, text: string, form: LanguageForm): boolean {
  if (question === undefined) return false
  if (tapIn(question, text, form) !== undefined || decisionIn(text) !== undefined) return true
  const named = complaintsIn(text, form)
  switch (question) {
    case 'red_flags': {
      const asked = new Set(complaintsIn(complaint.redFlagQuestion[form], form))
      return named.some((each) => each === complaint || asked.has(each))
    }
    case 'onset':
      return new Statement(text, form).finding('duration_said').present.length > 0
    case 'age':
      return ageIn(text, form) !== undefined
    case 'medicines':
      return readQuestion(text, form).concepts.some(({ kind, id }) => kind === 'medicine' || id === 'medication')
    default:
      return false
  }
}

/** Whether a message answers the question, or has left it for something else. */
function staysWith(question: QuestionId | undefined, text: string, form: LanguageForm, complains: boolean): boolean {
  if (question === undefined) return false
  if (tapIn(question, text, form) !== undefined || decisionIn(text) !== undefined) return true
  const { intent, concepts } = readQuestion(text, form)
  if (concepts.some(({ id }) => id === 'act.log')) return false
  if (complains) return true
  const asks = text.includes('?') || concepts.some(({ kind, id }) => kind === 'ask' && id !== 'ask.how_much')
  if (question === 'medicines' && !asks) return true
  if (/\p{Nd}/u.test(text) && !asks && text.trim().split(/\s+/).length <= 8) return true
  return (
    !OF_THE_RECORD.has(intent) && !(asks && (intent === 'value' || intent === 'conditions' || intent === 'general'))
  )
}

function isOfTheRecord(text: string, form: LanguageForm): boolean {
  const { intent, concepts } = readQuestion(text, form)
  if (intent === 'log_reading' || intent === 'judge_reading') return concepts.some(({ id }) => id === 'act.log')
  return OF_THE_RECORD.has(intent) || concepts.some(({ id }) => id === 'ask.show')
}
