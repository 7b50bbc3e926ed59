import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import type { Caller } from '../../operations/define-operation.ts'
import type { NamedChatModel } from '../../platform/models/index.ts'
import { promptText } from '../../platform/prompts.ts'
import type { ModelTerms, PastEntry } from '../turn/stages.ts'
import { escapeData } from './conversation.ts'
import { Pseudonyms } from './pseudonyms.ts'
import { wholeAnswer } from './whole-answer.ts'

const MILLISECONDS = 30_000
/** As long as a conversation's summary may be, in characters. */
const LONGEST = 1_500
/** Shorter conversations need no summary but the one that is kept line by line. */
const ENTRIES = 8

/**
 * Has a model sum up a conversation, for when its beginning no longer fits into a prompt. Undefined where it is short, no
 * model may be asked, or the model had nothing to say.
 * @throws whatever the model's client throws.
 */
export async function summarise(
  models: readonly NamedChatModel[],
  conversation: {
    readonly caller: Caller
    readonly entries: readonly PastEntry[]
    readonly modelTerms: ModelTerms | undefined
  },
): Promise<string | undefined> {
  const { entries, modelTerms } = conversation
  const messages = entries.filter((entry) => entry.kind === 'message')
  if (messages.length < ENTRIES || messages.length % ENTRIES !== 0) return undefined
  const chosen = models.find(({ external }) => !external || modelTerms?.allowed === true)
  if (chosen === undefined) return undefined
  const pseudonyms = chosen.external ? new Pseudonyms(modelTerms?.identities ?? []) : undefined
  const said = messages.map(({ role, text }) => `${role === 'user' ? 'Person' : 'Assistant'}: ${escapeData(text)}`)
  const text = said.join('\n\n')
  const answer = await wholeAnswer(
    chosen,
    [new SystemMessage(promptText('summarise')), new HumanMessage(pseudonyms?.hide(text) ?? text)],
    { signal: AbortSignal.timeout(MILLISECONDS) },
  )
  const summary = (pseudonyms?.restore(answer) ?? answer).trim()
  return summary === '' ? undefined : summary.slice(0, LONGEST)
}
