import type { AnyOperation } from '../../operations/define-operation.ts'
import { defineOperation } from '../../operations/define-operation.ts'
import { choice, flag, longText, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'

const { language, status } = enumerations.chat_sessions

const sessions = recordDomain({
  name: 'chat.sessions',
  noun: 'conversation',
  table: 'chat_sessions',
  path: '/chat/sessions',
  fields: {
    session_title: text('What the conversation is about; its first message until somebody says.', {
      example: 'My HbA1c',
    }).nullable(),
    language: choice(language, 'The language that it is held in.'),
    is_bookmarked: flag('Whether the person marked it.', { example: false }),
    status: choice(status, 'Whether it goes on.'),
  },
  defaults: { is_bookmarked: false, status: 'active' },
  derived: {
    session_summary: longText('What was said, in short.', { example: 'HbA1c 8.2 %, advice on food.' }).nullable(),
    total_messages: wholeNumber('Messages of both sides.', { example: 12 }),
    duration_minutes: wholeNumber('Minutes of talking, without the pauses of half an hour and more.', { example: 9 }),
    started_at: moment('When it began.', { example: '2026-03-12T04:30:00.000Z' }),
    ended_at: moment('When it was completed; null while it goes on.', {
      example: '2026-03-12T04:45:00.000Z',
    }).nullable(),
  },
  stamped: true,
  timeColumn: 'started_at',
  filterable: ['status', 'is_bookmarked', 'language'],
  sortable: ['-updated_at', 'started_at', 'created_at'],
  guidance: 'tools/chat',
  knownBy: ['session_title', 'started_at'],
  beforeWrite: async (scope, { record, before }) =>
    record.status === before?.status ? {} : { ended_at: record.status === 'active' ? null : scope.now.toISOString() },
})

/** Deleting a conversation deletes its messages, and what search knows of them. */
function forgetting(operation: AnyOperation): AnyOperation {
  if (operation.name !== 'chat.sessions.delete') return operation
  return defineOperation({
    ...operation,
    run: async (scope, input) => {
      const { transaction } = scope
      const messages = await transaction.rows<{ id: string }>(
        transaction.sql('chat_messages').select('id').where('session_id', input.id),
      )
      const deleted: unknown = await operation.run(scope, input)
      for (const { id } of messages) {
        await scope.changed({ kind: 'deleted', table: 'chat_messages', id, before: null, after: null })
      }
      return deleted
    },
  })
}

export const chatSessionOperations: readonly AnyOperation[] = sessions.operations.map(forgetting)
