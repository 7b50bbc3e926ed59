import { COMPLAINTS, type Complaint, QUESTIONS, type QuestionId } from '../../clinical/complaints/index.ts'
import type { FormText, LanguageForm } from '../../clinical/language-forms.ts'
import { statedAge, type TriagePerson } from './person.ts'
import { Statement } from './statement.ts'

export interface OpenQuestion {
  readonly id: QuestionId
  readonly text: string
}

export interface ComplaintAdvice {
  readonly selfCare: string
  /** What to watch for, and when to be seen. */
  readonly watchFor: string
  readonly source: string
}

/** What a message complains of, where it is one of the complaints with a set of questions. */
export function complaintOf(text: string, form: LanguageForm): Complaint | undefined {
  return complaintsIn(text, form)[0]
}

/** Every complaint that a text names, the most telling first. */
export function complaintsIn(text: string, form: LanguageForm): readonly Complaint[] {
  const statement = new Statement(text, form)
  const states = (name: string | undefined) => name !== undefined && statement.finding(name).present.length > 0
  return COMPLAINTS.filter(({ findings, unless }) => findings.some((name) => states(name) && !states(unless?.[name])))
}

/** Pregnancy is asked of those who may be. */
const MAY_BE_PREGNANT = { from: 12, below: 55 }

/**
 * The questions of a complaint that are still open, in the order to ask; the caller asks the first and comes back.
 * Left out is what the person has said in any of the messages, what the record knows, and what was asked before.
 * @param messages everything the person said about the complaint, oldest first
 * @param asked questions that have had their turn, answered or not
 */
export function openQuestions(question: {
  readonly complaint: Complaint
  readonly messages: readonly string[]
  readonly form: LanguageForm
  readonly person: TriagePerson
  readonly asked: readonly QuestionId[]
}): OpenQuestion[] {
  const { complaint, form, person, asked } = question
  const statement = new Statement(question.messages.join('\n'), form)
  const states = (name: string): boolean => statement.finding(name).present.length > 0
  const age = statedAge(statement.tokens) ?? person.ageYears
  const known: Readonly<Record<QuestionId, () => boolean>> = {
    onset: () => states('duration_said'),
    severity: () => states('mild') || states('severe_pain') || states('high_fever'),
    age: () => age !== undefined,
    pregnancy: () =>
      person.sex === 'male' ||
      person.pregnant !== undefined ||
      states('pregnant') ||
      (age !== undefined && (age < MAY_BE_PREGNANT.from || age >= MAY_BE_PREGNANT.below)),
    red_flags: () => false,
    medicines: () => false,
  }
  const wording = (id: QuestionId): FormText => (id === 'red_flags' ? complaint.redFlagQuestion : QUESTIONS[id])
  return complaint.questions
    .filter((id) => !asked.includes(id) && !known[id]())
    .map((id) => ({ id, text: wording(id)[form] }))
}

/** The advice on a complaint, for when nothing is left to ask and triage found no emergency. */
export const adviceOn = (complaint: Complaint, form: LanguageForm): ComplaintAdvice => ({
  selfCare: complaint.selfCare[form],
  watchFor: complaint.watchFor[form],
  source: complaint.source,
})
