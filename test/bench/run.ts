import { turn } from './turn.ts'

/** `npm run bench -- [suite]`: measures how quick the product is, as ratios and differences against a baseline. */
const SUITES: Readonly<Record<string, () => Promise<void>>> = { turn }

const wanted = process.argv[2]
if (wanted !== undefined && !(wanted in SUITES)) {
  process.stderr.write(`There is no suite ${wanted}; there are: ${Object.keys(SUITES).join(', ')}\n`)
  process.exit(2)
}
for (const [name, suite] of Object.entries(SUITES)) if (wanted === undefined || wanted === name) await suite()
process.exit(0)
