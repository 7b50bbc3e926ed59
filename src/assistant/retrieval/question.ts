import { type Concept, type ConceptMatch, findConcepts, wordsOf } from '../../clinical/concepts/index.ts'
import { type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import { type PastEntry, REQUEST_KINDS, type RequestState } from '../turn/stages.ts'
import { type MeasureTarget, measureTarget } from './measure-target.ts'
import { printedTest } from './printed-tests.ts'
import { readSpokenReading, type SpokenReading } from './spoken-reading.ts'

/** What a message asks for. Kept with the answer as its intent. */
export const INTENTS = [
  'greeting',
  'thanks',
  'goodbye',
  'capabilities',
  'agree',
  'decline',
  'log_reading',
  'judge_reading',
  'record_intake',
  'medication_safety',
  'due_doses',
  'medications',
  'appointments',
  'allergies',
  'conditions',
  'goals',
  'documents',
  'contacts',
  'reminders',
  'adherence',
  'profile',
  'recall',
  ...REQUEST_KINDS,
  'trend',
  'value',
  'explain_report',
  'overview',
  'symptom',
  'general',
  'other',
] as const
export type Intent = (typeof INTENTS)[number]

/** A message, understood as far as a lexicon can. */
export interface Question {
  readonly intent: Intent
  readonly concepts: readonly Concept[]
  readonly measures: readonly MeasureTarget[]
  readonly medicines: readonly Concept[]
  /** Conditions named: "do I have diabetes?". */
  readonly conditions: readonly Concept[]
  readonly symptoms: readonly Concept[]
  readonly reading: SpokenReading | undefined
  /** The direction the person suspects: "is it high?". */
  readonly suspected: 'high' | 'low' | 'normal' | undefined
  /** Asked about what is out of order only. */
  readonly abnormalOnly: boolean
  /** "Why is it high?" */
  readonly why: boolean
  /** "What should I do?" */
  readonly advice: boolean
  /** What is meant was taken from earlier messages ("and last year?"). */
  readonly fromHistory: boolean
  /** What the person wants done and is being asked about, where the message goes on with that. */
  readonly request?: RequestState
}

/** Reads a message with the conversation before it. */
export function readQuestion(
  text: string,
  form: LanguageForm,
  history: readonly PastEntry[] = [],
  hasDocuments = false,
): Question {
  const own = readAlone(text, form, hasDocuments)
  const request = requestBefore(history)
  if (request !== undefined && goesOnWith(own, text)) return { ...own, intent: request.kind, request }
  if (!needsHistory(own, text)) return own
  const earlier = history.filter((entry) => entry.kind === 'message' && entry.role === 'user').slice(-4)
  for (const entry of earlier.toReversed()) {
    if (entry.kind !== 'message') continue
    const before = readAlone(entry.text, form, false)
    // "Is it getting worse?" had its own subject from before, too.
    if (!ABOUT_RECORD.has(before.intent) || (before.intent === 'trend' && before.measures.length === 0)) continue
    const overTime = own.concepts.some(({ id }) => OVER_TIME.has(id))
    const named = own.measures.length > 0 ? own.measures : before.measures
    return {
      ...own,
      measures: named,
      medicines: own.medicines.length > 0 ? own.medicines : before.medicines,
      conditions: own.conditions.length > 0 ? own.conditions : before.conditions,
      concepts: [...own.concepts, ...before.concepts.filter(({ kind }) => kind !== 'time' && kind !== 'ask')],
      intent: overTime && named.length > 0 ? 'trend' : own.measures.length > 0 ? own.intent : before.intent,
      fromHistory: true,
    }
  }
  return own
}

/** An answer of the assistant that asked for something is gone on with for so long. */
const REQUEST_MILLISECONDS = 60 * 60_000

function requestBefore(history: readonly PastEntry[]): RequestState | undefined {
  const last = history.findLast((entry) => entry.kind === 'message' && entry.role === 'assistant')
  if (last?.kind !== 'message' || Date.now() - last.at.getTime() > REQUEST_MILLISECONDS) return undefined
  return last.request
}

const SOMETHING_ELSE = new Set<Intent>([
  'greeting',
  'thanks',
  'goodbye',
  'capabilities',
  'overview',
  'decline',
  'log_reading',
  'judge_reading',
  'record_intake',
  'medication_safety',
  'trend',
  'explain_report',
  'recall',
  'contacts',
  'profile',
  ...REQUEST_KINDS,
])

/** Whether a message answers what was asked, and does not ask or tell something of its own. */
function goesOnWith({ intent, concepts }: Question, text: string): boolean {
  return !text.includes('?') && !SOMETHING_ELSE.has(intent) && !concepts.some(({ kind }) => kind === 'ask')
}

const OVER_TIME = new Set(['previous', 'year', 'month', 'ask.trend', 'ask.compare'])
const ABOUT_RECORD = new Set<Intent>([
  'value',
  'trend',
  'explain_report',
  'medications',
  'due_doses',
  'conditions',
  'allergies',
  'appointments',
  'judge_reading',
])

/** Nothing of its own is named, or only when and how: "and last year?", "is that bad?", "aur pehle?". */
function needsHistory(question: Question, text: string): boolean {
  if (question.intent === 'other') return wordsOf(text).length <= 12
  const subject = question.concepts.some(({ kind }) => SUBJECTS.has(kind))
  return (
    !subject && (question.intent === 'trend' || question.intent === 'explain_report' || question.intent === 'value')
  )
}

const SUBJECTS = new Set<Concept['kind']>(['measure', 'condition', 'medicine', 'care', 'body', 'symptom'])

function readAlone(text: string, form: LanguageForm, hasDocuments: boolean): Question {
  const matches = withoutIncidental(findConcepts(text, languageOf(form)))
  const named = [...new Set(matches.map(({ concept }) => concept))]
  const printed = named.some(({ kind }) => kind === 'measure') ? undefined : printedTest(text, matches, form)
  const concepts = printed === undefined ? named : [...named, printed]
  const has = (...ids: readonly string[]) => ids.some((id) => concepts.some((concept) => concept.id === id))
  const of = (kind: Concept['kind']) => concepts.filter((concept) => concept.kind === kind)
  const reading = readSpokenReading(text, matches)
  const parts = {
    concepts,
    measures: measuresIn(concepts),
    medicines: of('medicine'),
    conditions: of('condition').filter(({ id }) => id !== 'condition' && id !== 'allergy'),
    symptoms: of('symptom'),
    reading,
    suspected: has('flag.high')
      ? ('high' as const)
      : has('flag.low')
        ? ('low' as const)
        : has('flag.normal', 'ask.normal')
          ? ('normal' as const)
          : undefined,
    abnormalOnly: has('flag.abnormal'),
    why: has('ask.why'),
    advice: has('ask.advice'),
    fromHistory: false,
  }
  return { ...parts, intent: intentOf(parts, has, text, hasDocuments) }
}

type Parts = Omit<Question, 'intent'>

/** Asked about health as such, and not about oneself: "what is dengue?", "how to lower cholesterol". */
function isGeneral(
  {
    concepts,
    measures,
    medicines,
    conditions,
    symptoms,
  }: Pick<Parts, 'concepts' | 'measures' | 'medicines' | 'conditions' | 'symptoms'>,
  has: (...ids: readonly string[]) => boolean,
): boolean {
  if (concepts.some(({ kind }) => kind === 'person') || has('report', 'document', 'record', 'ask.show', 'ask.trend'))
    return false
  if (has('flag.high', 'flag.low', 'flag.abnormal', 'ask.how_much', 'dose', 'act.log', 'act.stop', 'reminder'))
    return false
  if (has('diet') && measures.length > 0) return true
  const explains = has('ask.how', 'ask.why', 'ask.advice')
  if (conditions.length > 0 || has('diet', 'nutrition', 'vaccine', 'pregnancy', 'ors')) {
    return explains || has('ask.what', 'ask.explain', 'ask.normal')
  }
  return explains && medicines.length === 0 && (measures.length > 0 || symptoms.length > 0)
}

/** Other things that people take, eat, miss and forget, in the same words as a dose. */
const NO_DOSE =
  /(?<![\p{L}\p{M}])(?:breakfast|lunch|dinner|supper|meals?|food|snacks?|bath|shower|nap|rest|break|photo|picture|bus|train|class|meeting|password|pin|keys?|nashta|naashta|naasta|roti|tiffin|idli|idly|dosa|dosai|pongal|chapathi|saapadu|kuli\p{L}*)(?![\p{L}\p{M}])|नाश्ता|नाश्ते|लंच|डिनर|रोटी|पासवर्ड|டிபன்|டிஃபன்|இட்லி|தோசை|பொங்கல்|குளிச்ச|பாஸ்வேர்ட்/iu
/** A meal says when a dose was taken. */
const AT_A_MEAL =
  /\b(?:after|before|with|ke baad|ke saath|se pehle|se pahle|apram|appuram|munnadi|kooda)\b|के बाद|के साथ|से पहले|அப்புறம்|பிறகு|முன்னாடி|முன்|கூட/iu

function isOfSomethingElse(text: string): boolean {
  return NO_DOSE.test(text) && !AT_A_MEAL.test(text)
}

/** An Indian mobile number, or one with a country's code. */
const PHONE = /(?:\+\d{1,3}[\s-]?)?\d{5}[\s-]?\d{5}/

function isDoctor({ id }: Concept): boolean {
  return id === 'doctor' || id === 'dentist' || id.endsWith('_doctor')
}

function intentOf(
  { concepts, measures, medicines, conditions, symptoms, reading }: Parts,
  has: (...ids: readonly string[]) => boolean,
  text: string,
  hasDocuments: boolean,
): Intent {
  const subject = concepts.some(({ kind }) => SUBJECTS.has(kind))
  const asked = text.includes('?') || concepts.some(({ kind }) => kind === 'ask' || kind === 'flag')
  const adds = has('act.log', 'act.book', 'act.start')
  if (has('act.say')) return 'recall'
  if (has('ask.overview') && !subject) return 'overview'
  if (isGeneral({ concepts, measures, medicines, conditions, symptoms }, has)) return 'general'
  if (has('reminder')) return asked && !has('act.log') ? 'reminders' : 'set_reminder'
  if (has('emergency_contact')) return has('act.log') || PHONE.test(text) ? 'add_contact' : 'contacts'
  if (has('goal') && (has('act.log', 'act.start') || (/\d/.test(text) && !text.includes('?')))) return 'add_goal'
  if (has('blood_group') && !has('report')) return 'profile'
  if (reading !== undefined) {
    if (has('act.log')) return 'log_reading'
    return asked && !has('act.measured') ? 'judge_reading' : 'log_reading'
  }
  const aboutDoses = has('medication', 'dose') || medicines.length > 0
  // "Not yet" notes nothing.
  if (
    has('act.later') &&
    !asked &&
    !has('act.took', 'talk.bye') &&
    (aboutDoses || !subjectBesides(concepts, ['adherence']))
  ) {
    return wordsOf(text).length <= 8 ? 'decline' : 'other'
  }
  if (aboutDoses) {
    if (has('act.stop', 'act.dose_change') || (has('ask.advice') && has('dose'))) return 'medication_safety'
    if (has('act.skip', 'act.forgot') && !asked) return 'record_intake'
    if (has('act.took') && !has('ask.what', 'ask.when') && !text.includes('?') && !/^(?:did|have)\s+i\b/i.test(text))
      return 'record_intake'
    if (has('adherence', 'act.skip', 'act.took')) return 'adherence'
    if (has('act.log') || (has('act.start') && /\d/.test(text) && !text.includes('?'))) return 'add_medicine'
    if (has('due', 'ask.when', 'today') && !has('side_effect')) return 'due_doses'
  } else if (
    has('act.took', 'act.skip', 'act.forgot') &&
    !asked &&
    !isOfSomethingElse(text) &&
    !subjectBesides(concepts, ['adherence'])
  )
    return 'record_intake'
  else if (has('adherence') && asked && !subjectBesides(concepts, ['adherence'])) return 'adherence'
  else if (has('due', 'adherence') && !subjectBesides(concepts, ['due', 'adherence'])) return 'due_doses'
  if ((has('appointment') || concepts.some(isDoctor)) && adds && !text.includes('?')) return 'book_appointment'
  if (has('appointment') || (has('doctor') && has('ask.when', 'next'))) return 'appointments'
  if (has('allergy')) return 'allergies'
  if (has('goal')) return 'goals'
  if (has('report', 'document', 'xray') && (hasDocuments || measures.every(({ group }) => group))) {
    return has('ask.show') && has('document')
      ? 'documents'
      : has('ask.trend', 'ask.compare')
        ? 'trend'
        : 'explain_report'
  }
  if (medicines.length > 0) return 'medications'
  if (measures.length > 0 && has('ask.trend', 'ask.compare', 'previous')) return 'trend'
  const measured = concepts.some((concept) => concept.kind === 'measure')
  if (measured) return has('medication') ? 'medications' : 'value'
  if (has('medication', 'prescription', 'refill')) return 'medications'
  if (has('condition') || (conditions.length > 0 && !has('ask.how_much', 'report'))) return 'conditions'
  if (symptoms.length > 0) return 'symptom'
  if (measures.length > 0) return 'value'
  if (hasDocuments || has('flag.abnormal')) return 'explain_report'
  if (has('ask.trend', 'ask.compare')) return 'trend'
  if (!subject) return smallTalk(has, text)
  return 'other'
}

function smallTalk(has: (...ids: readonly string[]) => boolean, text: string): Intent {
  const words = wordsOf(text).length
  if (has('ask.can')) return 'capabilities'
  if ((has('talk.no') && words <= 5) || (has('act.delete') && words <= 2)) return 'decline'
  if (has('talk.yes') && words <= 5) return 'agree'
  if (has('talk.thanks')) return 'thanks'
  if (has('talk.bye')) return 'goodbye'
  if (has('talk.greeting')) return words <= 6 ? 'greeting' : 'other'
  return 'other'
}

function subjectBesides(concepts: readonly Concept[], ids: readonly string[]): boolean {
  return concepts.some(({ kind, id }) => SUBJECTS.has(kind) && !ids.includes(id))
}

/** A word inside a longer name is not a subject of its own: the blood of "blood pressure". */
function withoutIncidental(matches: readonly ConceptMatch[]): readonly ConceptMatch[] {
  return matches.filter(
    (match) =>
      !matches.some(
        (other) => other !== match && other.concept.broader.includes(match.concept.id) && match.concept.kind === 'body',
      ),
  )
}

function measuresIn(concepts: readonly Concept[]): readonly MeasureTarget[] {
  const targets = concepts.flatMap((concept) => measureTarget(concept) ?? [])
  const measured = targets.filter(({ concept }) => concept.kind === 'measure')
  return measured.length > 0 ? measured : targets
}
