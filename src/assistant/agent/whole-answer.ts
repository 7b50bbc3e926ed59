import type { BaseMessage } from '@langchain/core/messages'
import type { NamedChatModel } from '../../platform/models/index.ts'

/**
 * A model's answer as one text. Not by `invoke`: that counts the tokens of a streamed prompt with tables which it fetches
 * from the internet, and waits for them without end where there is none.
 * @throws whatever the model's client throws, also when the signal aborts
 */
export async function wholeAnswer(
  { model }: NamedChatModel,
  messages: readonly BaseMessage[],
  options: { readonly signal: AbortSignal },
): Promise<string> {
  let text = ''
  for await (const chunk of await model.stream([...messages], options)) text += chunk.text
  return text
}
