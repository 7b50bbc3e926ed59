import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import type { Urgency } from './triage.ts'

/** The reviewed text for an emergency, whole and at once. */
export async function* answerEmergency(urgency: Urgency): AsyncGenerator<ComposedEvent> {
  yield { type: 'text.delta', text: urgency.emergency?.text ?? '' }
  yield reviewedBasis('emergency')
}
