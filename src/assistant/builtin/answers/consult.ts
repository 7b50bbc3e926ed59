import type { ConsultationStep } from '../../turn/stages.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'
import { sentences } from '../format.ts'
import { allergyNames, medicineNames } from './record-lists.ts'

/** One question about a complaint, or what to do, what to watch for and when to be seen. */
export function consult(context: AnswerContext, step: ConsultationStep): WrittenAnswer {
  const { t, triage, evidence } = context
  const { question, name, begins, advice } = step
  const urgent = triage.level === 'urgent' || triage.level === 'emergency'
  if (question !== undefined) {
    const lead = begins
      ? t(urgent ? 'consultation.beginUrgent' : 'consultation.begin', { name })
      : t('consultation.next')
    return { paragraphs: [lead, question.text], suggestions: question.taps }
  }
  const allergies = allergyNames(evidence)
  const medicines = medicineNames(evidence)
  return answer(
    [
      t(urgent ? 'consultation.today' : triage.level === 'routine' ? 'consultation.soon' : 'consultation.home', {
        name,
      }),
      sentences(t('consultation.until'), advice.selfCare),
      advice.watchFor,
      sentences(
        medicines === '' ? undefined : t('consultation.medicines', { names: medicines }),
        allergies === '' ? undefined : t('symptom.allergies', { names: allergies }),
      ),
      t('consultation.source', { source: advice.source }),
    ],
    [t('suggest.worse'), t('suggest.contacts'), t('suggest.appointments')],
  )
}
