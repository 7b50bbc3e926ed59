export { CLOCK_EVERY_MILLISECONDS, clockJob } from './reminder-jobs.ts'
export { runClock } from './run-clock.ts'
