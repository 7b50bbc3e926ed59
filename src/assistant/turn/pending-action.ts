import { Problem } from '../../platform/errors/problem.ts'
import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import { type Decision, readDecision } from './decision-words.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TurnDependencies } from './turn-dependencies.ts'
import { wordsIn } from './words.ts'

/** A bare "yes" does not mean what was proposed longer ago than this. */
const RECENT = '30 minutes'

interface WaitingAction {
  readonly id: string
  readonly operation: string
  readonly input: unknown
}

/**
 * Carries out or drops the change that waits for the person's word, where the message is that word and nothing else.
 * Returns whether it was; anything else is an ordinary message.
 */
export async function* decidePendingAction(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
): AsyncGenerator<ComposedEvent, boolean> {
  const decision = readDecision(turn.text)
  const waiting = decision && (await latestWaiting(dependencies, turn))
  if (!decision || !waiting) return false
  const { status, text } = await carryOut(dependencies, turn, waiting, decision)
  yield {
    type: 'tool.called',
    callId: `decision_${waiting.id}`,
    name: waiting.operation,
    input: waiting.input,
    status,
    pendingActionId: waiting.id,
    summary: text,
  }
  yield { type: 'text.delta', text }
  yield reviewedBasis(decision === 'yes' ? 'confirm_action' : 'reject_action')
  return true
}

async function carryOut(
  { pendingActions }: TurnDependencies,
  turn: ReceivedTurn,
  { id, operation, input }: WaitingAction,
  decision: Decision,
): Promise<{ status: 'completed' | 'failed'; text: string }> {
  const words = wordsIn(turn.form)
  const action = pendingActions.describe(operation, input, turn.form)
  try {
    if (decision === 'yes') await pendingActions.confirm(turn.caller, id)
    else await pendingActions.reject(turn.caller, id)
    const key = decision === 'yes' ? 'assistant:pending.done' : 'assistant:pending.dropped'
    return { status: 'completed', text: words(key, { action }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const reason = words(`errors:${error.definition.type}.detail`, error.values)
    return { status: 'failed', text: words('assistant:pending.failed', { action, reason }) }
  }
}

function latestWaiting({ database }: TurnDependencies, turn: ReceivedTurn): Promise<WaitingAction | undefined> {
  return database.asUser(turn.caller.userId, (transaction) =>
    transaction.row<WaitingAction>(
      transaction
        .sql('pending_actions')
        .select('id', 'operation', 'input')
        .where({ session_id: turn.sessionId, status: 'pending' })
        .whereRaw('expires_at > current_timestamp')
        .whereRaw(`created_at > current_timestamp - interval '${RECENT}'`)
        .orderBy('id', 'desc')
        .limit(1),
    ),
  )
}
