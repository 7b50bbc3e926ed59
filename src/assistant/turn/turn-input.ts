import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { ClientTool, ClientToolChoice, PastEntry } from './stages.ts'

/** What a person sends to the assistant, whatever dialect it came in. */
export interface TurnInput {
  /** The chat session to go on with. */
  readonly conversationId: string | undefined
  /** The run whose answer this follows, where the client named one. Takes the conversation from it. */
  readonly previousRunId: string | undefined
  /** Empty when only files came, or only results of the client's functions. */
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** Earlier messages and calls that the client sent along, oldest first. They inform this answer and are not kept. */
  readonly supplied: readonly PastEntry[]
  /** Results of the client's functions that this turn goes on from. */
  readonly toolResults: readonly { readonly callId: string; readonly output: string }[]
  /** Overrides the language of the message. */
  readonly forcedForm: LanguageForm | undefined
  readonly instructions: string | undefined
  readonly clientTools: readonly ClientTool[]
  readonly clientToolChoice: ClientToolChoice
  /** The client's own id of the message: the same one twice makes one run. */
  readonly clientMessageId: string | undefined
}

/** A file sent with a message: new, or a document that the person already has. */
export type Attachment =
  | { readonly kind: 'upload'; readonly name: string; readonly mediaType: string | undefined; readonly bytes: Buffer }
  | { readonly kind: 'document'; readonly documentId: string }
