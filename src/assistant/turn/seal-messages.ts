import type { Transaction } from '../../platform/database/index.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { Answer } from './turn-events.ts'

/** Whether a turn came with a sensitive document, or its answer cites one: then what was said is as sensitive. */
export async function concernsSensitive(
  transaction: Transaction,
  turn: Pick<ReceivedTurn, 'documents'>,
  answer: Pick<Answer, 'sources'>,
): Promise<boolean> {
  const cited = answer.sources.flatMap(({ source }) => (source.kind === 'document' ? [source.documentId] : []))
  const ids = [...new Set([...cited, ...turn.documents.map(({ id }) => id)])]
  if (ids.length === 0) return false
  const { sql } = transaction
  const row = await transaction.row<{ id: string }>(
    sql('medical_documents').whereIn('id', ids).where({ is_sensitive: true }).limit(1).select('id'),
  )
  return row !== undefined
}

/** The form in which a message of a sensitive turn is stored. Who reads the conversation gets it opened. */
export function sealedMessage(
  transaction: Transaction,
  message: { readonly userId: string; readonly id: string; readonly text: string },
): Promise<string> {
  const { userId, id, text } = message
  return transaction.texts.seal(transaction, { userId, column: 'chat_messages.content', row: id }, text)
}
