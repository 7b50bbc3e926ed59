import type { LanguageForm } from '../../../clinical/language-forms.ts'
import type { Caller } from '../../../operations/define-operation.ts'
import type { ClientTool, ClientToolChoice, PastEntry } from '../../turn/stages.ts'
import type { EchoedRequest, ResponseStatus } from '../open-responses/response-resource.ts'

/** A run as its row has it. */
export interface RunRecord {
  readonly id: string
  readonly user_id: string
  readonly session_id: string
  /** The person's message. Null when the turn only carries results of the client's functions. */
  readonly message_id: string | null
  readonly answer_message_id: string
  readonly previous_run_id: string | null
  readonly client_message_id: string | null
  readonly request_digest: string
  readonly status: ResponseStatus
  readonly attempts: number
  readonly request: StoredRequest
  readonly created_at: Date
  readonly ended_at: Date | null
}

/**
 * What a run needs besides the message itself to be taken up by another process, and to show its response again. The
 * text stands in `chat_messages` alone, so deleting it there deletes it.
 */
export interface StoredRequest {
  readonly caller: { readonly language: Caller['language']; readonly scopes: readonly string[] }
  readonly echo: EchoedRequest
  readonly extensions: boolean
  readonly origin: string
  readonly form: LanguageForm
  readonly formConfidence: number
  /** Of a message in a language that we do not speak: which. */
  readonly neighbour?: string | undefined
  readonly supplied: readonly PastEntry[]
  readonly toolResults: readonly { readonly callId: string; readonly output: string }[]
  readonly refusedFiles: readonly { readonly name: string; readonly problem: string }[]
  readonly instructions: string | undefined
  readonly clientTools: readonly ClientTool[]
  readonly clientToolChoice: ClientToolChoice
}

export const UNFINISHED = ['queued', 'in_progress'] as const
