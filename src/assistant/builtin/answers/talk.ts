import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'
import { sentences } from '../format.ts'
import { allergyNames } from './record-lists.ts'

const QUOTED_CHARACTERS = 300
/** A passage that was found in only one of the two searches, far down, is no answer. */
const PASSAGES_QUOTED = 2

export function greet({ t }: AnswerContext): WrittenAnswer {
  return answer([t('greeting')], [t('suggest.explainReport'), t('suggest.medications'), t('suggest.due')])
}

export function tellCapabilities({ t }: AnswerContext): WrittenAnswer {
  return answer([t('capabilities')], [t('suggest.explainReport'), t('suggest.medications'), t('suggest.log')])
}

/** What can honestly be said about a complaint without examining anybody. */
export function aboutSymptom({ t, triage, evidence, question }: AnswerContext): WrittenAnswer {
  if (question.symptoms.length > 0 && question.symptoms.every(({ id }) => id === 'stress')) {
    return answer([t('symptom.mind')], [t('suggest.contacts')])
  }
  const names = allergyNames(evidence)
  return answer(
    [
      triage.level === 'urgent' || triage.level === 'emergency' ? t('symptom.urgent') : undefined,
      sentences(t('symptom.lead'), t('symptom.see')),
      names === '' ? undefined : t('symptom.allergies', { names }),
    ],
    [t('suggest.medications'), t('suggest.allergies')],
  )
}

/** Why a free question is not answered: no model is there, or the person has not allowed the one that is. */
function needsModel({ t, modelsWithheld }: AnswerContext): string {
  return t(modelsWithheld ? 'other.needsConsent' : 'other.needsModel')
}

/** A question that the lexicon does not cover: what was found in the record, or plainly that it needs a model. */
export function admitLimits(context: AnswerContext): WrittenAnswer {
  const { t, evidence, question, triage } = context
  const subject = question.concepts.some(({ kind }) => !['ask', 'act', 'flag', 'time', 'person'].includes(kind))
  const passages = subject ? evidence.passages.slice(0, PASSAGES_QUOTED) : []
  const quotes = passages.map(({ text, title }) => {
    const short = text.length > QUOTED_CHARACTERS ? `${text.slice(0, QUOTED_CHARACTERS)}…` : text
    return t('quote', { text: short.replaceAll('\n', ' '), title })
  })
  return answer(
    [
      triage.level === 'urgent' || triage.level === 'emergency' ? t('symptom.urgent') : undefined,
      ...(quotes.length > 0
        ? [t('other.found'), ...quotes, needsModel(context)]
        : [sentences(t('other.lead'), needsModel(context))]),
    ],
    [t('suggest.explainReport'), t('suggest.medications'), t('suggest.appointments')],
  )
}
