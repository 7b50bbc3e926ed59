export { type AlertJobContext, createEmergencyService, deliverAlertJob } from './alert-jobs.ts'
export { emergencyOperations } from './emergency-operations.ts'
