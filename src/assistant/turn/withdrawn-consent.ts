import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import type { ReceivedTurn } from './received-turn.ts'
import { wordsIn } from './words.ts'

/** Says why nothing is answered, to a person who has taken back their consent to it, and how to give it again. */
export async function* explainWithdrawnConsent(turn: ReceivedTurn): AsyncGenerator<ComposedEvent> {
  yield { type: 'text.delta', text: wordsIn(turn.form)('assistant:processing_not_allowed') }
  yield reviewedBasis('processing_not_allowed')
}
