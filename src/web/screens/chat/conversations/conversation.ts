import { type Page, request } from '../../../api/client.ts'

/** A conversation, as lists show it. */
export interface Conversation {
  readonly id: string
  readonly session_title: string | null
  readonly is_bookmarked: boolean
  readonly total_messages: number
  readonly updated_at: string
  readonly started_at: string
}

export interface ConversationTag {
  readonly id: string
  readonly tag_name: string
}

const PATH = '/api/v1/chat/sessions'

export function listConversations(
  options: { readonly bookmarked: boolean; readonly cursor?: string | undefined },
  signal?: AbortSignal,
): Promise<Page<Conversation>> {
  return request('GET', PATH, {
    query: {
      sort: '-updated_at',
      limit: 30,
      cursor: options.cursor,
      is_bookmarked: options.bookmarked ? true : undefined,
    },
    ...(signal ? { signal } : {}),
  })
}

export const getConversation = (id: string, signal?: AbortSignal): Promise<Conversation> =>
  request('GET', `${PATH}/${encodeURIComponent(id)}`, signal ? { signal } : {})

export const changeConversation = (
  id: string,
  changes: Partial<Pick<Conversation, 'session_title' | 'is_bookmarked'>>,
): Promise<Conversation> => request('PATCH', `${PATH}/${encodeURIComponent(id)}`, { body: changes })

export const deleteConversation = (id: string): Promise<void> => request('DELETE', `${PATH}/${encodeURIComponent(id)}`)

export const listTags = (id: string, signal?: AbortSignal): Promise<Page<ConversationTag>> =>
  request('GET', `${PATH}/${encodeURIComponent(id)}/tags`, signal ? { signal } : {})

export const addTag = (id: string, name: string): Promise<ConversationTag> =>
  request('POST', `${PATH}/${encodeURIComponent(id)}/tags`, { body: { tag_name: name } })

export const removeTag = (id: string, tag: string): Promise<void> =>
  request('DELETE', `${PATH}/${encodeURIComponent(id)}/tags/${encodeURIComponent(tag)}`)

/** A message that fits a search. */
export interface MessageHit {
  readonly id: string
  readonly title: string
  readonly excerpt: string
  readonly highlights: readonly { readonly start_index: number; readonly end_index: number }[]
  readonly session_id: string | null
  readonly date: string
}

export const searchMessages = (text: string, signal?: AbortSignal): Promise<Page<MessageHit>> =>
  request('GET', '/api/v1/search', {
    query: { q: text, content_type: 'chat_message', limit: 20 },
    ...(signal ? { signal } : {}),
  })
