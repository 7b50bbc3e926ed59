import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiled code is kept beside the packages it comes from: every start after the first saves a second. Not in the
// system's folder for temporary files, where others could leave code for us.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/swasthwrap/compiled', import.meta.url)))

const { sentenceFor, start } = await import('./start.ts')
try {
  await start()
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`)
  // Threads of the embedded database would otherwise keep a process alive that failed to start.
  process.exit(1)
}
