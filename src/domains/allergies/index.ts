import type { AnyOperation } from '../../operations/define-operation.ts'
import { allergies } from './allergy.ts'

export const allergyOperations: readonly AnyOperation[] = allergies.operations
