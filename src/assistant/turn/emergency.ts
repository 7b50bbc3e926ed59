import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import type { TriageOutcome } from './turn-dependencies.ts'

/** The reviewed text for an emergency, whole and at once. */
export async function* answerEmergency({ emergency }: TriageOutcome): AsyncGenerator<ComposedEvent> {
  yield { type: 'text.delta', text: emergency?.text ?? '' }
  yield reviewedBasis('emergency')
}
