import type { Database } from '../../../platform/database/index.ts'
import type { Found } from '../archives/found-sample.ts'
import { keepSamples, type SampleOwner } from '../samples/keep-samples.ts'
import { type ReadSample, readSample } from '../samples/read-sample.ts'
import { isActivity, metricTypeOf } from '../samples/sample-type.ts'
import { type ImportPosition, type ImportRow, type ImportState, keepState } from './import-store.ts'
import type { ImportProblem } from './service-import.ts'

/** The import was ended, or goes on in another process. Nothing of the last batch is kept. */
export class ImportEnded extends Error {
  override name = 'ImportEnded'
}

const BATCH = 1_000
const MOST_PROBLEMS = 100
/** A person who waits sees it move; a person who ended it is heard. */
const TOLD_EVERY_MILLISECONDS = 1_000

export interface ImportTarget {
  readonly database: Database
  readonly row: ImportRow
  readonly owner: SampleOwner
  /** The kinds of measurements that are wanted; `null` for all. */
  readonly wanted: readonly string[] | null
  readonly now: () => Date
  readonly bytesTotal: number | null
  /** Called after what was read is kept. */
  readonly onKept: (state: ImportState) => void
}

/** Takes what readers find, keeps it in batches, and with each batch how far it came. */
export interface ImportCollector {
  /** Whether the plan's file is done with by an earlier attempt, and how many of its records are. */
  readonly done: (file: number) => { readonly whole: boolean; readonly records: number }
  /** @throws {ImportEnded} */
  readonly add: (file: { readonly index: number; readonly name: string }, found: readonly Found[]) => Promise<void>
  /** Notes that a file cannot be read any further. */
  readonly note: (problem: ImportProblem) => void
  readonly countBytes: (bytes: number) => void
  /** A file is read. @throws {ImportEnded} */
  readonly endFile: (index: number) => Promise<void>
  /** @throws {ImportEnded} where it should not go on. */
  readonly flush: () => Promise<ImportState>
}

export function collectImport(target: ImportTarget): ImportCollector {
  const { database, row, owner, wanted } = target
  const limits = { now: target.now(), dateOfBirth: owner.person.dateOfBirth }
  const start: ImportPosition = row.position ?? { file: 0, records: 0 }
  const wantedTypes = wanted === null ? null : new Set(wanted)
  let state: ImportState = {
    bytes_done: 0,
    bytes_total: target.bytesTotal,
    imported: row.imported,
    duplicates: row.duplicates,
    refused: row.refused,
    problems: row.problems,
    position: start,
    touched: row.touched,
  }
  let pending: ReadSample[] = []
  let position = start
  let bytes = 0
  let refused = 0
  let problems: ImportProblem[] = []
  let toldAt = performance.now()

  const note = (problem: ImportProblem): void => {
    if (state.problems.length + problems.length < MOST_PROBLEMS) problems.push(problem)
  }

  function take(file: string, found: Found): void {
    if ('code' in found) {
      refused += 1
      note({ file, line: found.line, code: found.code })
      return
    }
    const { type } = found.sample
    if (wantedTypes !== null && !isActivity(type) && !wantedTypes.has(metricTypeOf(type))) return
    const read = readSample(found.sample, limits)
    if ('kind' in read) {
      pending.push(read)
      return
    }
    refused += 1
    // What a unit should have been is no help to somebody who did not write it.
    const code = read[0]?.pointer === '/unit' ? 'unknown_unit' : (read[0]?.code ?? 'malformed_row')
    note({ file, line: found.line, code })
  }

  async function flush(): Promise<ImportState> {
    const batch = pending
    const next = await database.asUser(owner.userId, async (transaction) => {
      const { metrics, activities } = await keepSamples(transaction, owner, batch)
      const imported = metrics.length + activities
      const touched: Record<string, readonly [string, string]> = { ...state.touched }
      for (const { metric_type, measured_at } of metrics) {
        const at = measured_at.toISOString()
        const [first, last] = touched[metric_type] ?? [at, at]
        touched[metric_type] = [at < first ? at : first, at > last ? at : last]
      }
      const kept: ImportState = {
        bytes_done: bytes,
        bytes_total: target.bytesTotal,
        imported: state.imported + imported,
        duplicates: state.duplicates + batch.length - imported,
        refused: state.refused + refused,
        problems: [...state.problems, ...problems],
        position,
        touched,
      }
      if (!(await keepState(transaction, row, kept))) throw new ImportEnded('The import does not go on here')
      return kept
    })
    state = next
    pending = []
    problems = []
    refused = 0
    toldAt = performance.now()
    target.onKept(state)
    return state
  }

  return {
    done: (file) => ({ whole: file < start.file, records: file === start.file ? start.records : 0 }),
    async add({ index, name }, found) {
      for (const each of found) {
        take(name, each)
        position = { file: index, records: (position.file === index ? position.records : 0) + 1 }
        if (pending.length >= BATCH) await flush()
      }
      if (performance.now() - toldAt > TOLD_EVERY_MILLISECONDS) await flush()
    },
    note,
    countBytes(count) {
      bytes += count
    },
    async endFile(index) {
      position = { file: index + 1, records: 0 }
      // Archives hold thousands of small files: their samples travel together.
      if (performance.now() - toldAt > TOLD_EVERY_MILLISECONDS) await flush()
    },
    flush,
  }
}
