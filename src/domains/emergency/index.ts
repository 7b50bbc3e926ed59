export { emergencyOperations } from './emergency-operations.ts'
