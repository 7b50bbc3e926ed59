export { type Consultation, consultationOf } from './consultation.ts'
export { factOfStep, nextStep } from './next-step.ts'
