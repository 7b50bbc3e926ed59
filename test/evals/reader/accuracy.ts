import { createReader } from '../../../src/reader/index.ts'
import type { SampleKind } from '../../support/samples/samples.ts'
import { machineLoad } from './machine-load.ts'
import { collectedReports, type KnownReport, ownReports } from './reports.ts'
import { addScore, emptyScore, type Score, scoreDocument } from './score.ts'

interface Group {
  readonly score: Score
  /** For each page. */
  readonly milliseconds: readonly number[]
  readonly documents: number
}

/** Collected reports of some groups, row by row. */
export async function collected(groups: readonly string[]): Promise<string> {
  return await compare(collectedReports(groups))
}

/** Our own reports; `--only=photo` reads those alone whose name or group holds the word. */
export async function own(kinds: readonly SampleKind[]): Promise<string> {
  return await compare(ownReports(kinds))
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)

/** A busy machine must not make a page unreadable here; how long pages take is told apart. */
const PAGE_MILLISECONDS = 300_000

async function compare(reports: Iterable<KnownReport> | AsyncIterable<KnownReport>): Promise<string> {
  const reader = createReader({ concurrency: 1, pageMilliseconds: PAGE_MILLISECONDS })
  const groups = new Map<string, Group>()
  try {
    for await (const report of reports) {
      if (only !== undefined && !`${report.group} ${report.name}`.includes(only)) continue
      const before = groups.get(report.group) ?? { score: emptyScore(), milliseconds: [], documents: 0 }
      const began = performance.now()
      const { results, pages } = await reader.read(report.bytes)
      const each = (performance.now() - began) / pages.length
      const score = scoreDocument(report.rows, results, report.name)
      tell(report.name, score, each)
      groups.set(report.group, {
        score: addScore(before.score, score),
        milliseconds: [...before.milliseconds, ...pages.map(() => each)],
        documents: before.documents + 1,
      })
    }
  } finally {
    await reader.close()
  }
  return [
    `Right: name, value, unit and range all as printed. Silent: a wrong value that is not marked for review. Doubted: right, and yet marked for review. ${machineLoad()}`,
    '',
    '| reports | documents | rows | right | value | flag | missed | invented | silent | doubted | median ms a page |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...[...groups].map(([name, group]) => tableRow(name, group)),
  ].join('\n')
}

function tell(name: string, score: Score, milliseconds: number): void {
  if (!process.argv.includes('--notes')) return
  process.stdout.write(`${name} ${milliseconds.toFixed(0)} ms\n${score.notes.map((note) => `  ${note}\n`).join('')}`)
}

function tableRow(name: string, { score, milliseconds, documents }: Group): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3))
  const median = milliseconds.toSorted((a, b) => a - b)[milliseconds.length >> 1] ?? 0
  const cells = [
    name,
    documents,
    score.rows,
    share(score.right, score.rows),
    share(score.values, score.rows),
    share(score.flagsRight, score.flags),
    score.missed,
    score.invented,
    score.silent,
    score.reviewed,
    median.toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}
