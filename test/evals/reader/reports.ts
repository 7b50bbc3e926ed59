import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { asPhoto, asScan } from '../../support/samples/degrade.ts'
import { drawLater, LATER_REPORTS } from '../../support/samples/later-reports.ts'
import type { SampleRow } from '../../support/samples/report.ts'
import { ownSamples, renderPages, type SampleKind } from '../../support/samples/samples.ts'
import type { TruthRow } from './score.ts'

const REPORTS = fileURLToPath(new URL('../../../../shared/data/lab-reports/', import.meta.url))

/** A report with what it says. */
export interface KnownReport {
  /** `text-pdf`, `scan`, `image`, `simulated scan`, `simulated photo`, or a kind of our own. */
  readonly group: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rows: readonly TruthRow[]
}

interface Truth {
  readonly file: string
  readonly alsoDerived?: readonly string[]
  readonly rows: readonly TruthRow[]
}

/**
 * The collected reports of some groups.
 * @throws when they are not beside the checkout.
 */
export function collectedReports(groups: readonly string[]): KnownReport[] {
  if (!existsSync(REPORTS)) throw new Error('The lab reports are not here, so nothing was read.')
  return readdirSync(path.join(REPORTS, 'truth'))
    .sort()
    .flatMap((name) => {
      const truth = JSON.parse(readFileSync(path.join(REPORTS, 'truth', name), 'utf8')) as Truth
      return filesOf(truth)
        .map((file) => ({ group: groupOf(file), file }))
        .filter(({ group }) => groups.includes(group))
        .map(({ group, file }) => ({
          group,
          name: file,
          bytes: Uint8Array.from(readFileSync(path.join(REPORTS, file))),
          rows: truth.rows,
        }))
    })
}

/** The file itself, and those of `degraded` whose names end as the truth says. */
function filesOf({ file, alsoDerived = [] }: Truth): string[] {
  const endings = alsoDerived.flatMap((pattern) => pattern.match(/^degraded\/\*(\S+)/)?.[1] ?? [])
  const degraded = readdirSync(path.join(REPORTS, 'degraded')).filter((name) =>
    endings.some((ending) => path.parse(name).name.endsWith(ending)),
  )
  return [file, ...degraded.map((name) => `degraded/${name}`)]
}

function groupOf(file: string): string {
  const [folder = '', name = ''] = file.split('/')
  return folder === 'degraded' ? `simulated ${name.startsWith('scan') ? 'scan' : 'photo'}` : folder
}

/** Our own reports of some kinds, drawn one after the other. */
export async function* ownReports(kinds: readonly SampleKind[]): AsyncGenerator<KnownReport> {
  for await (const { name, kind, language, report, bytes } of ownSamples(kinds)) {
    yield {
      group: `${kind}, ${language === 'en' ? 'Latin' : 'Hindi and Tamil'}`,
      name,
      bytes: Uint8Array.from(bytes),
      rows: report.sections.flatMap(({ rows }) => rows.map(truthOf)),
    }
  }
}

/** Our reports of a later day, drawn one after the other; of those of several pages no pictures. */
export async function* laterReports(kinds: readonly SampleKind[]): AsyncGenerator<KnownReport> {
  for (const [index, report] of LATER_REPORTS.entries()) {
    const pdf = await drawLater(report)
    const known = { name: report.name, rows: report.rows.map(truthOf) }
    if (kinds.includes('text PDF')) yield { ...known, group: 'text PDF, later', bytes: Uint8Array.from(pdf) }
    const [page, ...more] = await renderPages(pdf)
    if (page === undefined || more.length > 0) continue
    const seed = FIRST_LATER_SEED + index
    if (kinds.includes('scan'))
      yield { ...known, group: 'scan, later', bytes: Uint8Array.from(await asScan(page, seed)) }
    if (kinds.includes('photo')) {
      yield { ...known, group: 'photo, later', bytes: Uint8Array.from(await asPhoto(page, seed)) }
    }
  }
}

const FIRST_LATER_SEED = 901

const truthOf = ({ test, value, unit, low, high, side }: SampleRow): TruthRow => ({
  test,
  value,
  unit,
  refLow: low,
  refHigh: high,
  flag: null,
  computed: side,
  page: 1,
})
