import type { z } from 'zod'
import type { Caller } from '../platform/auth/caller.ts'
import type { Transaction } from '../platform/database/index.ts'
import type { FieldError, ProblemDefinition } from '../platform/errors/problem.ts'

export { type Caller, type Surface, TOKEN_SCOPES, type TokenScope } from '../platform/auth/caller.ts'

/**
 * Whatever else operations need besides the database (files, jobs). A domain that needs a service declares it here by
 * module augmentation, and the process that builds the executor must hand it in.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains that need services.
export interface OperationServices {}

/** A row that an answer is about. */
export interface Resource {
  /** The table, which is also what the audit log calls the kind of resource. */
  readonly table: string
  readonly id: string
  /** Entity tag of the row as it stands, from `entityTag`. Absent for rows that are not edited by themselves. */
  readonly version?: string
}

/** One row that an operation added, changed or removed. */
export interface RecordChange {
  readonly kind: 'created' | 'updated' | 'deleted'
  readonly table: string
  readonly id: string
  /** The columns that changed, as they were and as they are; `null` where there is no row on that side. */
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  /** What a search should find the row by. Absent: the row is not searched. */
  readonly text?: string
  /** Whether the text says nothing that its words do not, so that meaning need not be compared. */
  readonly wordsSuffice?: boolean
  /** The time that the row speaks about: `YYYY-MM-DD` or RFC 3339. */
  readonly at?: string
}

/**
 * What an operation works with: the caller, a transaction that sees the caller's rows only, the time of the call, and
 * whatever else was registered with the executor.
 */
export interface OperationScope {
  readonly caller: Caller
  readonly transaction: Transaction
  readonly now: Date
  readonly services: OperationServices
  /** Entity tags of which one must be the row's, or `undefined` where the caller named none (`If-Match`). */
  readonly ifMatch: readonly string[] | undefined
  /** Names the row that the answer is about, for the audit log and the answer's entity tag. */
  readonly about: (resource: Resource) => void
  /** Names a row that was added, changed or removed, for the audit log and the search index. */
  readonly changed: (change: RecordChange) => Promise<void>
  /** Runs another operation within this call: same transaction, its own validation and audit row. */
  readonly perform: <Input extends z.ZodObject, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    rawInput: unknown,
  ) => Promise<z.output<Output>>
}

/** `read` changes nothing, `write` adds or changes, `destructive` removes what cannot be got back. */
export type Effect = 'read' | 'write' | 'destructive'

export interface RestBinding {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with path parameters in OpenAPI's form: `/medications/{id}`. */
  readonly path: string
  /** Status of a success; the default follows the method (POST 201, DELETE 204, otherwise 200). */
  readonly status?: number
  /** What the answer is where it is not plain JSON: `application/fhir+json`. */
  readonly mediaType?: string
  /** The answer holds more than the row that its entity tag speaks of, so having the tag is not having the answer. */
  readonly computed?: boolean
}

export interface ToolBinding {
  /**
   * What tells a model when and how to use the tool: a prompt file below `prompts/`, without its extension. Its
   * section with the operation's name as heading is the guidance.
   */
  readonly guidance: string
  /** Whether a model's call waits for the person: `always` records a pending action, `never` runs at once. */
  readonly confirm: 'always' | 'never'
  /** For tools that take a file, which operations do not. Models of the assistant have no files to give, so they get none. */
  readonly staging?: Staging
}

/** How a tool's file is put away before any transaction is opened, and before the person has agreed to anything. */
export interface Staging {
  /** What the tool is given in place of the operation's input. */
  readonly input: z.ZodObject
  /**
   * Puts the file away and gives the operation's input.
   * @throws {Problem} where the file cannot be taken.
   */
  readonly stage: (
    services: OperationServices,
    caller: Caller,
    given: never,
  ) => Promise<Readonly<Record<string, unknown>>>
  /** Takes away what was staged for an input that came to nothing. */
  readonly discard: (services: OperationServices, caller: Caller, input: never) => Promise<void>
}

/** What violated constraints mean, by their names: a problem of its own, or a field that is not right. */
export type Conflicts = Readonly<Record<string, ProblemDefinition | FieldError>>

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** Dotted, unique, noun before verb: `medications.add`. */
  readonly name: string
  /** One English line for API documents. */
  readonly summary: string
  readonly effect: Effect
  /** Goes through much of the record, and writes nothing: a replica is asked, where there is one that is up to date. */
  readonly readsMuch?: boolean
  /** Reads, and brings up to date on the way what is kept of what it computes. */
  readonly keepsWhatItComputes?: boolean
  readonly input: Input
  readonly output: Output
  /** What it may fail with besides what every operation may: validation, scope, not found where it takes an id. */
  readonly errors?: readonly ProblemDefinition[]
  /** What the violation of a named database constraint means, where it is not simply `already-exists` or `still-in-use`. */
  readonly conflicts?: Conflicts
  /** What takes the place of secrets of the output where the answer is kept to be repeated (`Idempotency-Key`). */
  readonly secretOutput?: (output: z.output<Output>) => Partial<z.input<Output>>
  /** What a person is told of an input, and of the row that it changes, where that is not all of both as they stand. */
  readonly told?: (
    input: Readonly<Record<string, unknown>>,
    subject: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>
  /** How the row that is changed or deleted is read, and the columns that a person knows it by. */
  readonly subject?: { readonly read: AnyOperation; readonly columns: readonly string[] }
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
