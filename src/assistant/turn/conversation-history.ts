import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import type { ConsultationState, PastEntry, RequestState } from './stages.ts'

/** Messages of a conversation that a turn looks back on. */
const MESSAGES = 40

export interface History {
  /** Oldest first. */
  readonly entries: readonly PastEntry[]
  /** Forms that the person wrote in, oldest first. */
  readonly forms: readonly LanguageForm[]
}

interface MessageRow {
  readonly message_type: 'user' | 'ai'
  readonly content: string
  readonly language_form: LanguageForm | null
  readonly created_at: Date
  /** What the answer keeps for the next message. */
  readonly carried: { readonly consultation?: ConsultationState; readonly request?: RequestState } | null
  readonly documents: readonly string[] | null
}

interface ExchangeRow {
  readonly request: { readonly toolResults?: readonly { callId: string; output: string }[] }
  readonly calls: readonly { callId: string; name: string; arguments: string }[] | null
  readonly created_at: Date
  readonly ended_at: Date | null
}

/**
 * What was said in a conversation, with the calls of the client's functions in their places.
 * @param transaction of the person whose conversation it is.
 * @param options.before leaves out what came at this moment and later.
 */
export async function loadHistory(
  transaction: Transaction,
  sessionId: string,
  options: { readonly before?: Date } = {},
): Promise<History> {
  const { sql } = transaction
  const { before } = options
  const [messages, exchanges] = await Promise.all([
    transaction.rows<MessageRow>(
      sql('chat_messages')
        .select('message_type', 'content', 'language_form', 'created_at')
        .select(
          sql.raw(`(select jsonb_strip_nulls(jsonb_build_object(
              'consultation', entities_extracted -> 'consultation', 'request', entities_extracted -> 'request'))
            from ai_responses where message_id = chat_messages.id) as carried`),
          sql.raw(`(select jsonb_path_query_array(sources, '$[*].source.documentId')
            from ai_responses where message_id = chat_messages.id) as documents`),
        )
        .where('session_id', sessionId)
        .modify((query) => before && query.where('created_at', '<', before))
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(MESSAGES),
    ),
    transaction.rows<ExchangeRow>(
      sql('response_runs')
        .select('request', 'created_at', 'ended_at', sql.raw("response -> 'calls' as calls"))
        .where('session_id', sessionId)
        .whereNotNull('ended_at')
        .modify((query) => before && query.where('created_at', '<', before))
        .whereRaw("(jsonb_array_length(request -> 'toolResults') > 0 or json_array_length(response -> 'calls') > 0)")
        .orderBy('created_at', 'desc')
        .limit(MESSAGES),
    ),
  ])
  const timed = [...messages.map(messageEntry), ...exchanges.flatMap(exchangeEntries)]
  timed.sort((one, other) => one.at - other.at)
  return {
    entries: timed.map(({ entry }) => entry),
    forms: messages
      .toReversed()
      .flatMap((row) => (row.message_type === 'user' && row.language_form ? [row.language_form] : [])),
  }
}

interface TimedEntry {
  readonly at: number
  readonly entry: PastEntry
}

function messageEntry(row: MessageRow): TimedEntry {
  const role = row.message_type === 'ai' ? 'assistant' : 'user'
  const { content: text, created_at: at, carried } = row
  const { consultation, request } = carried ?? {}
  const documents = [...new Set(row.documents ?? [])]
  return {
    at: at.getTime(),
    entry: {
      kind: 'message',
      role,
      text,
      at,
      ...(consultation && { consultation }),
      ...(request && { request }),
      ...(documents.length > 0 && { documents }),
    },
  }
}

function exchangeEntries(row: ExchangeRow): TimedEntry[] {
  const results = (row.request.toolResults ?? []).map(({ callId, output }) => ({
    at: row.created_at.getTime(),
    entry: { kind: 'client_tool_result' as const, callId, output },
  }))
  const calls = (row.calls ?? []).map((call) => ({
    at: (row.ended_at ?? row.created_at).getTime(),
    entry: { kind: 'client_tool_call' as const, callId: call.callId, name: call.name, arguments: call.arguments },
  }))
  return [...results, ...calls]
}
