import type { z } from 'zod'
import { LANGUAGE_FORMS, type LanguageForm } from '../../../clinical/language-forms.ts'
import type { ClientTool, ClientToolChoice } from '../../turn/stages.ts'
import type { TurnInput } from '../../turn/turn-input.ts'
import { GatewayError } from '../gateway-error.ts'
import { requireModel } from '../models.ts'
import { type CreateRequest, createRequestSchema, MAXIMUM_TEXT } from './create-request.ts'
import { isUuid, runIdOf } from './identifiers.ts'
import { type OpenCompaction, readInput } from './read-input.ts'
import type { EchoedRequest, ToolChoiceOnWire } from './response-resource.ts'
import { requireStorable } from './storable.ts'

export interface ReadRequest {
  readonly turn: TurnInput
  readonly echo: EchoedRequest
  readonly stream: boolean
  /** False for the model name under which only items of the specification are sent. */
  readonly extensions: boolean
}

/**
 * Reads the body of a request for a response.
 * @param idempotencyKey header of that name; a message id in the body comes before it.
 * @throws {GatewayError} naming the first field that cannot be served.
 */
export function readCreateRequest(
  body: unknown,
  options: { readonly idempotencyKey: string | undefined; readonly openCompaction: OpenCompaction },
): ReadRequest {
  requireStorable(body)
  const parsed = createRequestSchema.safeParse(body)
  if (!parsed.success) throw invalidParameter(parsed.error)
  const request = parsed.data
  const model = requireModel(request.model)
  refuseUnserved(request)
  const input = readInput(request.input ?? [], options.openCompaction)
  const toolChoice = request.tool_choice ?? 'auto'
  return {
    turn: {
      conversationId: readConversation(request),
      previousRunId: readPreviousRun(request),
      text: input.text,
      attachments: input.attachments,
      supplied: input.supplied,
      toolResults: input.toolResults,
      forcedForm: readForcedForm(request.metadata?.['language']),
      instructions: joinInstructions([request.instructions ?? '', ...input.instructions]),
      clientTools: allowedTools(request, toolChoice),
      clientToolChoice: choiceForTurn(toolChoice),
      clientMessageId: input.messageId ?? request.metadata?.['client_message_id'] ?? options.idempotencyKey,
    },
    echo: echoOf(request, model.id, toolChoice),
    stream: request.stream ?? false,
    extensions: model.extensions,
  }
}

/** The most telling issue of a failed validation as the error that names its field. */
export function invalidParameter(error: z.ZodError): GatewayError {
  const issue = deepest(error.issues)
  const param = issue?.path.join('.') ?? ''
  if (issue?.code === 'too_big' && issue.origin === 'string') {
    return new GatewayError('string_above_max_length', param, { maximum: Number(issue.maximum) })
  }
  return new GatewayError('invalid_parameter', param)
}

/** Of the branches of a union, the one that came furthest is the one that was meant. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const issue = issues[0]
  if (issue?.code !== 'invalid_union') return issue
  const inner = issue.errors
    .flatMap((branch) => deepest(branch) ?? [])
    .map((found) => ({ ...found, path: [...issue.path, ...found.path] }))
  return inner.reduce((best, next) => (next.path.length > best.path.length ? next : best), issue)
}

function refuseUnserved(request: CreateRequest): void {
  const format = request.text?.format?.type ?? 'text'
  if (format !== 'text') throw new GatewayError('unsupported_parameter', 'text.format')
}

function readConversation({ conversation }: CreateRequest): string | undefined {
  if (conversation === null || conversation === undefined) return undefined
  const id = typeof conversation === 'string' ? conversation : conversation.id
  if (!isUuid(id)) throw new GatewayError('conversation_not_found', 'conversation')
  return id
}

function readPreviousRun({ previous_response_id: id }: CreateRequest): string | undefined {
  if (id === null || id === undefined) return undefined
  const runId = runIdOf(id)
  if (!runId) throw new GatewayError('previous_response_not_found', 'previous_response_id', { id })
  return runId
}

function readForcedForm(language: string | undefined): LanguageForm | undefined {
  if (language === undefined) return undefined
  const form = LANGUAGE_FORMS.find((known) => known === language)
  if (!form) throw new GatewayError('invalid_parameter', 'metadata.language')
  return form
}

function joinInstructions(parts: readonly string[]): string | undefined {
  const text = parts.filter((part) => part !== '').join('\n\n')
  if (text.length > MAXIMUM_TEXT) {
    throw new GatewayError('string_above_max_length', 'instructions', { maximum: MAXIMUM_TEXT })
  }
  return text === '' ? undefined : text
}

function allowedTools(request: CreateRequest, choice: ToolChoiceOnWire): ClientTool[] {
  const tools = (request.tools ?? []).map((tool) => ({
    name: tool.name,
    description: tool.description ?? undefined,
    parameters: tool.parameters ?? { type: 'object', properties: {} },
  }))
  const named = namedTools(choice)
  for (const name of named ?? []) {
    if (!tools.some((tool) => tool.name === name)) throw new GatewayError('invalid_parameter', 'tool_choice')
  }
  const restricted = typeof choice === 'object' && choice.type === 'allowed_tools'
  return restricted ? tools.filter((tool) => named?.includes(tool.name)) : tools
}

function namedTools(choice: ToolChoiceOnWire): string[] | undefined {
  if (typeof choice === 'string') return undefined
  return choice.type === 'function' ? [choice.name] : choice.tools.map((tool) => tool.name)
}

function choiceForTurn(choice: ToolChoiceOnWire): ClientToolChoice {
  if (typeof choice === 'string') return choice
  return choice.type === 'function' ? { name: choice.name } : choice.mode
}

function echoOf(request: CreateRequest, model: string, toolChoice: ToolChoiceOnWire): EchoedRequest {
  return {
    model,
    previousResponseId: request.previous_response_id ?? null,
    instructions: request.instructions ?? null,
    tools: (request.tools ?? []).map((tool) => ({
      type: 'function',
      name: tool.name,
      description: tool.description ?? null,
      parameters: tool.parameters ?? null,
      strict: tool.strict ?? null,
    })),
    toolChoice,
    parallelToolCalls: request.parallel_tool_calls ?? true,
    temperature: request.temperature ?? 1,
    topP: request.top_p ?? 1,
    presencePenalty: request.presence_penalty ?? 0,
    frequencyPenalty: request.frequency_penalty ?? 0,
    topLogprobs: request.top_logprobs ?? 0,
    truncation: request.truncation ?? 'disabled',
    maxOutputTokens: request.max_output_tokens ?? null,
    maxToolCalls: request.max_tool_calls ?? null,
    store: request.store ?? true,
    background: request.background ?? false,
    metadata: request.metadata ?? {},
    safetyIdentifier: request.safety_identifier ?? null,
    promptCacheKey: request.prompt_cache_key ?? null,
  }
}
