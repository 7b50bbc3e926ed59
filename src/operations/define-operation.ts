import type { z } from 'zod'
import type { Language } from '../clinical/language-forms.ts'
import type { Transaction } from '../platform/database/index.ts'
import type { ProblemDefinition } from '../platform/errors/problem.ts'

/** What a credential may do. A signed-in person has all of them, an API token those that it was given. */
export const TOKEN_SCOPES = ['read', 'write', 'chat'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Through which surface a call came in; kept in the audit log. */
export type Surface = 'rest' | 'mcp' | 'assistant' | 'job'

/** Who is calling, once proven. */
export interface Caller {
  readonly userId: string
  readonly surface: Surface
  readonly scopes: ReadonlySet<TokenScope>
  /** Language of problems and of texts made for the caller. */
  readonly language: Language
  readonly requestId: string
  readonly sessionId?: string
  readonly ipAddress?: string
  readonly userAgent?: string
}

/**
 * What an operation works with: the caller, a transaction that sees the caller's rows only, the time of the call, and
 * whatever else was registered with the executor.
 */
export interface OperationScope {
  readonly caller: Caller
  readonly transaction: Transaction
  readonly now: Date
}

/** `read` changes nothing, `write` adds or changes, `destructive` removes what cannot be got back. */
export type Effect = 'read' | 'write' | 'destructive'

export interface RestBinding {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with path parameters in OpenAPI's form: `/medications/{id}`. */
  readonly path: string
  /** Status of a success; the default follows the method (POST 201, DELETE 204, otherwise 200). */
  readonly status?: number
}

export interface ToolBinding {
  /** Prompt file below `prompts/`, without extension, that tells a model when and how to use the tool. */
  readonly guidance: string
  /** Whether a model's call waits for the person: `always` records a pending action, `never` runs at once. */
  readonly confirm: 'always' | 'never'
}

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** Dotted, unique, noun before verb: `medications.add`. */
  readonly name: string
  /** One English line for API documents. */
  readonly summary: string
  readonly effect: Effect
  readonly input: Input
  readonly output: Output
  readonly errors?: readonly ProblemDefinition[]
  /** Absent: no REST route. */
  readonly rest?: RestBinding
  /** Absent: no tool for models or MCP clients. */
  readonly tool?: ToolBinding
  readonly run: (scope: OperationScope, input: z.output<Input>) => Promise<z.input<Output>>
}

/** An operation of any shape, as catalogues hold it. */
// biome-ignore lint/suspicious/noExplicitAny: `run` is contravariant in its input, so only `any` admits every operation.
export type AnyOperation = Operation<any, any>

export function defineOperation<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
): Operation<Input, Output> {
  return Object.freeze(operation)
}
