import type { AnyOperation } from '../../operations/define-operation.ts'
import { chatMessageOperations } from './chat-message.ts'
import { chatSessionOperations } from './chat-session.ts'
import { chatSessionTags } from './chat-session-tag.ts'

/** Conversations as records. Talking itself is the gateway's. */
export const chatOperations: readonly AnyOperation[] = [
  ...chatSessionOperations,
  ...chatMessageOperations,
  ...chatSessionTags.operations,
]
