import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Caller } from '../../operations/define-operation.ts'
import type { DescribeSettings } from '../../operations/describe-action.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { TriagePerson } from '../triage/index.ts'
import type { Admission } from './admission.ts'
import type { ModelTerms, PastEntry, TriageAssessment, TurnStages } from './stages.ts'

/** Everything that a turn works with. The stages with a folder of their own come bound; the rest is platform and domains. */
export interface TurnDependencies extends TurnStages {
  readonly database: Database
  readonly admission: Admission
  readonly detectLanguage: (text: string, history: readonly LanguageForm[]) => FormOfMessage
  /** Deterministic and quick. Sees what the person said and what was measured lately. */
  readonly triage: (question: TriageQuestion) => Promise<TriageOutcome>
  /** Whether the person still allows their messages to be answered. Absent: nobody can take that back. */
  readonly mayProcess?: ((caller: Caller) => Promise<boolean>) | undefined
  /** Absent where every configured model is the installation's own. */
  readonly modelTerms?: ((caller: Caller) => Promise<ModelTerms>) | undefined
  /** Sums up a conversation that has got long. Undefined where it is not, or no model may be asked. */
  readonly summarise?:
    | ((conversation: {
        readonly caller: Caller
        readonly entries: readonly PastEntry[]
        readonly modelTerms: ModelTerms | undefined
      }) => Promise<string | undefined>)
    | undefined
  readonly documents: AttachedDocuments
  readonly pendingActions: PendingActions
  /** Has a message found by search. Part of the transaction that keeps it. */
  readonly indexMessage: (
    transaction: Transaction,
    message: {
      readonly userId: string
      readonly messageId: string
      readonly text: string
      readonly at: string
      readonly isSensitive?: boolean
    },
  ) => Promise<void>
  /** Told of failures that the person is only told the outcome of. */
  readonly report: (error: unknown) => void
}

/** What a message is written in. */
export interface FormOfMessage {
  /** The form to answer in. */
  readonly form: LanguageForm
  readonly confidence: number
  /** ISO 639-3 code of its language, where it is one that we do not speak. */
  readonly neighbour?: string
}

export interface TriageQuestion {
  readonly caller: Caller
  readonly text: string
  readonly form: LanguageForm
  /** Documents of this message, read by now: their values count like measurements of today. */
  readonly documentIds: readonly string[]
  /** The level is not lower than this: what an answer to a question of ours amounts to. */
  readonly least?: { readonly level: 'urgent' | 'routine'; readonly source: string } | undefined
}

export interface TriageOutcome extends TriageAssessment {
  /** The person as the record knows them; empty where the message is about somebody else. */
  readonly person?: TriagePerson
  /** The reviewed answer, where it is an emergency. */
  readonly emergency: EmergencyAnswer | undefined
}

export interface EmergencyAnswer {
  readonly text: string
  readonly calls: readonly { readonly label: string; readonly number: string }[]
}

/** The documents domain as a turn sees it. */
export interface AttachedDocuments {
  /** @throws {Problem} where the file is not one that can be read. */
  readonly add: (
    caller: Caller,
    file: { readonly name: string; readonly mediaType: string | undefined; readonly bytes: Buffer },
  ) => Promise<AttachedDocument>
  /** Those of the ids that are the caller's, in the same order. */
  readonly find: (caller: Caller, ids: readonly string[]) => Promise<AttachedDocument[]>
  /** Those of the caller that came a moment ago and are still being read, oldest first. */
  readonly beingRead: (caller: Caller) => Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Says how the reading goes until it is over. */
  readonly reading: (caller: Caller, documentId: string, signal: AbortSignal) => AsyncIterable<ReadingProgress>
  /** The file as a data URL where it is an image that models may look at. */
  readonly image: (caller: Caller, documentId: string) => Promise<{ mediaType: string; dataUrl: string } | undefined>
}

export interface AttachedDocument {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly mediaType: string
}

interface ReadingProgress {
  readonly status: 'in_progress' | 'completed' | 'failed'
  readonly stage: string
  readonly page: number
  readonly pages: number
  /** Why it failed: a key under `errors` for the person's language. */
  readonly problem?: string
}

/** Changes that wait for the person's word. */
export interface PendingActions {
  /** Carries it out, in its own transaction and with its own audit row. @throws {Problem} where that cannot be done. */
  readonly confirm: (caller: Caller, id: string) => Promise<void>
  /** @throws {Problem} where it is decided already. */
  readonly reject: (caller: Caller, id: string) => Promise<void>
  /**
   * For the person: what is to be done, in one line ("Add a medicine – medicine: Metformin, dose: 500 mg"), and the sentence
   * that says it is done.
   */
  readonly describe: (
    operation: string,
    input: unknown,
    form: LanguageForm,
    settings: DescribeSettings,
  ) => { readonly action: string; readonly done: string }
}
