import type { Consultation } from '../consultation/index.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TriageOutcome, TurnDependencies } from './turn-dependencies.ts'
import type { TriageLevel, TurnEvent } from './turn-events.ts'

const RANK: Readonly<Record<TriageLevel, number>> = { self_care: 0, routine: 1, urgent: 2, emergency: 3 }

/**
 * How urgent the message is, by rules alone and before any model is asked.
 * @param consultation what was said about the complaint that the message goes on with.
 * @param before what was found earlier in this turn; it is only ever raised, and said again only where it was.
 */
export async function* assessUrgency(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  documentIds: readonly string[],
  before: TriageOutcome | undefined,
  consultation: Consultation | undefined,
): AsyncGenerator<TurnEvent, TriageOutcome> {
  const { caller, form } = turn
  // A danger sign that comes out on asking counts with the complaint that was told before.
  const text = consultation === undefined ? turn.text : consultation.said.join('.\n')
  const least = consultation?.least && { level: consultation.least, source: consultation.complaint.source }
  const outcome = await dependencies.triage({ caller, text, form, documentIds, least })
  if (before && RANK[outcome.level] <= RANK[before.level]) return before
  yield {
    type: 'triage.assessed',
    level: outcome.level,
    redFlags: outcome.redFlags.map(({ id, source }) => ({ id, source })),
    calls: outcome.emergency?.calls ?? [],
  }
  return outcome
}
