import { type Concept, type ConceptMatch, findConcepts, wordsOf } from '../../clinical/concepts/index.ts'
import { type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import type { PastEntry } from '../turn/stages.ts'
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
  'trend',
  'value',
  'explain_report',
  'symptom',
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
}

/** Reads a message with the conversation before it. */
export function readQuestion(
  text: string,
  form: LanguageForm,
  history: readonly PastEntry[] = [],
  hasDocuments = false,
): Question {
  const own = readAlone(text, form, hasDocuments)
  if (!needsHistory(own, text)) return own
  const earlier = history.filter((entry) => entry.kind === 'message' && entry.role === 'user').slice(-4)
  for (const entry of earlier.toReversed()) {
    if (entry.kind !== 'message') continue
    const before = readAlone(entry.text, form, false)
    if (!ABOUT_RECORD.has(before.intent)) continue
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

function intentOf(
  { concepts, measures, medicines, conditions, symptoms, reading }: Parts,
  has: (...ids: readonly string[]) => boolean,
  text: string,
  hasDocuments: boolean,
): Intent {
  const subject = concepts.some(({ kind }) => SUBJECTS.has(kind))
  const asked = text.includes('?') || concepts.some(({ kind }) => kind === 'ask' || kind === 'flag')
  if (reading !== undefined) {
    if (has('act.log')) return 'log_reading'
    return asked && !has('act.measured') ? 'judge_reading' : 'log_reading'
  }
  if (has('medication', 'dose') || medicines.length > 0) {
    if (has('act.stop', 'act.dose_change') || (has('ask.advice') && has('dose'))) return 'medication_safety'
    if (has('act.took')) return 'record_intake'
    if (has('due', 'ask.when', 'today') && !has('side_effect')) return 'due_doses'
  } else if (has('due', 'adherence') && !subjectBesides(concepts, ['due', 'adherence'])) return 'due_doses'
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
  if (has('talk.no') && words <= 5) return 'decline'
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
