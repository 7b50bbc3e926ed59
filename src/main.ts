import { loadProgram } from './load-program.ts'

const { sentenceFor, start } = await loadProgram('start', () => import('./start.ts'))
try {
  await start()
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`)
  // Threads of the embedded database would otherwise keep a process alive that failed to start.
  process.exit(1)
}
