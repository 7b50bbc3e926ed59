import type { FormText } from '../language-forms.ts'

export const QUESTION_IDS = ['onset', 'severity', 'age', 'pregnancy', 'red_flags', 'medicines'] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

/** The most telling first. */
export const COMPLAINT_IDS = [
  'chest_discomfort', 'pregnancy', 'diarrhoea_vomiting', 'abdominal_pain', 'urinary', 'headache', 'dizziness', 'fever',
  'cough', 'rash', 'back_pain', 'sore_throat', 'joint_pain', 'sleeplessness', 'fatigue',
] as const // biome-ignore format: one list
export type ComplaintId = (typeof COMPLAINT_IDS)[number]

/** What must be known before advice on a complaint is worth anything, and the advice itself. */
export interface Complaint {
  readonly id: ComplaintId
  readonly name: FormText
  /** Findings of the red-flag wordings by which a message is known to be about it; the first complaint that fits is taken. */
  readonly findings: readonly string[]
  /** Findings that are about something else where another one says so: wind in the belly is none in the chest. */
  readonly unless?: Readonly<Record<string, string>>
  /** In the order to ask, one at a time. */
  readonly questions: readonly QuestionId[]
  /** The danger signs of this complaint, as one question that a yes answers. */
  readonly redFlagQuestion: FormText
  /** What a bare yes to that question amounts to, in English words that the red-flag rules understand: they set the level. */
  readonly dangerSaid: string
  /** What to do at home. */
  readonly selfCare: FormText
  /** When to see a doctor, and what must be seen at once. */
  readonly watchFor: FormText
  readonly source: string
}
