import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { choice, decimal, flag, identifier, text, wholeNumber } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'
import { ofSession } from './of-session.ts'

const { message_type, language, language_form } = enumerations.chat_messages

const messages = recordDomain({
  name: 'chat.sessions.messages',
  noun: 'message',
  table: 'chat_messages',
  path: '/chat/sessions/{session_id}/messages',
  parent: ofSession('chat_messages_session_fkey'),
  fields: {},
  derived: {
    message_type: choice(message_type, 'Who said it: the person (`user`) or the assistant (`ai`).'),
    content: z.string().meta({ description: 'What was said.', examples: ['What does my HbA1c mean?'] }),
    language: choice(language, 'Its language.'),
    language_form: choice(language_form, 'Its language and script.').nullable(),
    has_attachment: flag('Whether files came with it.', { example: false }),
    ai_confidence: decimal('How sure the answer is, 0 to 1; of answers only.', {
      example: 0.92,
      maximum: 1,
    }).nullable(),
    processing_time_ms: wholeNumber('Milliseconds that the answer took.', { example: 1_240 }).nullable(),
    token_count: wholeNumber('Tokens that the answer cost.', { example: 480 }).nullable(),
    client_message_id: text('The id that the client gave it.', { example: 'c-42' }).nullable(),
  },
  timeColumn: 'created_at',
  filterable: ['message_type', 'language', 'has_attachment'],
  sortable: ['created_at'],
  verbs: ['list', 'get'],
  guidance: 'tools/chat',
})

const Attachment = z.object({
  id: identifier('The attachment.'),
  document_id: identifier('The document that it became; null where that was deleted.').nullable(),
  file_name: text('Name of the file.', { example: 'report.pdf' }),
  file_size: wholeNumber('Bytes of the file.', { example: 182_344 }),
  file_type: text('Type of its content.', { example: 'application/pdf', maximum: 100 }),
})

const list = (description: string, example: unknown) =>
  z.array(z.looseObject({})).meta({ description, examples: [[example]] })

const AiResponse = z.object({
  sources: list('What the answer rests on.', { title: 'HbA1c, page 1', start: 11, end: 16 }),
  suggestions: z
    .array(z.string().meta({ description: 'A question.', examples: ['What can I do?'] }))
    .meta({ description: 'What the person might ask next.' }),
  intent_detected: text('What the person wanted.', { example: 'explain_result' }).nullable(),
  entities_extracted: z
    .looseObject({})
    .nullable()
    .meta({ description: 'What the message spoke of.', examples: [{ measures: ['hba1c'] }] }),
  triage: z
    .looseObject({})
    .nullable()
    .meta({ description: 'How urgent it was.', examples: [{ level: 'routine', red_flags: [] }] }),
  tool_calls: list('What the assistant looked up or proposed.', { name: 'metrics.list', status: 'completed' }),
  model: text('Which model answered.', { example: 'swasthwrap-builtin' }).nullable(),
})

const extras = {
  attachments: z.array(Attachment).meta({ description: 'Files that came with it.' }),
  ai_response: AiResponse.nullable().meta({ description: 'What is known about an answer; null for the person’s own.' }),
}
const ChatMessage = messages.record.extend(extras)
const ChatMessagePage = messages.page.extend({
  data: z.array(ChatMessage).meta({ description: 'The rows of this page.' }),
})

type Row = Record<string, unknown>

/** Adds the attachments and the facts about the answer, of all messages with one statement each. */
async function withExtras({ transaction }: OperationScope, rows: readonly Row[]): Promise<Row[]> {
  const ids = rows.map((row) => String(row['id']))
  if (ids.length === 0) return []
  const { sql } = transaction
  const [attachments, responses] = await Promise.all([
    transaction.rows<Row>(sql('chat_attachments').whereIn('message_id', ids).orderBy('id')),
    transaction.rows<Row>(sql('ai_responses').whereIn('message_id', ids)),
  ])
  return rows.map((row) => ({
    ...row,
    attachments: attachments.filter((attachment) => attachment['message_id'] === row['id']),
    ai_response: responses.find((response) => response['message_id'] === row['id']) ?? null,
  }))
}

export const chatMessageOperations: readonly AnyOperation[] = messages.operations.map((operation) =>
  operation.name.endsWith('.list')
    ? defineOperation({
        ...operation,
        output: ChatMessagePage,
        run: async (scope, input) => {
          const page = (await operation.run(scope, input)) as { data: Row[]; next_cursor: string | null }
          return { ...page, data: await withExtras(scope, page.data) } as unknown as z.input<typeof ChatMessagePage>
        },
      })
    : defineOperation({
        ...operation,
        output: ChatMessage,
        run: async (scope, input) => {
          const [message] = await withExtras(scope, [(await operation.run(scope, input)) as Row])
          return message as unknown as z.input<typeof ChatMessage>
        },
      }),
)
