/**
 * Runs evaluation suites and writes each one's section of RESULTS.md: `npm run evals -- triage language`, or all of
 * them where none is named. Sets that this project wrote are reported apart from those that it was given.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A suite gives its figures as Markdown, without a heading. */
const SUITES: Readonly<Record<string, { readonly title: string; readonly run: () => Promise<string> }>> = {
  language: { title: 'Language and script of a message', run: async () => (await import('./language.ts')).run() },
  grounding: { title: 'Planted wrong numbers', run: async () => (await import('./grounding.ts')).run() },
  retrieval: { title: 'Questions about one record', run: async () => (await import('./retrieval.ts')).run() },
  triage: { title: 'Urgency of a message', run: async () => (await import('./triage.ts')).run() },
  reader: { title: 'Values read from reports', run: async () => (await import('./reader.ts')).run() },
  answers: { title: 'Answers about real reports', run: async () => (await import('./answers.ts')).run() },
}

const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url))
const HEADING =
  '# What was measured\n\nWritten by `npm run evals`. Sets named "own" were written for this project; the others were collected elsewhere.\n'

function replaceSection(document: string, name: string, body: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const section = `${start}\n${body}\n${end}`
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  return from < 0 || to < 0
    ? `${document.trimEnd()}\n\n${section}\n`
    : document.slice(0, from) + section + document.slice(to + end.length)
}

const wanted = process.argv.slice(2)
const names = wanted.length > 0 ? wanted : Object.keys(SUITES)
for (const name of names) {
  const suite = SUITES[name]
  if (suite === undefined) throw new Error(`There is no suite ${name}. There are: ${Object.keys(SUITES).join(', ')}.`)
  const figures = await suite.run()
  const document = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : HEADING
  const body = `## ${suite.title}\n\n${new Date().toISOString().slice(0, 10)}. ${figures}`
  writeFileSync(RESULTS, replaceSection(document, name, body))
  process.stdout.write(`\n${body}\n`)
}
