export { ProcessingNotAllowed } from './consent.ts'
export { consentOperations } from './consent-operations.ts'
export { type Purpose, SETTING_OF } from './consent-purposes.ts'
export { decideConsent, mayProcess } from './consent-store.ts'
