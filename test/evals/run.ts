/**
 * Runs evaluation suites and writes each one's section of RESULTS.md: `npm run evals -- triage language`, or all of
 * them where none is named. Sets that this project wrote are reported apart from those that it was given.
 */
import { READER_SUITES } from './reader.ts'
import { runSuites, type Suite } from './run-suites.ts'

const SUITES: Readonly<Record<string, Suite>> = {
  language: { title: 'Language and script of a message', run: async () => (await import('./language.ts')).run() },
  grounding: { title: 'Planted wrong numbers', run: async () => (await import('./grounding.ts')).run() },
  confidence: { title: 'How sure an answer says it is', run: async () => (await import('./confidence.ts')).run() },
  retrieval: { title: 'Questions about one record', run: async () => (await import('./retrieval.ts')).run() },
  triage: { title: 'Urgency of a message', run: async () => (await import('./triage.ts')).run() },
  ...READER_SUITES,
  answers: {
    title: 'Answers about reports with a text layer',
    run: async () => (await import('./answers.ts')).run(['text-pdf']),
  },
  'answers-pictures': {
    title: 'Answers about pictures and scans of reports',
    run: async () => (await import('./answers.ts')).run(['image', 'scan', 'simulated scan', 'simulated photo']),
  },
}

await runSuites(
  SUITES,
  process.argv.slice(2).filter((argument) => !argument.startsWith('--')),
)
