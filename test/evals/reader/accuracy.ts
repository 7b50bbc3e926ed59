import { createReader } from '../../../src/reader/index.ts'
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
export async function own(): Promise<string> {
  return await compare(ownReports())
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)

async function compare(reports: Iterable<KnownReport> | AsyncIterable<KnownReport>): Promise<string> {
  const reader = createReader({ concurrency: 1 })
  const groups = new Map<string, Group>()
  try {
    for await (const { group, name, bytes, rows } of reports) {
      if (only !== undefined && !`${group} ${name}`.includes(only)) continue
      const { score, milliseconds, documents } = groups.get(group) ?? {
        score: emptyScore(),
        milliseconds: [],
        documents: 0,
      }
      const began = performance.now()
      const { results, pages } = await reader.read(bytes)
      groups.set(group, {
        score: addScore(score, scoreDocument(rows, results, name)),
        milliseconds: [...milliseconds, ...pages.map(() => (performance.now() - began) / pages.length)],
        documents: documents + 1,
      })
    }
  } finally {
    await reader.close()
  }
  if (process.argv.includes('--notes')) {
    for (const { score } of groups.values()) process.stdout.write(`${score.notes.join('\n')}\n`)
  }
  return [
    'Right: name, value, unit and range all as printed. Silent: a wrong value that is not marked for review. Doubted: right, and yet marked for review.',
    '',
    '| reports | documents | rows | right | value | flag | missed | invented | silent | doubted | median ms a page |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...[...groups].map(([name, group]) => tableRow(name, group)),
  ].join('\n')
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
