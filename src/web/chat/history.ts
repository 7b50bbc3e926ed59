import { type Page, request } from '../api/client.ts'
import { type Answer, type Citation, NO_ANSWER, type Receipt, type Triage } from './answer.ts'
import type { SentFile } from './outbox.ts'

/** One message of a conversation, as the page shows it. */
export type Entry =
  | {
      readonly kind: 'question'
      readonly id: string
      readonly clientMessageId: string | undefined
      readonly text: string
      readonly files: readonly SentFile[]
      readonly at: string
    }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: Answer; readonly at: string }

interface StoredCitation {
  readonly title: string
  readonly start: number
  readonly end: number
  readonly source:
    | { readonly kind: 'record'; readonly table: string; readonly rowId: string }
    | {
        readonly kind: 'document'
        readonly documentId: string
        readonly page: number
        readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
      }
    | { readonly kind: 'reference'; readonly title: string; readonly url?: string }
}

interface StoredMessage {
  readonly id: string
  readonly message_type: 'user' | 'ai'
  readonly content: string
  readonly language_form: string | null
  readonly ai_confidence: number | null
  readonly client_message_id: string | null
  readonly created_at: string
  readonly attachments: readonly {
    readonly id: string
    readonly document_id: string | null
    readonly file_name: string
  }[]
  readonly ai_response: {
    readonly sources: readonly StoredCitation[]
    readonly suggestions: readonly string[]
    readonly triage: { readonly level: Triage['level'] } | null
    readonly tool_calls: readonly {
      readonly name: string
      readonly status: Receipt['status']
      readonly summary: string
      readonly pendingActionId?: string
    }[]
    readonly model: string | null
  } | null
}

/** A page of a conversation, oldest first, and how to go further back. */
export interface HistoryPage {
  readonly entries: readonly Entry[]
  readonly cursor: string | undefined
}

const PAGE = 40

/** Reads the newest messages of a conversation, or those before `cursor`. */
export async function loadHistory(
  conversationId: string,
  options: { readonly cursor?: string | undefined; readonly signal?: AbortSignal } = {},
): Promise<HistoryPage> {
  const { data, next_cursor } = await request<Page<StoredMessage>>(
    'GET',
    `/api/v1/chat/sessions/${encodeURIComponent(conversationId)}/messages`,
    {
      query: { sort: '-created_at', limit: PAGE, cursor: options.cursor },
      ...(options.signal ? { signal: options.signal } : {}),
    },
  )
  return { entries: data.map(entryOf).reverse(), cursor: next_cursor ?? undefined }
}

/** A stored message as an entry. */
export function entryOf(message: StoredMessage): Entry {
  const { id, created_at: at } = message
  if (message.message_type === 'user') {
    return {
      kind: 'question',
      id,
      clientMessageId: message.client_message_id ?? undefined,
      text: message.content,
      files: message.attachments.flatMap(({ document_id: documentId, file_name: name }) =>
        documentId === null ? [] : [{ documentId, name }],
      ),
      at,
    }
  }
  const { ai_response: response } = message
  return {
    kind: 'answer',
    id,
    at,
    answer: {
      ...NO_ANSWER,
      status: 'completed',
      messageId: id,
      text: message.content,
      citations: (response?.sources ?? []).map(citationOf),
      triage: response?.triage ? { level: response.triage.level, calls: [] } : undefined,
      receipts: (response?.tool_calls ?? []).map(({ name, status, summary, pendingActionId }) => ({
        name,
        status,
        summary,
        pending_action_id: pendingActionId ?? null,
      })),
      suggestions: response?.suggestions ?? [],
      model: response?.model ?? undefined,
      confidence: message.ai_confidence ?? undefined,
      language: message.language_form ?? undefined,
    },
  }
}

function citationOf({ title, start, end, source }: StoredCitation): Citation {
  const place = { title, start_index: start, end_index: end }
  switch (source.kind) {
    case 'record':
      return { ...place, source: { kind: 'record', table: source.table, id: source.rowId } }
    case 'document':
      return {
        ...place,
        source: { kind: 'document', document_id: source.documentId, page: source.page, box: source.box ?? null },
      }
    case 'reference':
      return { ...place, source: { kind: 'reference', title: source.title, url: source.url ?? null } }
  }
}

/** What is stored of a conversation and what is going on in it, each message once: what goes on is newer. */
export function mergeEntries(
  stored: readonly Entry[],
  live: readonly { readonly messageId: string; readonly answer: Answer }[],
): readonly Entry[] {
  const questions = new Set(live.map(({ messageId }) => messageId))
  const answers = new Set(live.map(({ answer }) => answer.messageId))
  return stored.filter((entry) =>
    entry.kind === 'question'
      ? entry.clientMessageId === undefined || !questions.has(entry.clientMessageId)
      : !answers.has(entry.id),
  )
}
