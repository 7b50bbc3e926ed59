import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models'
import { AIMessage, AIMessageChunk, type BaseMessage, type ToolMessage } from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import type { Runnable } from '@langchain/core/runnables'
import type { ToolOutcome } from '../../operations/adapters/call-as-tool.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { localMoment } from '../retrieval/local-time.ts'
import { type Question, readQuestion } from '../retrieval/question.ts'
import type { AgentRequest } from '../turn/stages.ts'
import { type AnswerContext, answer, type Decision, type WrittenAnswer } from './answer-context.ts'
import { intakeSentence, readingJudgement, readingWords } from './answers/readings.ts'
import { decide, isRequest } from './decide.ts'
import { sentences } from './format.ts'
import { requestSentence } from './requests/request.ts'

/** The name that is shown and kept for answers that no language model wrote. */
export const BUILTIN_MODEL = 'swasthwrap-builtin'

/** Where the record was not read for the message. */
const TIME_ZONE = 'Asia/Kolkata'

export interface BuiltinCallOptions extends BaseChatModelCallOptions {
  tools?: BindToolsInput[]
}

/**
 * The assistant without a language model, as a LangChain chat model like any other: the same agent runs it, with the same
 * tools. It answers one turn, whose question and evidence it is made for, by rules and fixed words.
 */
export class BuiltinChatModel extends BaseChatModel<BuiltinCallOptions> {
  readonly question: Question
  readonly #request: AgentRequest
  readonly #now: Date

  readonly #modelsWithheld: boolean

  /** @param options.modelsWithheld whether a language model is there that the person has not consented to. */
  constructor(request: AgentRequest, now: Date, options: { readonly modelsWithheld?: boolean } = {}) {
    super({ disableStreaming: false })
    this.#modelsWithheld = options.modelsWithheld ?? false
    this.#request = request
    this.#now = now
    this.question = readQuestion(request.text, request.form, request.history, request.images.length > 0)
  }

  /**
   * Questions that make sense after an answer to this turn, whoever writes it; and what the built-in assistant asked for,
   * where the answer is its own.
   */
  followUps(tools: readonly BindToolsInput[]): Pick<WrittenAnswer, 'suggestions' | 'request'> {
    if (this.#request.text === '') return { suggestions: [] }
    const decision = decide(this.#context({ tools: [...tools] }), this.#now)
    return decision.kind === 'answer' ? decision.answer : { suggestions: [] }
  }

  override _llmType(): string {
    return BUILTIN_MODEL
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs?: Partial<BuiltinCallOptions>,
  ): Runnable<Parameters<BaseChatModel['invoke']>[0], AIMessageChunk, BuiltinCallOptions> {
    return this.withConfig({ tools, ...kwargs }) as Runnable<
      Parameters<BaseChatModel['invoke']>[0],
      AIMessageChunk,
      BuiltinCallOptions
    >
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    const decision = this.#decide(messages, options)
    if (decision.kind === 'call') {
      const message = new AIMessage({ content: '', tool_calls: toolCalls(decision, options) })
      return { generations: [{ text: '', message }] }
    }
    const text = decision.answer.paragraphs.join('\n\n')
    return { generations: [{ text, message: new AIMessage(text) }] }
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const decision = this.#decide(messages, options)
    if (decision.kind === 'call') {
      const calls = toolCalls(decision, options).map(({ id, name, args }, index) => ({
        id,
        name,
        args: JSON.stringify(args),
        index,
        type: 'tool_call_chunk' as const,
      }))
      yield new ChatGenerationChunk({
        text: '',
        message: new AIMessageChunk({ content: '', tool_call_chunks: calls }),
      })
      return
    }
    for (const text of pieces(decision.answer)) {
      if (options.signal?.aborted) return
      const chunk = new ChatGenerationChunk({ text, message: new AIMessageChunk({ content: text }) })
      yield chunk
      await runManager?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk })
    }
  }

  #context(options: BuiltinCallOptions): AnswerContext {
    const { text, evidence, form, triage, consultation } = this.#request
    const translate = translator(form)
    const tools = new Set((options.tools ?? []).map(nameOf))
    return {
      text,
      question: this.question,
      evidence,
      form,
      today: localMoment(this.#now, evidence.timeZone ?? TIME_ZONE).slice(0, 10),
      triage,
      consultation,
      modelsWithheld: this.#modelsWithheld,
      t: (key, values = {}) => translate(`builtin:${key}`, values),
      canCall: (tool) => tools.has(tool),
    }
  }

  #decide(messages: readonly BaseMessage[], options: BuiltinCallOptions): Decision {
    const context = this.#context(options)
    const outcomes = toolOutcomes(messages)
    if (outcomes.length > 0) return { kind: 'answer', answer: this.#afterTools(context, outcomes) }
    if (this.#answersClientTools()) return { kind: 'answer', answer: this.#afterClientTools(context) }
    return decide(context, this.#now)
  }

  /** What became of what it called: a question to the person, a receipt, or what went wrong. */
  #afterTools(context: AnswerContext, outcomes: readonly (ToolOutcome | undefined)[]): WrittenAnswer {
    const { t, question } = context
    const reading = question.intent === 'log_reading' ? question.reading : undefined
    const inWords = (outcome: ToolOutcome | undefined): string => {
      if (outcome === undefined) return t('log.failed')
      const { summary } = outcome
      if (outcome.status === 'failed') return t('confirm.failed', { detail: outcome.problem?.detail ?? summary })
      const asked = outcome.status === 'awaiting_confirmation'
      const said = this.#sentenceOf(context, outcome, asked)
      return sentences(...(outcome.reasons ?? []), said)
    }
    const paragraphs = dosesTogether(context, outcomes) ?? outcomes.map(inWords)
    return answer([reading === undefined ? undefined : readingJudgement(context, reading), ...paragraphs])
  }

  #sentenceOf(context: AnswerContext, { summary, input }: ToolOutcome, asked: boolean): string {
    const { t, question } = context
    const { intent, reading } = question
    if (intent === 'log_reading' && reading !== undefined) {
      return t(asked ? 'log.ask' : 'log.saved', readingWords(context, reading))
    }
    if (intent === 'record_intake') return intakeSentence(context, input, asked)
    if (isRequest(intent)) return requestSentence(context, intent, !asked)
    return t(asked ? 'confirm.ask' : 'confirm.done', { summary })
  }

  #answersClientTools(): boolean {
    return this.#request.text === '' && this.#request.history.at(-1)?.kind === 'client_tool_result'
  }

  /** The client's own functions have answered; all that can be done without a model is to pass the answers on. */
  #afterClientTools({ t }: AnswerContext): WrittenAnswer {
    const results = this.#request.history.filter((entry) => entry.kind === 'client_tool_result')
    const last = results.at(-1)
    return answer([last === undefined ? t('other.lead') : t('clientTool.result', { text: last.output })])
  }
}

/** Doses of several medicines, proposed at once, are one question. */
function dosesTogether(
  context: AnswerContext,
  outcomes: readonly (ToolOutcome | undefined)[],
): readonly string[] | undefined {
  const asked = outcomes.flatMap((outcome) => (outcome?.status === 'awaiting_confirmation' ? [outcome.input] : []))
  const together = context.question.intent === 'record_intake' && asked.length > 1 && asked.length === outcomes.length
  return together ? [intakeSentence(context, asked, true)] : undefined
}

function nameOf(tool: BindToolsInput): string {
  const { name, function: described } = tool as { name?: string; function?: { name?: string } }
  return name ?? described?.name ?? ''
}

function toolCalls(decision: Extract<Decision, { kind: 'call' }>, options: BuiltinCallOptions) {
  const tool = options.tools?.find((each) => nameOf(each) === decision.tool)
  const shape = (tool as { schema?: { shape?: Record<string, unknown> } } | undefined)?.schema?.shape
  return [decision.input, ...(decision.more ?? [])].map((input, at) => {
    // Tool schemas want every field named, `null` where there is nothing to say, and none that they do not know.
    const args =
      shape === undefined
        ? { ...input }
        : Object.fromEntries(Object.keys(shape).map((field) => [field, input[field] ?? null]))
    return { id: `call_${decision.tool}_${at}`, name: decision.tool, args, type: 'tool_call' as const }
  })
}

/** Results of the calls since the person last spoke. An undefined one is a tool that failed unexpectedly. */
function toolOutcomes(messages: readonly BaseMessage[]): readonly (ToolOutcome | undefined)[] {
  const spoken = messages.findLastIndex((message) => message.type === 'human')
  return messages
    .slice(spoken + 1)
    .filter((message) => message.type === 'tool')
    .map((message) => (message as ToolMessage).artifact as ToolOutcome | undefined)
}

/** Sentences, so that the first is on its way while the rest is checked. */
function* pieces({ paragraphs }: WrittenAnswer): Generator<string> {
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = index === 0 ? paragraph : `\n\n${paragraph}`
    yield* text.match(/[\s\S]+?(?:[.!?।](?=\s)\s?|\n|$)/gu) ?? [text]
  }
}
