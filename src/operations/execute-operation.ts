import type { z } from 'zod'
import { type Database, type Transaction, UniqueViolation } from '../platform/database/index.ts'
import { InsufficientScope, Problem } from '../platform/errors/problem.ts'
import { inSpan } from '../platform/telemetry/tracing.ts'
import {
  type AuditLine,
  auditLines,
  type CallRecord,
  emptyCallRecord,
  queueAudit,
  queueFailureAudit,
} from './audit-trail.ts'
import { toProblem } from './database-problems.ts'
import type {
  AnyOperation,
  Caller,
  Operation,
  OperationScope,
  OperationServices,
  RecordChange,
  Staging,
} from './define-operation.ts'
import { findAnswer, type IdempotentCall, idempotentCall, queueAnswer } from './idempotency.ts'
import type { PrepareOptions } from './prepare-input.ts'
import { createReadAudit } from './read-audit.ts'
import { validateInput } from './validate-input.ts'

/** Told of every row that an operation changes, inside its transaction: the search index keeps itself up with this. */
export type ChangeListener = (scope: OperationScope, change: RecordChange) => void | Promise<void>

export interface ExecutorSettings {
  readonly database: Database
  readonly services: OperationServices
  readonly changeListeners?: readonly ChangeListener[]
  readonly now?: () => Date
  /** Told of errors that no caller can receive: a failed call whose audit row could not be written either. */
  readonly report?: (error: unknown) => void
}

export interface ExecuteOptions extends PrepareOptions {
  /** Entity tags of `If-Match`. */
  readonly ifMatch?: readonly string[] | undefined
  readonly idempotencyKey?: string | undefined
}

export interface Outcome<Output> {
  readonly output: Output
  /** Entity tag of the row that the answer is about. */
  readonly etag: string | undefined
  /** The answer of an earlier call with the same idempotency key. */
  readonly repeated: boolean
}

export interface OperationExecutor {
  /**
   * The only way into an operation: authorise, validate, open the tenant's transaction, run, validate the output, audit,
   * commit. A failure leaves nothing behind but its audit row.
   * @throws {Problem} for everything that the caller can be told about.
   */
  readonly executeOperation: <Input extends z.ZodObject, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    caller: Caller,
    rawInput: unknown,
    options?: ExecuteOptions,
  ) => Promise<Outcome<z.output<Output>>>
  /**
   * Runs an operation and takes it back, to find out what it would say.
   * @throws {Problem} as the operation itself would.
   */
  readonly rehearseOperation: <Input extends z.ZodObject, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    caller: Caller,
    rawInput: unknown,
  ) => Promise<z.output<Output>>
  /**
   * Puts away the file that a tool was given; `input` is the operation's own input then, and `discard` undoes it.
   * @throws {Problem} as the operation itself would, or where the file cannot be taken.
   */
  readonly stageFile: (
    staging: Staging,
    operation: AnyOperation,
    caller: Caller,
    rawInput: unknown,
  ) => Promise<StagedInput>
}

export interface StagedInput {
  readonly input: Readonly<Record<string, unknown>>
  readonly discard: () => Promise<void>
}

/** Ends a rehearsal: nothing that was written stays. */
class Rehearsed extends Error {
  readonly output: unknown

  constructor(output: unknown) {
    super('Rehearsed')
    this.output = output
  }
}

export function createOperationExecutor(settings: ExecutorSettings): OperationExecutor {
  const { database } = settings
  const clock = settings.now ?? (() => new Date())

  const readAudit = createReadAudit(database)

  /** Runs an operation whose input is valid already, within a transaction that is open already. */
  async function run(call: Call): Promise<Answer> {
    const record = emptyCallRecord()
    const result: unknown = await call.operation.run(scopeOf(call, record), call.input)
    const output: unknown = call.operation.output.parse(result)
    call.trail.push(...auditLines(call, record))
    return { output, etag: record.resource?.version }
  }

  /** What was read is answered only once the primary has the lines of the audit log that say so. */
  async function readApart(call: CallOfCaller): Promise<Outcome<unknown>> {
    const { readsMuch = false } = call.operation
    const { answer, trail } = await database.asReader(
      call.caller.userId,
      async (transaction) => {
        const trail: AuditLine[] = []
        return { answer: await run({ ...call, transaction, trail }), trail }
      },
      { readsMuch },
    )
    await readAudit.keep(trail)
    return { ...answer, repeated: false }
  }

  function scopeOf(call: Call, record: CallRecord): OperationScope {
    const { caller, transaction, trail, now, ifMatch } = call
    const scope: OperationScope = {
      caller,
      transaction,
      now,
      services: settings.services,
      ifMatch,
      about: (resource) => {
        record.resource = resource
      },
      changed: async (change) => {
        record.changes.push(change)
        for (const listener of settings.changeListeners ?? []) await listener(scope, change)
      },
      perform: async (operation, rawInput) => {
        authorise(operation, caller)
        const input = validateInput(operation.input, rawInput)
        const { output } = await run({ operation, input, caller, transaction, trail, now, ifMatch: undefined })
        return output as never
      },
    }
    return scope
  }

  async function attempt(call: CallOfCaller, once: IdempotentCall | undefined): Promise<Outcome<unknown>> {
    const { effect, keepsWhatItComputes = false } = call.operation
    const onlyReads = effect === 'read' && !keepsWhatItComputes && once === undefined
    if (onlyReads && database.readsApart) return await readApart(call)
    return await database.asUser(call.caller.userId, async (transaction) => {
      const trail: AuditLine[] = []
      const earlier = once && (await findAnswer(transaction, once, call.now))
      if (earlier) {
        queueAudit(transaction, auditLines(call, emptyCallRecord()))
        return { ...earlier, repeated: true }
      }
      const answer = await run({ ...call, transaction, trail })
      queueAudit(transaction, trail)
      const { secretOutput } = call.operation
      const kept = secretOutput
        ? { ...answer, output: { ...(answer.output as object), ...secretOutput(answer.output) } }
        : answer
      if (once) queueAnswer(transaction, once, kept, call.now)
      return { ...answer, repeated: false }
    })
  }

  const executeOperation = (operation: AnyOperation, caller: Caller, rawInput: unknown, options?: ExecuteOptions) =>
    inSpan(`operation ${operation.name}`, 'internal', { 'swasthwrap.surface': caller.surface }, () =>
      execute(operation, caller, rawInput, options),
    )

  async function execute(
    operation: AnyOperation,
    caller: Caller,
    rawInput: unknown,
    options: ExecuteOptions = {},
  ): Promise<Outcome<unknown>> {
    const now = clock()
    try {
      authorise(operation, caller)
      const input: unknown = validateInput(operation.input, rawInput, options)
      const once =
        options.idempotencyKey === undefined
          ? undefined
          : idempotentCall(caller.userId, options.idempotencyKey, operation, input)
      const call = { operation, input, caller, now, ifMatch: options.ifMatch }
      try {
        return await attempt(call, once)
      } catch (error) {
        if (!once || !(error instanceof UniqueViolation && error.table === 'idempotency_keys')) throw error
        return await attempt(call, once)
      }
    } catch (error) {
      const failure = toProblem(error, operation.conflicts)
      await auditFailure({ operation, caller, now }, failure)
      throw failure
    }
  }

  async function auditFailure(context: { operation: AnyOperation; caller: Caller; now: Date }, failure: unknown) {
    const reason = failure instanceof Problem ? failure.definition.type : 'internal-error'
    try {
      await database.asUser(context.caller.userId, async (transaction) =>
        queueFailureAudit(transaction, context, reason),
      )
    } catch (error) {
      settings.report?.(error)
    }
  }

  async function rehearseOperation(operation: AnyOperation, caller: Caller, rawInput: unknown): Promise<unknown> {
    authorise(operation, caller)
    const input: unknown = validateInput(operation.input, rawInput)
    try {
      return await database.asUser(caller.userId, async (transaction) => {
        const now = clock()
        const { output } = await run({ operation, input, caller, transaction, trail: [], now, ifMatch: undefined })
        throw new Rehearsed(output)
      })
    } catch (error) {
      if (error instanceof Rehearsed) return error.output
      throw toProblem(error, operation.conflicts)
    }
  }

  async function stageFile(
    staging: Staging,
    operation: AnyOperation,
    caller: Caller,
    rawInput: unknown,
  ): Promise<StagedInput> {
    authorise(operation, caller)
    const given = validateInput(staging.input, rawInput)
    const input = await staging.stage(settings.services, caller, given as never)
    return { input, discard: () => staging.discard(settings.services, caller, input as never) }
  }

  return { executeOperation, rehearseOperation, stageFile } as OperationExecutor
}

interface Call {
  readonly operation: AnyOperation
  readonly input: unknown
  readonly caller: Caller
  readonly transaction: Transaction
  /** What the audit log will say, of this call and of those that it makes. */
  readonly trail: AuditLine[]
  readonly now: Date
  readonly ifMatch: readonly string[] | undefined
}

type CallOfCaller = Omit<Call, 'transaction' | 'trail'>

interface Answer {
  readonly output: unknown
  readonly etag: string | undefined
}

/** @throws {Problem} InsufficientScope where the credential may not do what the operation does. */
function authorise(operation: AnyOperation, caller: Caller): void {
  const needed = operation.effect === 'read' ? 'read' : 'write'
  if (!caller.scopes.has(needed)) throw new Problem(InsufficientScope, { values: { scope: needed } })
}
