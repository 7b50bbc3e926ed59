import { factsOf } from '../../retrieval/fact-details.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'

const TOLD = 3
const QUESTION_CHARACTERS = 140

/** "What did we say about my sugar last month?" */
export function recall({ t, evidence }: AnswerContext): WrittenAnswer {
  const talks = factsOf(evidence.facts, 'chat_messages')
  const suggestions = [t('suggest.explainReport'), t('suggest.medications')]
  if (talks.length === 0) return answer([t('recall.none')], suggestions)
  const paragraphs = talks.slice(-TOLD).map((fact) => {
    const [date = '', question = '', ...rest] = fact.text.split('\n')
    const asked = question.length > QUESTION_CHARACTERS ? `${question.slice(0, QUESTION_CHARACTERS)}…` : question
    return `${t('recall.asked', { date, question: asked })}\n${rest.join('\n').trim()}`
  })
  return answer([t('recall.lead'), ...paragraphs], suggestions)
}
