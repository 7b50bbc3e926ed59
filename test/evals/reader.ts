import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReader } from '../../src/reader/index.ts'
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

/** A table of the figures by kind of report. @throws when the reports are not beside the checkout. */
export async function run(): Promise<string> {
  if (!existsSync(reports)) throw new Error('The lab reports are not here, so nothing was read.')
  const truths = readdirSync(path.join(reports, 'truth'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(reports, 'truth', name), 'utf8')) as Truth)
  const reader = createReader({ concurrency: 1 })
  const scores = new Map<string, { score: Score; milliseconds: number[] }>()
  try {
    for (const truth of truths) {
      for (const file of filesOf(truth)) {
        const began = performance.now()
        const { results } = await reader.read(readFileSync(path.join(reports, file)))
        const group = scores.get(groupOf(file)) ?? { score: emptyScore(), milliseconds: [] }
        group.milliseconds.push(performance.now() - began)
        scores.set(groupOf(file), { ...group, score: addScore(group.score, scoreDocument(truth.rows, results, file)) })
      }
    }
  } finally {
    await reader.close()
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3))
  return [
    'Right: name, value, unit and range all as printed. Silent: a wrong value that is not marked for review.',
    '',
    '| reports | rows | right | value | flag | missed | invented | silent | median ms a document |',
    '|---|---|---|---|---|---|---|---|---|',
    ...[...scores].map(([group, { score, milliseconds }]) =>
      [
        `| ${group}`,
        score.rows,
        share(score.right, score.rows),
        share(score.values, score.rows),
        share(score.flagsRight, score.flags),
        score.missed,
        score.invented,
        score.silent,
        `${milliseconds.sort((a, b) => a - b)[milliseconds.length >> 1]?.toFixed(0)} |`,
      ].join(' | '),
    ),
  ].join('\n')
}
