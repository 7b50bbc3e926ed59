import { randomUUID } from 'node:crypto'
import type { Caller } from '../../../operations/define-operation.ts'
import { TOKEN_SCOPES } from '../../../operations/define-operation.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { loadHistory } from '../../turn/conversation-history.ts'
import type { ReceivedTurn } from '../../turn/received-turn.ts'
import type { TurnDependencies } from '../../turn/turn-dependencies.ts'
import type { Answer, Citation, TurnEvent } from '../../turn/turn-events.ts'
import { receivedTurn } from './begin-run.ts'
import type { RunRecord } from './run-record.ts'

/** A run of a process that died, as it is found. */
export interface FoundRun {
  readonly turn: ReceivedTurn
  /** The answer, where it was kept before the process died and only its end was never told. */
  readonly keptAnswer: Answer | undefined
}

/** Reads everything that a run needs to be answered again. */
export function takeUpRun({ database }: TurnDependencies, run: RunRecord): Promise<FoundRun> {
  return database.asUser(run.user_id, async (transaction) => {
    const { sql } = transaction
    const [message, documents, history, keptAnswer] = await Promise.all([
      transaction.row<{ content: string }>(sql('chat_messages').select('content').where('id', run.message_id)),
      transaction.rows<{ id: string; name: string }>(
        sql('chat_attachments')
          .select('document_id as id', 'file_name as name')
          .where('message_id', run.message_id)
          .whereNotNull('document_id')
          .orderBy('id'),
      ),
      loadHistory(transaction, run.session_id, { before: run.created_at }),
      findKeptAnswer(transaction, run),
    ])
    const turn = receivedTurn(callerOf(run), run, {
      text: message?.content ?? '',
      documents,
      history: [...history.entries, ...run.request.supplied.map(withDates)],
    })
    return { turn, keptAnswer }
  })
}

/** Tells an answer that is kept already. */
export async function* tellKeptAnswer(answer: Answer): AsyncGenerator<TurnEvent> {
  yield { type: 'text.delta', text: answer.text }
  for (const citation of answer.sources) yield { type: 'citation.added', citation }
  yield { type: 'turn.completed', answer }
}

function callerOf(run: RunRecord): Caller {
  const { language, scopes } = run.request.caller
  return {
    userId: run.user_id,
    surface: 'assistant',
    scopes: new Set(TOKEN_SCOPES.filter((scope) => scopes.includes(scope))),
    language,
    requestId: randomUUID(),
  }
}

interface KeptRow {
  readonly content: string
  readonly ai_confidence: number | null
  readonly processing_time_ms: number | null
  readonly sources: Citation[]
  readonly suggestions: string[]
  readonly intent_detected: string
  readonly entities_extracted: Record<string, unknown>
  readonly confidence_basis: Record<string, number>
  readonly usage: Answer['usage']
  readonly model: string
}

async function findKeptAnswer(transaction: Transaction, run: RunRecord): Promise<Answer | undefined> {
  const row = await transaction.row<KeptRow>(
    transaction
      .sql('chat_messages')
      .join('ai_responses', 'ai_responses.message_id', 'chat_messages.id')
      .where('chat_messages.id', run.answer_message_id)
      .select(
        'content',
        'ai_confidence',
        'processing_time_ms',
        'sources',
        'suggestions',
        'intent_detected',
        'entities_extracted',
        'confidence_basis',
        'usage',
        'model',
      ),
  )
  return (
    row && {
      messageId: run.answer_message_id,
      text: row.content,
      form: run.request.form,
      intent: row.intent_detected,
      entities: row.entities_extracted,
      sources: row.sources,
      suggestions: row.suggestions,
      confidence: row.ai_confidence ?? 0,
      confidenceParts: row.confidence_basis,
      model: row.model,
      usage: row.usage,
      milliseconds: row.processing_time_ms ?? 0,
    }
  )
}

/** JSON has no dates. */
function withDates(entry: RunRecord['request']['supplied'][number]) {
  return entry.kind === 'message' ? { ...entry, at: new Date(entry.at) } : entry
}
