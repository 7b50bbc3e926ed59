export {
  type EmergencyAnswer,
  type EmergencyCall,
  type EmergencyContact,
  emergencyAnswer,
} from './emergency-answer.ts'
export type { Subject, TriagePerson } from './person.ts'
export type { TriageReading } from './text-readings.ts'
export { type RedFlag, type TriageInput, type TriageResult, triage } from './triage.ts'
