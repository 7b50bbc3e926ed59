import { mayProcess } from '../domains/consents/index.ts'
import { putStarterLibrary } from '../domains/library/index.ts'
import type { AnyOperation } from '../operations/define-operation.ts'
import type { OperationExecutor } from '../operations/execute-operation.ts'
import type { PendingActionOperations } from '../operations/pending-actions/index.ts'
import type { Database } from '../platform/database/index.ts'
import type { EventBus } from '../platform/events/index.ts'
import type { Embedder, NamedChatModel } from '../platform/models/index.ts'
import { agentStage, modelTermsOf, summarise } from './agent/index.ts'
import { Runs } from './gateway/index.ts'
import { ground } from './grounding/index.ts'
import { detectLanguage } from './language/index.ts'
import { retrievalStage } from './retrieval/index.ts'
import { emergencyAnswer } from './triage/index.ts'
import { pendingActionsOfExecutor } from './turn/pending-actions-of-executor.ts'
import { triageOfRecord } from './turn/triage-of-record.ts'
import type { AttachedDocuments, TurnDependencies } from './turn/turn-dependencies.ts'

export interface AssistantOptions {
  readonly database: Database
  readonly events: EventBus
  readonly executor: OperationExecutor
  readonly pendingActions: PendingActionOperations
  /** Every operation of the product; those with a tool are offered to models. */
  readonly catalogue: readonly AnyOperation[]
  readonly documents: AttachedDocuments
  readonly indexMessage: TurnDependencies['indexMessage']
  readonly embedder: Embedder
  /** Language models in the order of preference; none where the built-in assistant answers alone. */
  readonly models: readonly NamedChatModel[]
  /** Whether this is the only process on its database. */
  readonly alone: boolean
  readonly report: (error: unknown) => void
  /** Told of a model that could not finish, by its kind of failure alone. */
  readonly reportModelFailure: (failure: { readonly model: string; readonly reason: string }) => void
}

/** Puts the assistant together: every stage of a turn bound to what it works with, and the runs that turns make. */
export function createAssistant(options: AssistantOptions): Runs {
  const { database, report } = options
  const dependencies: Omit<TurnDependencies, 'admission'> = {
    database,
    detectLanguage,
    triage: triageOfRecord({ database, answerEmergency: emergencyAnswer }),
    retrieve: retrievalStage({ database, embedder: options.embedder, libraryReady: onceReady(options), report }),
    runAgent: agentStage({
      models: options.models,
      operations: options.catalogue,
      executor: options.executor,
      pendingActions: options.pendingActions,
      report: ({ model, reason }) => options.reportModelFailure({ model, reason }),
      reportToolFailure: report,
    }),
    ground,
    mayProcess: ({ userId }) => database.asReader(userId, (transaction) => mayProcess(transaction, userId)),
    modelTerms: options.models.some(({ external }) => external) ? modelTermsOf(database) : undefined,
    summarise: options.models.length === 0 ? undefined : (conversation) => summarise(options.models, conversation),
    documents: options.documents,
    pendingActions: pendingActionsOfExecutor({
      executor: options.executor,
      operations: options.pendingActions,
      catalogue: options.catalogue,
    }),
    indexMessage: options.indexMessage,
    report,
  }
  return new Runs({ dependencies, bus: options.events, alone: options.alone })
}

/** Fills the library with the first question that it may help to answer; tries again where that failed. */
function onceReady({ database, embedder, report }: AssistantOptions): () => Promise<void> {
  let ready: Promise<void> | undefined
  return () => {
    ready ??= putStarterLibrary({ database, embedder }).catch((error: unknown) => {
      ready = undefined
      report(error)
    })
    return ready
  }
}
