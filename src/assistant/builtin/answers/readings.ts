import { metricStatus, type Reading, readingUrgency } from '../../../clinical/vitals/index.ts'
import { meantDoses } from '../../../domains/medications/index.ts'
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
export function recordIntake(context: AnswerContext, now: Date): Decision {
  const { t, canCall } = context
  if (!canCall(ADD_INTAKE)) return written(answer([t('intake.unavailable')]))
  const status = intakeStatus(context)
  const inputs = takenDoses(context, now).map((dose) => ({ ...dose, status }))
  const [input, ...more] = inputs
  if (input !== undefined) return { kind: 'call', tool: ADD_INTAKE, input, more }
  const names = factsOf(context.evidence.facts, 'medications').flatMap((fact) => mainValue(fact)?.name ?? [])
  if (names.length === 0) return written(answer([t('intake.noMedicine')], [t('suggest.medications')]))
  const tap = status === 'taken' ? 'intake.tap_taken' : 'intake.tap_skipped'
  const taps = names.slice(0, 3).map((name) => t(tap, { name }))
  return written({ ...answer([t('intake.which', { names: names.join(', ') })]), suggestions: taps })
}

/** "Shall I note that you have taken …?", for the doses that the calls were about. */
export function intakeSentence(context: AnswerContext, given: unknown, asked: boolean): string {
  const inputs = (Array.isArray(given) ? given : [given]) as {
    medication_id?: string
    status?: string
    scheduled_time?: string | null
  }[]
  const { facts, openDoses = [] } = context.evidence
  const names = factsOf(facts, 'medications').flatMap((fact) => {
    const { source } = fact
    const input = inputs.find((each) => source.kind === 'record' && each.medication_id === source.rowId)
    if (input === undefined) return []
    const name = mainValue(fact)?.name ?? ''
    const time = openDoses.find(
      (dose) =>
        dose.medication_id === input.medication_id &&
        dose.scheduled_time.getTime() === Date.parse(input.scheduled_time ?? ''),
    )?.local_time
    return [time === undefined ? name : `${name} (${time})`]
  })
  const skipped = inputs[0]?.status === 'taken' ? '' : 'Skipped'
  return context.t(`intake.${asked ? 'ask' : 'saved'}${skipped}`, { name: names.join(', ') })
}

function intakeStatus({ question }: AnswerContext): 'taken' | 'skipped' | 'missed' {
  const says = (named: string) => question.concepts.some(({ id }) => id === named)
  return says('act.skip') ? 'skipped' : says('act.forgot') ? 'missed' : 'taken'
}

const ALL =
  /(?<![\p{L}\p{M}])(?:all|every|both|sab|saari|sari|dono|ella|ellam|ellaam|ellaa|rendum)(?![\p{L}\p{M}])|सब|सारी|सभी|दोनों|எல்லா|அனைத்து|ரெண்டும்/iu

interface TakenDose {
  readonly medication_id: string
  /** Absent where no dose is due: then the record finds what is nearest. RFC 3339. */
  readonly scheduled_time?: string
}

/**
 * The doses that the person says to have taken: those of the medicines named; else what is due now, several medicines of one
 * time together; else all medicines, where that is said, or the only one there is.
 */
function takenDoses({ question, evidence, text }: AnswerContext, now: Date): readonly TakenDose[] {
  const medications = factsOf(evidence.facts, 'medications')
  const open = evidence.openDoses ?? []
  const doseOf = (medication_id: string): TakenDose => {
    const ofIt = open.filter((dose) => dose.medication_id === medication_id)
    const scheduled = meantDoses(ofIt, now)[0]?.scheduled_time
    return { medication_id, ...(scheduled && { scheduled_time: scheduled.toISOString() }) }
  }
  const dosesOf = (facts: readonly Fact[]) =>
    facts.flatMap(({ source }) => (source.kind === 'record' ? [doseOf(source.rowId)] : []))
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
  if (named.length > 0) return dosesOf(named)
  // Somebody else's medicine, or one that the record does not have: which of these was it?
  if (question.medicines.length > 0 && medications.length > 1) return []
  const due = meantDoses(open, now)
  if (due.length > 0) {
    return due.map(({ medication_id, scheduled_time }) => ({
      medication_id,
      scheduled_time: scheduled_time.toISOString(),
    }))
  }
  return medications.length <= 1 || ALL.test(text) ? dosesOf(medications) : []
}

function written(text: WrittenAnswer): Decision {
  return { kind: 'answer', answer: text }
}
