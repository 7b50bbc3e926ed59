export { PENDING_ACTION_LIFETIME_MILLISECONDS } from './pending-action.ts'
export { type PendingActionOperations, pendingActionOperations } from './pending-action-operations.ts'
