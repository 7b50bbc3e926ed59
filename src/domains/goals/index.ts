import type { AnyOperation } from '../../operations/define-operation.ts'
import { goalProgress, goals } from './goal-operations.ts'

export const goalOperations: readonly AnyOperation[] = [...goals.operations, ...goalProgress.operations]
