import { toolsFor } from '../../operations/adapters/langchain-tools.ts'
import type { AnyOperation, Caller } from '../../operations/define-operation.ts'
import type { OperationExecutor } from '../../operations/execute-operation.ts'
import type { PendingActionOperations } from '../../operations/pending-actions/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { NamedChatModel } from '../../platform/models/index.ts'
import { BUILTIN_MODEL, BuiltinChatModel } from '../builtin/index.ts'
import { localMoment } from '../retrieval/local-time.ts'
import type { Question } from '../retrieval/question.ts'
import type {
  AgentEvent,
  AgentRequest,
  ConsultationState,
  ConsultationStep,
  TurnStages,
  Usage,
} from '../turn/stages.ts'
import { conversationOf } from './conversation.ts'
import { type FailureReason, failureReason, TurnLimitReached } from './model-failure.ts'
import { offerOperations } from './offer-tools.ts'
import { type ModelEvent, runModel } from './run-model.ts'
import { toolEvidence } from './tool-evidence.ts'

export interface AgentDependencies {
  /** Language models in the order of preference; none where the built-in assistant answers alone. */
  readonly models: readonly NamedChatModel[]
  /** Those with a tool binding are offered to models. */
  readonly operations: readonly AnyOperation[]
  readonly executor: OperationExecutor
  readonly pendingActions: PendingActionOperations
  readonly now?: () => Date
  /** Longest time that one language model may take for a turn. */
  readonly modelMilliseconds?: number
  /** Told why a model could not finish. The error may quote the conversation and must not be logged whole. */
  readonly report?: (failure: {
    readonly model: string
    readonly reason: FailureReason
    readonly error: unknown
  }) => void
}

const MODEL_MILLISECONDS = 120_000
/** "Today" for models: that of the people this is made for. Times of the record come on the person's own clock. */
const TIME_ZONE = 'Asia/Kolkata'

/**
 * The agent stage: the configured models one after the other, and last the built-in assistant, which cannot fail for want
 * of a server. Where a model fails, the person is told, in an event and in the text.
 */
export function agentStage(dependencies: AgentDependencies): TurnStages['runAgent'] {
  const now = dependencies.now ?? (() => new Date())
  return async function* (request) {
    const caller: Caller = { ...request.caller, surface: 'assistant' }
    const builtin = new BuiltinChatModel(request, now())
    const { question } = builtin
    const tools = toolsFor(offerOperations(dependencies.operations, question), {
      caller,
      executor: dependencies.executor,
      pendingActions: dependencies.pendingActions,
      sessionId: request.sessionId,
      form: request.form,
    })
    const chain: NamedChatModel[] = [...dependencies.models, { name: BUILTIN_MODEL, model: builtin }]
    const usage = { inputTokens: 0, outputTokens: 0 }
    const today = localMoment(now(), TIME_ZONE).slice(0, 10)
    let spoken = false
    /** Models that refused the images of the message are asked again without them. */
    const withoutImages = new Set<NamedChatModel>()
    for (let at = 0; at < chain.length; at += 1) {
      const present = chain[at]
      if (present === undefined) return
      const { name, model } = present
      const limit = AbortSignal.timeout(dependencies.modelMilliseconds ?? MODEL_MILLISECONDS)
      const next = chain[at + 1]
      try {
        const events = runModel({
          model,
          messages: conversationOf(withoutImages.has(present) ? { ...request, images: [] } : request, today),
          tools,
          clientTools: request.clientTools,
          clientToolChoice: request.clientToolChoice,
          signal: AbortSignal.any([request.signal, limit]),
        })
        for await (const event of events) {
          if (event.type === 'usage') {
            usage.inputTokens += event.usage.inputTokens
            usage.outputTokens += event.usage.outputTokens
            continue
          }
          spoken ||= event.type === 'text'
          yield toAgentEvent(event, request)
        }
        yield finished(name, usage, question, builtin.suggestionsFor(tools), request.consultation)
        return
      } catch (thrown) {
        if (request.signal.aborted) throw request.signal.reason
        const error = limit.aborted ? new TurnLimitReached('The model took too long', { cause: thrown }) : thrown
        if (next === undefined) throw error
        const reason = failureReason(error)
        if (reason === 'refused' && request.images.length > 0 && !spoken && !withoutImages.has(present)) {
          withoutImages.add(present)
          at -= 1
          continue
        }
        dependencies.report?.({ model: name, reason, error })
        const t = translator(request.form)
        yield { type: 'model.fallback', from: name, to: next.name, reason: t(`builtin:fallback.reason.${reason}`) }
        const notice = t(next.name === BUILTIN_MODEL ? 'builtin:fallback.notice' : `builtin:fallback.reason.${reason}`)
        yield { type: 'text.delta', text: `${spoken ? '\n\n' : ''}${notice}\n\n` }
        spoken = false
      }
    }
  }
}

function toAgentEvent(event: Exclude<ModelEvent, { type: 'usage' }>, { form }: AgentRequest): AgentEvent {
  switch (event.type) {
    case 'text':
      return { type: 'text.delta', text: event.text }
    case 'client_call':
      return { type: 'client_tool.called', callId: event.callId, name: event.name, arguments: event.arguments }
    case 'called': {
      const { outcome } = event
      const status = outcome?.status ?? 'failed'
      return {
        type: 'tool.called',
        callId: event.callId,
        name: outcome?.operation ?? event.name,
        input: outcome?.input ?? {},
        status,
        ...(outcome?.pendingActionId === undefined ? {} : { pendingActionId: outcome.pendingActionId }),
        summary: translator(form)(`builtin:toolSummary.${status}`, { name: outcome?.summary ?? event.name }),
        evidence: toolEvidence(outcome, form),
      }
    }
  }
}

function finished(
  model: string,
  usage: Usage,
  question: Question,
  suggestions: readonly string[],
  consultation: ConsultationStep | undefined,
): Extract<AgentEvent, { type: 'finished' }> {
  const ids = (concepts: readonly { readonly id: string }[]) => concepts.map(({ id }) => id)
  return {
    type: 'finished',
    model,
    usage: { ...usage },
    intent: consultation === undefined ? question.intent : 'symptom',
    entities: {
      measures: ids(question.measures.map(({ concept }) => concept)),
      medicines: ids(question.medicines),
      conditions: ids(question.conditions),
      symptoms: ids(question.symptoms),
      ...(question.reading === undefined ? {} : { reading: question.reading }),
      ...(consultation === undefined ? {} : { consultation: stateOf(consultation) }),
    },
    suggestions,
  }
}

function stateOf({ complaint, asked, question }: ConsultationStep): ConsultationState {
  return { complaint, asked, open: question?.id ?? null }
}
