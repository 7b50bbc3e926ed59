import { metricStatus, type Reading, readingUrgency } from '../../../clinical/vitals/index.ts'
import { factsOf, mainValue } from '../../retrieval/fact-details.ts'
import type { SpokenReading } from '../../retrieval/spoken-reading.ts'
import type { Fact } from '../../turn/stages.ts'
import { type AnswerContext, answer, type Decision, type WrittenAnswer } from '../answer-context.ts'
import { formatValue, sentences } from '../format.ts'
import { STATUS_WORDS, UNRANGED } from './value-sentences.ts'

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
      ? // Nobody needs to be told that there is no normal weight.
        UNRANGED.has(reading.type)
        ? ''
        : t('value.unjudged')
      : t(STATUS_WORDS[status] ?? `value.${status}_noRange`)
  return sentences(words, urgency === undefined ? undefined : t('doctor.today'))
}

/** "I took my metformin", "took all my tablets", "skipped the evening dose". */
export function recordIntake(context: AnswerContext): Decision {
  const { t, canCall } = context
  const facts = takenMedicines(context)
  if (!canCall(ADD_INTAKE)) return written(answer([t('intake.unavailable')]))
  const inputs = facts.flatMap((fact) =>
    fact.source.kind === 'record' ? [{ medication_id: fact.source.rowId, status: intakeStatus(context) }] : [],
  )
  const [input, ...more] = inputs
  if (input !== undefined) return { kind: 'call', tool: ADD_INTAKE, input, more }
  const names = factsOf(context.evidence.facts, 'medications').flatMap((fact) => mainValue(fact)?.name ?? [])
  if (names.length === 0) return written(answer([t('intake.noMedicine')], [t('suggest.medications')]))
  const taps = names.slice(0, 3).map((name) => t(`intake.tap_${intakeStatus(context)}`, { name }))
  return written({ ...answer([t('intake.which', { names: names.join(', ') })]), suggestions: taps })
}

/** "Shall I note that you have taken …?", for the medicines that the calls were about. */
export function intakeSentence(context: AnswerContext, given: unknown, asked: boolean): string {
  const inputs = (Array.isArray(given) ? given : [given]) as { medication_id?: string; status?: string }[]
  const names = factsOf(context.evidence.facts, 'medications').flatMap((fact) => {
    const { source } = fact
    const meant = source.kind === 'record' && inputs.some((input) => input.medication_id === source.rowId)
    return meant ? [mainValue(fact)?.name ?? ''] : []
  })
  const skipped = inputs[0]?.status === 'skipped' ? 'Skipped' : ''
  return context.t(`intake.${asked ? 'ask' : 'saved'}${skipped}`, { name: names.join(', ') })
}

function intakeStatus({ question }: AnswerContext): 'taken' | 'skipped' {
  return question.concepts.some(({ id }) => id === 'act.skip') ? 'skipped' : 'taken'
}

const ALL =
  /(?<![\p{L}\p{M}])(?:all|every|both|sab|saari|sari|dono|ella|ellam|ellaam|ellaa|rendum)(?![\p{L}\p{M}])|सब|सारी|सभी|दोनों|எல்லா|அனைத்து|ரெண்டும்/iu

/** The medicines of the record that the person says to have taken: those named, all of them, or the only one there is. */
function takenMedicines({ question, evidence, text }: AnswerContext): readonly Fact[] {
  const medications = factsOf(evidence.facts, 'medications')
  const lower = text.toLowerCase()
  const named = medications.filter((fact) => {
    const name = (mainValue(fact)?.name ?? '').toLowerCase()
    const [first = ''] = name.split(/\s+/)
    const line = `${name} ${fact.text}`.toLowerCase()
    return (
      question.medicines.some(({ id }) => line.includes(id.replaceAll('_', ' '))) ||
      (first.length > 3 && lower.includes(first))
    )
  })
  if (named.length > 0) return named
  if (medications.length <= 1) return medications
  return ALL.test(text) ? medications : []
}

function written(text: WrittenAnswer): Decision {
  return { kind: 'answer', answer: text }
}
