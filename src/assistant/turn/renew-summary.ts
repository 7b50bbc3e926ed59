import type { ReceivedTurn } from './received-turn.ts'
import type { PastEntry } from './stages.ts'
import type { TurnDependencies } from './turn-dependencies.ts'

/** Has a model sum up the conversation after an answer, where it has got long, and keeps that. */
export async function renewSummary(
  { database, summarise, modelTerms }: TurnDependencies,
  { caller, sessionId, text, history }: ReceivedTurn,
  answer: string,
): Promise<void> {
  if (summarise === undefined || text === '' || answer === '') return
  const at = new Date()
  const entries: PastEntry[] = [
    ...history,
    { kind: 'message', role: 'user', text, at },
    { kind: 'message', role: 'assistant', text: answer, at },
  ]
  const summary = await summarise({ caller, entries, modelTerms: await modelTerms?.(caller) })
  if (summary === undefined) return
  await database.asUser(caller.userId, (transaction) =>
    transaction.affected(transaction.sql('chat_sessions').where('id', sessionId).update({ session_summary: summary })),
  )
}
