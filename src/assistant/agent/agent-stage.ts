import { wordsOf } from '../../clinical/concepts/index.ts'
import { toolsFor } from '../../operations/adapters/langchain-tools.ts'
import { toolSearch } from '../../operations/adapters/tool-search.ts'
import type { AnyOperation, Caller } from '../../operations/define-operation.ts'
import type { OperationExecutor } from '../../operations/execute-operation.ts'
import type { PendingActionOperations } from '../../operations/pending-actions/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { NamedChatModel } from '../../platform/models/index.ts'
import { promptText } from '../../platform/prompts.ts'
import { BUILTIN_MODEL, BuiltinChatModel } from '../builtin/index.ts'
import { localMoment } from '../retrieval/local-time.ts'
import type { AgentEvent, AgentRequest, TurnStages } from '../turn/stages.ts'
import { conversationOf } from './conversation.ts'
import { finishedEvent, toAgentEvent } from './model-events.ts'
import { type FailureReason, failureReason, refusesTools, TurnLimitReached } from './model-failure.ts'
import { offerOperations, searchableOperations } from './offer-tools.ts'
import { createPromptGuard, runsOf } from './prompt-guard.ts'
import { Pseudonyms } from './pseudonyms.ts'
import { runModel } from './run-model.ts'

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
  /** Told of a tool that failed for a reason of ours. */
  readonly reportToolFailure?: (error: unknown) => void
}

const MODEL_MILLISECONDS = 120_000
const MOST_WORDS_OF_SMALL_TALK = 2
/** "Today" where the record was not read for the message. */
const TIME_ZONE = 'Asia/Kolkata'

/**
 * The agent stage: the configured models one after the other, and last the built-in assistant, which cannot fail for want
 * of a server. Where a model fails, the person is told, in an event and in the text. Models outside the installation are
 * asked only with the person's consent, and under pseudonyms.
 */
export function agentStage(dependencies: AgentDependencies): TurnStages['runAgent'] {
  const now = dependencies.now ?? (() => new Date())
  /** Models whose servers refused tools: asked without them from then on. */
  const withoutTools = new Set(dependencies.models.filter(({ tools }) => tools === false))
  return async function* (request) {
    const t = translator(request.form)
    const caller: Caller = { ...request.caller, surface: 'assistant' }
    const allowed = dependencies.models.filter(({ external }) => !external || request.modelTerms?.allowed === true)
    const withheld = allowed.length < dependencies.models.length
    const builtin = new BuiltinChatModel(request, now(), { modelsWithheld: withheld })
    const { question } = builtin
    const offered = offerOperations(dependencies.operations, question, request.clientTools.length)
    const settings = {
      caller,
      executor: dependencies.executor,
      pendingActions: dependencies.pendingActions,
      sessionId: request.sessionId,
      form: request.form,
      timeZone: request.evidence.timeZone,
    }
    // A greeting needs no tools at all. "Do not wake me at night" sounds like a refusal and asks for something.
    const isSmallTalk = offered.length === 0 && wordsOf(request.text).length <= MOST_WORDS_OF_SMALL_TALK
    const search = isSmallTalk ? [] : toolSearch(searchableOperations(dependencies.operations, question), settings)
    const tools = [...toolsFor(offered, settings), ...search]
    const chain: NamedChatModel[] = [...allowed, { name: BUILTIN_MODEL, model: builtin }]
    const usage = { inputTokens: 0, outputTokens: 0 }
    const today = localMoment(now(), request.evidence.timeZone ?? TIME_ZONE).slice(0, 10)
    let spoken = false
    let withoutImages = false
    for (let at = 0; at < chain.length; at += 1) {
      const present = chain[at]
      if (present === undefined) return
      const { name, model, heardBy } = present
      const limit = AbortSignal.timeout(dependencies.modelMilliseconds ?? MODEL_MILLISECONDS)
      const next = chain[at + 1]
      const seesImages = present.vision === true && request.images.length > 0 && !withoutImages
      const callsTools = !withoutTools.has(present)
      try {
        const events = runModel({
          model,
          heardBy,
          messages: conversationOf(seesImages ? request : { ...request, images: [] }, today),
          tools: callsTools ? tools : [],
          clientTools: callsTools ? request.clientTools : [],
          clientToolChoice: request.clientToolChoice,
          signal: AbortSignal.any([request.signal, limit]),
          pseudonyms: present.external ? new Pseudonyms(request.modelTerms?.identities ?? []) : undefined,
          reportToolFailure: dependencies.reportToolFailure,
        })
        // The built-in assistant has no prompt to tell.
        const guard = name === BUILTIN_MODEL ? undefined : createPromptGuard(runsOfPrompt())
        for await (const event of events) {
          if (event.type === 'usage') {
            usage.inputTokens += event.usage.inputTokens
            usage.outputTokens += event.usage.outputTokens
            continue
          }
          spoken ||= event.type === 'text'
          if (guard === undefined || event.type !== 'text') yield toAgentEvent(event, request)
          else yield* textEvents(guard.push(event.text))
        }
        if (guard !== undefined) yield* textEvents(guard.end())
        if (guard?.hasLeaked) yield { type: 'text.delta', text: `\n\n${t('assistant:instructionsWithheld')}` }
        const asks = withheld && name === BUILTIN_MODEL && mayAskForConsent(request, t('builtin:consent.ask'))
        if (asks) yield { type: 'text.delta', text: `\n\n${t('builtin:consent.ask')}` }
        const { suggestions, request: open } = builtin.followUps(tools)
        yield finishedEvent({
          model: name,
          usage,
          question,
          suggestions: asks ? [t('builtin:consent.allow'), ...suggestions] : suggestions,
          consultation: request.consultation,
          request: name === BUILTIN_MODEL ? open : undefined,
        })
        return
      } catch (thrown) {
        if (request.signal.aborted) throw request.signal.reason
        const error = limit.aborted ? new TurnLimitReached('The model took too long', { cause: thrown }) : thrown
        if (next === undefined) throw error
        const reason = failureReason(error)
        // What the server refused is left out, and the same model asked again, as long as it has said nothing.
        if (reason === 'refused' && !spoken && callsTools && refusesTools(error)) {
          withoutTools.add(present)
          at -= 1
          continue
        }
        if (reason === 'refused' && !spoken && seesImages) {
          withoutImages = true
          at -= 1
          continue
        }
        dependencies.report?.({ model: name, reason, error })
        yield { type: 'model.fallback', from: name, to: next.name, reason: t(`builtin:fallback.reason.${reason}`) }
        const notice = t(next.name === BUILTIN_MODEL ? 'builtin:fallback.notice' : `builtin:fallback.reason.${reason}`)
        yield { type: 'text.delta', text: `${spoken ? '\n\n' : ''}${notice}\n\n` }
        spoken = false
        withoutImages = false
      }
    }
  }
}

function* textEvents(text: string): Generator<AgentEvent> {
  if (text !== '') yield { type: 'text.delta', text }
}

let promptRuns: ReadonlySet<string> | undefined
const runsOfPrompt = (): ReadonlySet<string> => (promptRuns ??= runsOf(promptText('assistant')))

/** Once a conversation, and never between a question and its answer. */
function mayAskForConsent({ history, consultation }: AgentRequest, words: string): boolean {
  if (consultation?.question !== undefined) return false
  return !history.some((entry) => entry.kind === 'message' && entry.role === 'assistant' && entry.text.includes(words))
}
