import type { AnyOperation } from '../../operations/define-operation.ts'
import { conditionMedications, conditions } from './condition-operations.ts'

export const conditionOperations: readonly AnyOperation[] = [
  ...conditions.operations,
  ...conditionMedications.operations,
]
