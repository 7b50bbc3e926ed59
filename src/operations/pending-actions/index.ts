export { type PendingActionOperations, pendingActionOperations } from './pending-action-operations.ts'
