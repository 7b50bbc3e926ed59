import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A suite gives its figures as Markdown, without a heading. */
export interface Suite {
  readonly title: string
  readonly run: () => Promise<string>
}

const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url))
const HEADING =
  '# What was measured\n\nWritten by `npm run evals`. Sets named "own" were written for this project; the others were collected elsewhere.\n'

/**
 * Runs suites one after the other and writes each one's section of RESULTS.md as soon as it is through.
 * @throws for a name that is none of the suites'.
 */
export async function runSuites(suites: Readonly<Record<string, Suite>>, wanted: readonly string[]): Promise<void> {
  for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
    const suite = suites[name]
    if (suite === undefined) throw new Error(`There is no suite ${name}. There are: ${Object.keys(suites).join(', ')}.`)
    const figures = await suite.run()
    const document = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : HEADING
    const body = `## ${suite.title}\n\n${new Date().toISOString().slice(0, 10)}. ${figures}`
    writeFileSync(RESULTS, replaceSection(document, name, body))
    process.stdout.write(`\n${body}\n`)
  }
}

function replaceSection(document: string, name: string, body: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const section = `${start}\n${body}\n${end}`
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  return from < 0 || to < 0
    ? `${document.trimEnd()}\n\n${section}\n`
    : document.slice(0, from) + section + document.slice(to + end.length)
}
