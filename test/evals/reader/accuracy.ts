import { availableParallelism } from 'node:os'
import { createReader } from '../../../src/reader/index.ts'
import type { SampleKind } from '../../support/samples/samples.ts'
import { machineLoad } from './machine-load.ts'
import { collectedReports, type KnownReport, laterReports, ownReports } from './reports.ts'
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

/** Our reports of a later day: what the reader made of them when it met them first stands beside what it makes of them now. */
export async function later(kinds: readonly SampleKind[]): Promise<string> {
  const now = await compare(laterReports(kinds))
  return `Written after the reader read all the others, in layouts that those do not have. ${FIRST_MEETING}\n\n${now}`
}

const FIRST_MEETING =
  'At first meeting, before anything was changed for them, of the text PDFs 131 of 169 rows were right (154 values, 128 of 131 flags), 13 missed, 1 invented, 2 silent; of the scans 103 of 157 (129 values, 105 of 110 flags), 22 missed, 1 invented, 4 silent; of the photos 117 of 157 (132 values, 106 of 116 flags), 13 missed, 3 silent.'

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)

/** A busy machine must not make a page unreadable here; how long pages take is told apart. */
const PAGE_MILLISECONDS = 300_000

async function compare(reports: Iterable<KnownReport> | AsyncIterable<KnownReport>): Promise<string> {
  const concurrency = availableParallelism()
  const reader = createReader({ concurrency, pageMilliseconds: PAGE_MILLISECONDS })
  const groups = new Map<string, Group>()
  const readOne = async (report: KnownReport): Promise<void> => {
    const began = performance.now()
    const { results, pages } = await reader.read(report.bytes)
    const each = (performance.now() - began) / pages.length
    const score = scoreDocument(report.rows, results, report.name)
    tell(report.name, score, each)
    const before = groups.get(report.group) ?? { score: emptyScore(), milliseconds: [], documents: 0 }
    groups.set(report.group, {
      score: addScore(before.score, score),
      milliseconds: [...before.milliseconds, ...pages.map(() => each)],
      documents: before.documents + 1,
    })
  }
  try {
    const waiting = wanted(reports)
    const readAll = async (): Promise<void> => {
      for (let next = await waiting.next(); !next.done; next = await waiting.next()) await readOne(next.value)
    }
    await Promise.all(Array.from({ length: concurrency }, readAll))
  } finally {
    await reader.close()
  }
  return [
    `Right: name, value, unit and range all as printed. Silent: a wrong value that is not marked for review. Doubted: right, and yet marked for review. As many at once as there are cores. ${machineLoad()}`,
    '',
    '| reports | documents | rows | right | value | flag | missed | invented | silent | doubted | median ms a page |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...[...groups].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, group]) => tableRow(name, group)),
  ].join('\n')
}

/** Handed out one by one to whoever is free. */
async function* wanted(reports: Iterable<KnownReport> | AsyncIterable<KnownReport>): AsyncGenerator<KnownReport> {
  for await (const report of reports) {
    if (only === undefined || `${report.group} ${report.name}`.includes(only)) yield report
  }
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
