import { factsOf } from '../../retrieval/fact-details.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'
import { listAllergies, listAppointments, listConditions, listMedications } from './record-lists.ts'
import { reportInBrief } from './report.ts'
import { newestPerName } from './value.ts'
import { valueSentences } from './value-sentences.ts'

/** "How is my health?", "what is in my record?": the record on one screen, as far as there is any. */
export function tellOverview(context: AnswerContext): WrittenAnswer {
  const { t, evidence } = context
  const part = (table: string, write: () => WrittenAnswer): string | undefined =>
    factsOf(evidence.facts, table).length === 0 ? undefined : write().paragraphs[0]
  const readings = newestPerName(factsOf(evidence.facts, 'health_metrics'))
  const parts = [
    part('medical_conditions', () => listConditions(context, () => answer([]))),
    part('medications', () => listMedications(context)),
    part('allergies', () => listAllergies(context)),
    readings.length === 0
      ? undefined
      : [t('overview.readings'), ...readings.map((fact) => `• ${valueSentences(context, fact)}`)].join('\n'),
    reportInBrief(context),
    part('appointments', () => listAppointments(context)),
  ].filter((each) => each !== undefined)
  return parts.length === 0
    ? answer([t('overview.none')], [t('suggest.log')])
    : answer([t('overview.lead'), ...parts], [t('suggest.explainReport'), t('suggest.due')])
}
