import type { AnyOperation } from '../../operations/define-operation.ts'
import { describeActionInLine, sayDone } from '../../operations/describe-action.ts'
import type { OperationExecutor } from '../../operations/execute-operation.ts'
import type { PendingActionOperations } from '../../operations/pending-actions/index.ts'
import type { PendingActions } from './turn-dependencies.ts'
import { inScriptOf } from './words.ts'

/** Decides pending actions through the operations that decide them everywhere else. */
export function pendingActionsOfExecutor(options: {
  readonly executor: OperationExecutor
  readonly operations: PendingActionOperations
  /** Every operation that an action may be. */
  readonly catalogue: readonly AnyOperation[]
}): PendingActions {
  const { executor, operations } = options
  const byName = new Map(options.catalogue.map((operation) => [operation.name, operation]))
  return {
    confirm: async (caller, id) => {
      await executor.executeOperation(operations.confirm, caller, { id })
    },
    reject: async (caller, id) => {
      await executor.executeOperation(operations.cancel, caller, { id })
    },
    describe: (name, input, form, settings) => {
      const operation = byName.get(name)
      if (!operation) return { action: name, done: name }
      return {
        action: inScriptOf(form, describeActionInLine(operation, input, form, settings)),
        done: inScriptOf(form, sayDone(operation, input, form, settings)),
      }
    },
  }
}
