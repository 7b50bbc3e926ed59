import type { LanguageForm } from '../../clinical/language-forms.ts'
import { adviceOn, openQuestions } from '../triage/ask-back.ts'
import type { TriagePerson } from '../triage/index.ts'
import type { ConsultationStep, Fact, TriageAssessment } from '../turn/stages.ts'
import { tapsOf } from './answer-words.ts'
import type { Consultation } from './consultation.ts'

/**
 * What comes next: the first question that is still open, or the advice. What has to be seen today is not held up by
 * questions, except for the one about danger signs.
 * @param known.person as the record knows them, where the complaint is their own.
 * @param known.medicines whether the record says what is taken.
 */
export function nextStep(
  consultation: Consultation,
  known: {
    readonly form: LanguageForm
    readonly person: TriagePerson
    readonly medicines: boolean
    readonly triage: TriageAssessment
  },
): ConsultationStep {
  const { complaint, asked, said, begins } = consultation
  const { form, person, triage } = known
  const open = openQuestions({ complaint, messages: said, form, person, asked }).filter(
    ({ id }) => !(id === 'medicines' && known.medicines) && (triage.level !== 'urgent' || id === 'red_flags'),
  )
  const [question] = open
  return {
    complaint: complaint.id,
    name: complaint.name[form],
    asked: question === undefined ? asked : [...asked, question.id],
    question:
      question === undefined ? undefined : { id: question.id, text: question.text, taps: tapsOf(question.id, form) },
    begins,
    advice: adviceOn(complaint, form),
  }
}

/** The reviewed texts of a step as evidence, so that an answer may say them. */
export function factOfStep({ advice, question, name }: ConsultationStep): Fact {
  return {
    source: { kind: 'reference', title: advice.source },
    title: advice.source,
    text: [name, advice.selfCare, advice.watchFor, question?.text].filter((part) => part !== undefined).join('\n'),
    values: [],
  }
}
