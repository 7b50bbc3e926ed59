/**
 * Measures how quick the product is beside a baseline, and writes each suite's section of RESULTS.md: `npm run bench --
 * rest chat`, or all suites where none is named. `--quick` tries a suite in a minute and keeps nothing.
 */
import { parseArgs } from 'node:util'
import { runSuite } from './support/results.ts'
import type { Suite } from './support/suite.ts'

const SUITES: Readonly<Record<string, Suite>> = {
  rest: { title: 'REST', run: async (options) => (await import('./rest.ts')).rest(options) },
  chat: { title: 'Chat', run: async (options) => (await import('./chat.ts')).chat(options) },
  turn: { title: 'One turn, stage by stage', run: async (options) => (await import('./turn.ts')).turn(options) },
  retrieval: {
    title: 'Retrieval',
    run: async (options) => (await import('./retrieval.ts')).retrieval(options),
  },
  ocr: { title: 'Reading of pages', run: async (options) => (await import('./ocr.ts')).ocr(options) },
  embedded: {
    title: 'The embedded profile',
    run: async (options) => (await import('./embedded.ts')).embedded(options),
  },
  scale: {
    title: 'Scale',
    run: async (options) => (await import('./scale.ts')).scale(options),
  },
}

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.find((name) => !(name in SUITES))
if (unknown !== undefined) {
  process.stderr.write(`There is no suite ${unknown}; there are: ${Object.keys(SUITES).join(', ')}\n`)
  process.exit(2)
}
for (const [name, suite] of Object.entries(SUITES)) {
  if (positionals.length === 0 || positionals.includes(name)) await runSuite(name, suite, values)
}
process.exit(0)
