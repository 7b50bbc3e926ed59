import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Suite, SuiteOptions } from './suite.ts'

const RESULTS = fileURLToPath(new URL('../RESULTS.md', import.meta.url))
const HEADING =
  '# How quick it is\n\nWritten by `npm run bench`. Figures are ratios against a baseline that ran beside, on the same machine in the same minutes; what each suite does stands in `test/bench`.\n'
/** Between these lines of a section stands what a person wrote about the figures; a new run leaves it. */
const REMARKS = ['<!-- remarks -->', '<!-- /remarks -->'] as const

/** Runs a suite and, unless it was a quick run, writes its section of RESULTS.md. */
export async function runSuite(name: string, suite: Suite, options: SuiteOptions): Promise<void> {
  const figures = await suite.run(options)
  const body = `## ${suite.title}\n\n${figures}`
  process.stdout.write(`\n${body}\n`)
  if (options.quick) return
  const document = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : HEADING
  writeFileSync(RESULTS, replaceSection(document, name, body))
}

function replaceSection(document: string, name: string, body: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  const before = from < 0 ? '' : document.slice(from, to)
  const section = `${start}\n${body}\n\n${remarksOf(before)}\n${end}`
  return from < 0
    ? `${document.trimEnd()}\n\n${section}\n`
    : document.slice(0, from) + section + document.slice(to + end.length)
}

function remarksOf(section: string): string {
  const from = section.indexOf(REMARKS[0])
  const to = section.indexOf(REMARKS[1])
  return from < 0 ? REMARKS.join('\n') : section.slice(from, to + REMARKS[1].length)
}
