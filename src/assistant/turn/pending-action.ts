import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import { type Decision, readDecision } from './decision-words.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TurnDependencies } from './turn-dependencies.ts'
import { wordsIn } from './words.ts'

/** A bare "yes" does not mean what was proposed longer ago than this. */
const RECENT = '30 minutes'
/** Proposals of one answer come within this. */
const TOGETHER = '5 seconds'
const MOST = 10

interface WaitingAction {
  readonly id: string
  readonly operation: string
  readonly input: unknown
  /** What names the row that would change. */
  readonly subject: Readonly<Record<string, unknown>> | null
  /** IANA name of the person's clock. */
  readonly time_zone: string
}

/**
 * Carries out or drops what waits for the person's word, where the message is that word and nothing else.
 * Returns whether it was; anything else is an ordinary message.
 */
export async function* decidePendingAction(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
): AsyncGenerator<ComposedEvent, boolean> {
  const decision = readDecision(turn.text)
  const waiting = decision === undefined ? [] : await latestWaiting(dependencies, turn)
  if (!decision || waiting.length === 0) return false
  for (const [at, action] of waiting.entries()) {
    const { status, text } = await carryOut(dependencies, turn, action, decision)
    yield {
      type: 'tool.called',
      callId: `decision_${action.id}`,
      name: action.operation,
      input: action.input,
      status,
      pendingActionId: action.id,
      summary: text,
    }
    yield { type: 'text.delta', text: at === 0 ? text : `\n\n${text}` }
  }
  yield reviewedBasis(decision === 'yes' ? 'confirm_action' : 'reject_action')
  return true
}

async function carryOut(
  { pendingActions }: TurnDependencies,
  turn: ReceivedTurn,
  { id, operation, input, subject, time_zone: timeZone }: WaitingAction,
  decision: Decision,
): Promise<{ status: 'completed' | 'failed'; text: string }> {
  const words = wordsIn(turn.form)
  const { action, done } = pendingActions.describe(operation, input, turn.form, {
    subject: subject ?? undefined,
    timeZone,
  })
  try {
    if (decision === 'yes') await pendingActions.confirm(turn.caller, id)
    else await pendingActions.reject(turn.caller, id)
    return { status: 'completed', text: decision === 'yes' ? done : words('assistant:pending.dropped', { action }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const reason = words(`errors:${error.definition.type}.detail`, error.values)
    return { status: 'failed', text: words('assistant:pending.failed', { action, reason }) }
  }
}

/** What the newest answer that proposed anything proposed: all of it was asked about in one question. */
function latestWaiting({ database }: TurnDependencies, turn: ReceivedTurn): Promise<WaitingAction[]> {
  return database.asUser(turn.caller.userId, (transaction) => {
    const { sql } = transaction
    const waiting = sql('pending_actions')
      .where({ session_id: turn.sessionId, status: 'pending' })
      .whereRaw('expires_at > current_timestamp')
      .whereRaw(`created_at > current_timestamp - interval '${RECENT}'`)
    return transaction.rows<WaitingAction>(
      waiting
        .clone()
        .select(
          'id',
          'operation',
          'input',
          sql.raw("reason -> 'subject' as subject"),
          sql.raw(`${PERSONS_TIME_ZONE} as time_zone`),
        )
        .where('created_at', '>', waiting.clone().select(sql.raw(`max(created_at) - interval '${TOGETHER}'`)))
        .orderBy('id')
        .limit(MOST),
    )
  })
}
