import { metricStatus, type Reading, readingUrgency } from '../../../clinical/vitals/index.ts'
import { factsOf, mainValue } from '../../retrieval/fact-details.ts'
import type { SpokenReading } from '../../retrieval/spoken-reading.ts'
import type { Fact } from '../../turn/stages.ts'
import { type AnswerContext, answer, type Decision, type WrittenAnswer } from '../answer-context.ts'
import { formatValue, sentences } from '../format.ts'

const ADD_METRIC = 'metrics_add'
const ADD_INTAKE = 'medications_intake_add'

/** Proposes to keep a reading; the person confirms. */
export function logReading(context: AnswerContext, reading: SpokenReading, now: Date): Decision {
  const { t, canCall } = context
  const words = readingWords(context, reading)
  if (!reading.possible) return written(answer([t('log.impossible', words)]))
  if (!canCall(ADD_METRIC)) return written(answer([t('log.failed')]))
  return {
    kind: 'call',
    tool: ADD_METRIC,
    input: {
      metric_type: reading.type,
      value: reading.value,
      unit: reading.unit,
      systolic: reading.systolic ?? null,
      diastolic: reading.diastolic ?? null,
      measured_at: now.toISOString(),
      meal: reading.meal ?? null,
      notes: reading.meal === undefined ? null : t(`meal.${reading.meal}`),
    },
  }
}

/** "Is 150/95 high?" */
export function judgeReading(context: AnswerContext, reading: SpokenReading): WrittenAnswer {
  const { t } = context
  const words = readingWords(context, reading)
  if (!reading.possible) return answer([t('log.impossible', words)])
  return answer([sentences(t('log.readBack', words), readingJudgement(context, reading))], [t('suggest.log')])
}

export function readingWords({ t }: AnswerContext, reading: SpokenReading): { name: string; value: string } {
  return { name: t(`metric.${reading.type}`), value: formatValue(reading) }
}

/** How the reading stands, and whether a doctor has to know today. */
export function readingJudgement({ t }: AnswerContext, reading: SpokenReading): string {
  const value: Reading =
    reading.systolic !== undefined && reading.diastolic !== undefined
      ? { systolic: reading.systolic, diastolic: reading.diastolic }
      : { value: Number(reading.value) }
  const status = metricStatus(reading.type, value, reading.unit, { meal: reading.meal })?.status
  const urgency = readingUrgency(reading.type, value, reading.unit, { meal: reading.meal })
  const words =
    status === undefined
      ? t('value.unjudged')
      : status === 'elevated' || status === 'fair'
        ? t('value.elevated')
        : t(`value.${status === 'stable' ? 'normal' : status}_noRange`)
  return sentences(words, urgency === undefined ? undefined : t('doctor.today'))
}

/** "I took my metformin." */
export function recordIntake(context: AnswerContext): Decision {
  const { t, canCall } = context
  const fact = takenMedicine(context)
  if (fact?.source.kind !== 'record' || !canCall(ADD_INTAKE)) return written(answer([t('intake.unavailable')]))
  return {
    kind: 'call',
    tool: ADD_INTAKE,
    input: { medication_id: fact.source.rowId, status: 'taken' },
  }
}

/** The medicine of the record that the person says to have taken: the one named, or the only one there is. */
export function takenMedicine({ question, evidence }: AnswerContext): Fact | undefined {
  const wanted = new Set(question.medicines.map(({ id }) => id))
  const medications = factsOf(evidence.facts, 'medications')
  const named = medications.filter((fact) => {
    const text = `${mainValue(fact)?.name ?? ''} ${fact.text}`.toLowerCase()
    return [...wanted].some((id) => text.includes(id.replaceAll('_', ' ')))
  })
  const [fact] = named.length > 0 ? named : medications.length === 1 ? medications : []
  return fact
}

function written(text: WrittenAnswer): Decision {
  return { kind: 'answer', answer: text }
}
