import type { ReceivedTurn } from './received-turn.ts'
import type { TriageAssessment } from './stages.ts'
import type { EmergencyAnswer, TurnDependencies } from './turn-dependencies.ts'
import type { TriageLevel, TurnEvent } from './turn-events.ts'

const RANK: Readonly<Record<TriageLevel, number>> = { self_care: 0, routine: 1, urgent: 2, emergency: 3 }

export interface Urgency extends TriageAssessment {
  /** The reviewed answer, where it is an emergency. */
  readonly emergency: EmergencyAnswer | undefined
}

/**
 * How urgent the message is, by rules alone and before any model is asked.
 * @param before what was found earlier in this turn; it is only ever raised, and said again only where it was.
 */
export async function* assessUrgency(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  documentIds: readonly string[],
  before?: Urgency,
): AsyncGenerator<TurnEvent, Urgency> {
  const { caller, text, form } = turn
  const assessment = await dependencies.triage({ caller, text, form, documentIds })
  if (before && RANK[assessment.level] <= RANK[before.level]) return before
  const emergency =
    assessment.level === 'emergency'
      ? await dependencies.emergencyAnswer({ caller, form, redFlags: assessment.redFlags })
      : undefined
  yield {
    type: 'triage.assessed',
    level: assessment.level,
    redFlags: assessment.redFlags.map(({ id, source }) => ({ id, source })),
    calls: emergency?.calls ?? [],
  }
  return { ...assessment, emergency }
}
