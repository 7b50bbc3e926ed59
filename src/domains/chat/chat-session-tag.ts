import { flag, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { ofSession } from './of-session.ts'

export const chatSessionTags = recordDomain({
  name: 'chat.sessions.tags',
  noun: 'tag',
  table: 'chat_session_tags',
  path: '/chat/sessions/{session_id}/tags',
  parent: ofSession('chat_session_tags_session_fkey'),
  fields: {
    tag_name: text('The tag.', { example: 'diabetes', maximum: 100 }),
  },
  derived: {
    auto_generated: flag('Whether the assistant chose it.', { example: false }),
  },
  filterable: ['auto_generated'],
  sortable: ['tag_name', 'created_at'],
  verbs: ['list', 'get', 'add', 'delete'],
  guidance: 'tools/chat',
})
