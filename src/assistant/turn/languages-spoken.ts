import type { ReceivedTurn } from './received-turn.ts'
import type { AgentEvent } from './stages.ts'
import { wordsIn } from './words.ts'

/**
 * Says first, once a conversation, which languages we speak: the message is in one that we do not, and what was understood
 * of it may be wrong.
 */
export async function* afterLanguagesSpoken(
  { form, history }: Pick<ReceivedTurn, 'form' | 'history'>,
  answered: AsyncIterable<AgentEvent>,
): AsyncGenerator<AgentEvent> {
  const words = wordsIn(form)('assistant:languages_spoken')
  const isSaid = history.some(
    (entry) => entry.kind === 'message' && entry.role === 'assistant' && entry.text.includes(words),
  )
  if (!isSaid) yield { type: 'text.delta', text: `${words}\n\n` }
  yield* answered
}
