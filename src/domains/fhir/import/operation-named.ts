import type { AnyOperation } from '../../../operations/define-operation.ts'

/** An operation of another domain, which an import performs as the person would. */
export function operationNamed(operations: readonly AnyOperation[], name: string): AnyOperation {
  const found = operations.find((operation) => operation.name === name)
  if (found === undefined) throw new Error(`There is no operation ${name}`)
  return found
}
