import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Caller } from '../../operations/define-operation.ts'
import type { ClientTool, ClientToolChoice, PastEntry } from './stages.ts'

/** A message that is stored and waits to be answered. */
export interface ReceivedTurn {
  readonly caller: Caller
  readonly sessionId: string
  /** Absent when the turn only carries results of the client's functions. */
  readonly userMessageId: string | undefined
  /** The id that the answer will be kept under. */
  readonly answerMessageId: string
  readonly text: string
  readonly form: LanguageForm
  readonly formConfidence: number
  /** ISO 639-3 code of the language that the message is in, where it is one that we do not speak. */
  readonly neighbour: string | undefined
  /** Everything before the message, oldest first; results of the client's functions stand last. */
  readonly history: readonly PastEntry[]
  /** Files of this message that became documents. */
  readonly documents: readonly { readonly id: string; readonly name: string }[]
  /** Files of this message that could not be taken, and why: keys under `errors`. */
  readonly refusedFiles: readonly { readonly name: string; readonly problem: string }[]
  readonly instructions: string | undefined
  readonly clientTools: readonly ClientTool[]
  readonly clientToolChoice: ClientToolChoice
}
