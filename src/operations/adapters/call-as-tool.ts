import type { LanguageForm } from '../../clinical/language-forms.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { type ProblemDocument, problemDocument } from '../../platform/errors/problem-document.ts'
import type { AnyOperation, Caller } from '../define-operation.ts'
import { describeActionInLine } from '../describe-action.ts'
import type { OperationExecutor } from '../execute-operation.ts'
import type { PendingActionOperations } from '../pending-actions/index.ts'

/** What became of a model's call. */
export interface ToolOutcome {
  /** Name of the operation. */
  readonly operation: string
  readonly input: unknown
  readonly status: 'completed' | 'failed' | 'awaiting_confirmation'
  /** What the operation answered, when it completed. */
  readonly output?: unknown
  readonly problem?: ProblemDocument
  readonly pendingActionId?: string
  /** What speaks against an action that waits for confirmation. */
  readonly reasons?: readonly string[]
  /** One line for the person, in their own language. */
  readonly summary: string
}

export interface ToolCallSettings {
  readonly caller: Caller
  readonly executor: OperationExecutor
  readonly pendingActions: PendingActionOperations
  /** The conversation that proposed actions belong to. */
  readonly sessionId?: string | undefined
  /** How the person writes; the caller's language where nothing else is known. */
  readonly form?: LanguageForm | undefined
  /** The person's clock, by its IANA name. */
  readonly timeZone?: string | undefined
}

/**
 * Carries out a call of a tool. A file that it was given is put away first, and taken away again where nothing comes of it.
 * Failures that the model can be told about are outcomes; anything else is thrown.
 */
export async function callAsTool(
  operation: AnyOperation,
  given: unknown,
  settings: ToolCallSettings,
): Promise<ToolOutcome> {
  const staging = operation.tool?.staging
  if (staging === undefined) return await call(operation, given, settings)
  const { caller, executor } = settings
  try {
    const { input, discard } = await executor.stageFile(staging, operation, caller, given)
    const outcome = await call(operation, input, settings).catch(async (error: unknown) => {
      await discard()
      throw error
    })
    if (outcome.status === 'failed') await discard()
    return outcome
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const problem = problemDocument(error, caller.language, caller.requestId)
    const summary = describeActionInLine(operation, {}, settings.form ?? caller.language)
    return { operation: operation.name, input: {}, status: 'failed', problem, summary }
  }
}

/**
 * Carries out a model's call of an operation. One that must be confirmed is tried out and taken back, so that the model
 * hears at once what is wrong with it, and then waits for the person as a pending action.
 */
async function call(operation: AnyOperation, input: unknown, settings: ToolCallSettings): Promise<ToolOutcome> {
  const { caller, executor } = settings
  const form = settings.form ?? caller.language
  const { timeZone } = settings
  const common = {
    operation: operation.name,
    input,
    summary: describeActionInLine(operation, input, form, { timeZone }),
  }
  try {
    if (operation.effect !== 'read' && operation.tool?.confirm === 'always') {
      const { subject, ...proposed } = await propose(operation, input, settings)
      const summary = describeActionInLine(operation, input, form, { subject, timeZone })
      return { ...common, summary, ...proposed }
    }
    const { output } = await executor.executeOperation(operation, caller, input)
    return { ...common, status: 'completed', output }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...common, status: 'failed', problem: problemDocument(error, caller.language, caller.requestId) }
  }
}

async function propose(
  operation: AnyOperation,
  input: unknown,
  { caller, executor, pendingActions, sessionId }: ToolCallSettings,
): Promise<Pick<ToolOutcome, 'status' | 'pendingActionId' | 'reasons'> & { subject: Subject | undefined }> {
  const question = await openQuestion(operation, input, caller, executor)
  const subject = await subjectOf(operation, input, caller, executor)
  const { output } = await executor.executeOperation(pendingActions.propose, caller, {
    operation: operation.name,
    input: { ...(input as object), ...question.acknowledgement },
    reasons: question.reasons,
    subject: subject ?? null,
    session_id: sessionId ?? null,
  })
  return { status: 'awaiting_confirmation', pendingActionId: output.id, reasons: question.reasons, subject }
}

type Subject = Readonly<Record<string, unknown>>

/** What names the row that would change, for the person who has to agree. */
async function subjectOf(
  { subject }: AnyOperation,
  input: unknown,
  caller: Caller,
  executor: OperationExecutor,
): Promise<Subject | undefined> {
  if (!subject) return undefined
  const { read, columns } = subject
  const address = Object.entries(input as object).filter(([key]) => read.rest?.path.includes(`{${key}}`))
  const { output } = await executor.executeOperation(read, caller, Object.fromEntries(address))
  const row = output as Subject
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}

/** What the operation would ask before it acts, and the input that answers it. */
async function openQuestion(operation: AnyOperation, input: unknown, caller: Caller, executor: OperationExecutor) {
  try {
    await executor.rehearseOperation(operation, caller, input)
    return { reasons: [], acknowledgement: {} }
  } catch (error) {
    if (!(error instanceof Problem) || error.definition.confirmedBy === undefined) throw error
    const reasons = error.extensions['reasons']
    return {
      reasons: Array.isArray(reasons) ? reasons.map(String) : [],
      acknowledgement: { [error.definition.confirmedBy]: true },
    }
  }
}
