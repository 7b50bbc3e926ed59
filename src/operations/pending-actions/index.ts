export { PendingActionDecided, PendingActionExpired, pendingAction } from './pending-action.ts'
export { type PendingActionOperations, pendingActionOperations } from './pending-action-operations.ts'
