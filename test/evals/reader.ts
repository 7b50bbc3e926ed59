import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReader } from '../../src/reader/index.ts'
import type { SampleRow } from '../support/samples/report.ts'
import { ownSamples } from '../support/samples/samples.ts'
import { addScore, emptyScore, type Score, scoreDocument, type TruthRow } from './reader/score.ts'

/** Reads every report that has a truth file, and the degraded copies of it, and compares row by row. */

const reports = fileURLToPath(new URL('../../../shared/data/lab-reports/', import.meta.url))

interface Truth {
  readonly file: string
  readonly alsoDerived?: readonly string[]
  readonly rows: readonly TruthRow[]
}

/** The file itself, and those of `degraded` whose names end as the truth says. */
function filesOf({ file, alsoDerived = [] }: Truth): string[] {
  const endings = alsoDerived.flatMap((pattern) => pattern.match(/^degraded\/\*(\S+)/)?.[1] ?? [])
  const degraded = readdirSync(path.join(reports, 'degraded')).filter((name) =>
    endings.some((ending) => path.parse(name).name.endsWith(ending)),
  )
  return [file, ...degraded.map((name) => `degraded/${name}`)]
}

/** `text-pdf`, `scan`, `image`, and of the degraded ones `simulated scan` and `simulated photo`. */
function groupOf(file: string): string {
  const [folder = '', name = ''] = file.split('/')
  return folder === 'degraded' ? `simulated ${name.startsWith('scan') ? 'scan' : 'photo'}` : folder
}

interface Group {
  readonly score: Score
  readonly milliseconds: readonly number[]
}

/** Documents to read, collected and our own, each with what it says. */
async function* documents(): AsyncGenerator<{
  group: string
  name: string
  bytes: Uint8Array
  rows: readonly TruthRow[]
}> {
  for (const name of readdirSync(path.join(reports, 'truth')).sort()) {
    const truth = JSON.parse(readFileSync(path.join(reports, 'truth', name), 'utf8')) as Truth
    for (const file of filesOf(truth)) {
      yield { group: groupOf(file), name: file, bytes: readFileSync(path.join(reports, file)), rows: truth.rows }
    }
  }
  for await (const { name, kind, language, report, bytes } of ownSamples()) {
    const script = language === 'en' ? 'Latin' : 'Hindi and Tamil'
    yield {
      group: `own: ${kind}, ${script}`,
      name,
      bytes,
      rows: report.sections.flatMap(({ rows }) => rows.map(truthOf)),
    }
  }
}

const truthOf = ({ test, value, unit, low, high, side }: SampleRow): TruthRow => ({
  test,
  value,
  unit,
  refLow: low,
  refHigh: high,
  flag: null,
  computed: side,
})

/**
 * A table of the figures by kind of report.
 * @throws when the collected reports are not beside the checkout.
 */
export async function run(): Promise<string> {
  if (!existsSync(reports)) throw new Error('The lab reports are not here, so nothing was read.')
  const reader = createReader({ concurrency: 1 })
  const groups = new Map<string, Group>()
  try {
    for await (const { group, name, bytes, rows } of documents()) {
      const { score, milliseconds } = groups.get(group) ?? { score: emptyScore(), milliseconds: [] }
      const began = performance.now()
      const { results } = await reader.read(bytes)
      groups.set(group, {
        score: addScore(score, scoreDocument(rows, results, name)),
        milliseconds: [...milliseconds, performance.now() - began],
      })
    }
  } finally {
    await reader.close()
  }
  return [
    'Right: name, value, unit and range all as printed. Silent: a wrong value that is not marked for review.',
    'Groups named "own" are reports that this project made up and drew; the others were collected elsewhere.',
    '',
    '| reports | documents | rows | right | value | flag | missed | invented | silent | median ms a document |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...[...groups].map(([name, group]) => tableRow(name, group)),
  ].join('\n')
}

function tableRow(name: string, { score, milliseconds }: Group): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3))
  const median = milliseconds.toSorted((a, b) => a - b)[milliseconds.length >> 1] ?? 0
  const cells = [
    name,
    milliseconds.length,
    score.rows,
    share(score.right, score.rows),
    share(score.values, score.rows),
    share(score.flagsRight, score.flags),
    score.missed,
    score.invented,
    score.silent,
    median.toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}
