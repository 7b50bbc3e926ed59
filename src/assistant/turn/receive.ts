import { v7 as uuidv7 } from 'uuid'
import { type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { sessionTitle } from './session-title.ts'
import type { AttachedDocument } from './turn-dependencies.ts'

export interface NewMessage {
  readonly sessionId: string
  /** Whether the message begins the conversation. */
  readonly newSession: boolean
  readonly text: string
  readonly form: LanguageForm
  readonly documents: readonly AttachedDocument[]
  readonly hasAttachment: boolean
  readonly clientMessageId: string | undefined
  readonly at: Date
}

/**
 * Stores what the person sent: the conversation where it is new, the message, its attachments, and that they were active.
 * Part of the transaction that also begins the run, so a message is never stored without the run that answers it.
 * @returns the id of the message.
 */
export async function receive(transaction: Transaction, userId: string, message: NewMessage): Promise<string> {
  const { sql } = transaction
  const id = uuidv7()
  const language = languageOf(message.form)
  if (message.newSession) await openSession(transaction, userId, message)
  transaction.queue(
    sql('chat_messages').insert({
      id,
      user_id: userId,
      session_id: message.sessionId,
      message_type: 'user',
      content: message.text,
      language,
      language_form: message.form,
      has_attachment: message.hasAttachment,
      client_message_id: message.clientMessageId ?? null,
      created_at: message.at,
    }),
  )
  transaction.queue(
    sql('user_activity').insert({
      id: uuidv7(),
      user_id: userId,
      activity_type: 'chat',
      metadata: JSON.stringify({ session_id: message.sessionId, message_id: id }),
      created_at: message.at,
    }),
  )
  if (message.documents.length > 0) {
    transaction.queue(
      sql('chat_attachments').insert(
        message.documents.map((document) => ({
          id: uuidv7(),
          user_id: userId,
          message_id: id,
          document_id: document.id,
          file_name: document.name,
          file_path: document.path,
          file_size: document.bytes,
          file_type: document.mediaType,
        })),
      ),
    )
  }
  transaction.queue(
    sql('chat_sessions')
      .where('id', message.sessionId)
      .update({
        total_messages: sql.raw('total_messages + 1'),
        session_title: sql.raw('coalesce(session_title, ?)', [sessionTitle(message.text)]),
        status: 'active',
        ended_at: null,
      }),
  )
  return id
}

/** Begins a conversation. */
export async function openSession(
  transaction: Transaction,
  userId: string,
  { sessionId, form }: Pick<NewMessage, 'sessionId' | 'form'>,
): Promise<void> {
  transaction.queue(
    transaction.sql('chat_sessions').insert({ id: sessionId, user_id: userId, language: languageOf(form) }),
  )
}
