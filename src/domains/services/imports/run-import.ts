import type { Database } from '../../../platform/database/index.ts'
import type { EventBus } from '../../../platform/events/index.ts'
import { mayProcess, ProcessingNotAllowed } from '../../consents/index.ts'
import { ServiceProblem } from '../access/service-problem.ts'
import { ArchiveProblem, type Found } from '../archives/found-sample.ts'
import { readSamplePerson } from '../samples/keep-samples.ts'
import { ServiceDisconnected } from '../service-disconnected.ts'
import { collectImport } from './collect-import.ts'
import type { ImportPart, ImportPlan } from './import-plan.ts'
import { ARCHIVE_PROBLEMS } from './import-problems.ts'
import { publishImportProgress } from './import-progress.ts'
import { findImportService, finishReading, type ImportRow, type ImportService } from './import-store.ts'

export interface RunImportContext {
  readonly database: Database
  readonly events: EventBus
  readonly now: () => Date
  /** Opens what is to be read. @throws {ArchiveProblem | ServiceProblem} */
  readonly planImport: (row: ImportRow, service: ImportService) => Promise<ImportPlan>
}

/** Reading stopped where it should not have. */
class ReadingFault extends Error {
  override name = 'ReadingFault'
}

/**
 * Reads an import to its end, from where an earlier attempt left off. What is wrong is noted, and the rest kept.
 * @throws {ImportEnded} where somebody ended it; the signal's reason once that is aborted.
 */
export async function runImport(context: RunImportContext, row: ImportRow, signal: AbortSignal): Promise<void> {
  const { database, now } = context
  const start = await database.asUser(row.user_id, async (transaction) => ({
    service: await findImportService(transaction, row.service_id),
    person: await readSamplePerson(transaction),
    allowed: await mayProcess(transaction, row.user_id),
  }))
  const { service, person } = start
  const finish = (problem: string | null): Promise<void> =>
    database.asUser(row.user_id, (transaction) =>
      finishReading(transaction, row, { status: problem === null ? 'completed' : 'failed', problem, now: now() }),
    )
  if (service === undefined) return
  if (!start.allowed) return finish(ProcessingNotAllowed.type)
  if (!service.is_connected) return finish(ServiceDisconnected.type)

  let plan: ImportPlan
  try {
    plan = await context.planImport(row, service)
  } catch (error) {
    return finish(typeOf(error))
  }
  try {
    const collector = collectImport({
      database,
      row,
      owner: { userId: row.user_id, source: service.service_name, ...person },
      wanted: service.data_types_synced,
      now,
      bytesTotal: plan.bytesTotal,
      onKept: (state) =>
        publishImportProgress(context.events, row.user_id, row.id, {
          service_id: row.service_id,
          status: 'running',
          bytes_done: state.bytes_done,
          bytes_total: state.bytes_total,
          imported: state.imported,
          duplicates: state.duplicates,
          refused: state.refused,
        }),
    })
    let problem: string | null = null
    for (const [index, part] of plan.parts.entries()) {
      const { whole, records } = collector.done(index)
      if (whole) {
        collector.countBytes(part.size)
        continue
      }
      let line = 0
      // A file says the same each time; a service may have something new by now.
      let skip = row.kind === 'archive' ? records : 0
      try {
        for await (const found of readPart(part, collector.countBytes)) {
          signal.throwIfAborted()
          const left = skip === 0 ? found : found.slice(skip)
          skip -= found.length - left.length
          line = left.at(-1)?.line ?? line
          await collector.add({ index, name: part.name }, left)
        }
      } catch (error) {
        if (error instanceof ServiceProblem) await collector.flush()
        if (!(error instanceof ReadingFault)) throw error
        problem ??= faultType(error.cause)
        collector.note({ file: part.name, line, code: faultCode(error.cause) })
      }
      await collector.endFile(index)
    }
    await collector.flush()
    if (problem === null) await plan.finish?.()
    await finish(problem)
  } catch (error) {
    if (!(error instanceof ServiceProblem) || error.kind === 'unreachable') throw error
    await finish(error.definition.type)
  } finally {
    plan.close()
  }
}

/** Tells a file that cannot be read from everything else that may go wrong meanwhile. */
async function* readPart(part: ImportPart, count: (bytes: number) => void): AsyncGenerator<readonly Found[]> {
  try {
    yield* part.read(count)
  } catch (cause) {
    // Without an answer, or without access, nothing else can be read either.
    const ends = cause instanceof ServiceProblem && cause.kind !== 'wrong-answer'
    throw ends ? cause : new ReadingFault('A part of it cannot be read', { cause })
  }
}

/** @throws what is neither an archive's nor a service's fault. */
function typeOf(error: unknown): string {
  if (error instanceof ArchiveProblem) return ARCHIVE_PROBLEMS[error.kind].type
  if (error instanceof ServiceProblem && error.kind !== 'unreachable') return error.definition.type
  throw error
}

function faultType(cause: unknown): string | null {
  if (cause instanceof ServiceProblem) return cause.definition.type
  if (cause instanceof ArchiveProblem) return cause.kind === 'too-large' ? null : ARCHIVE_PROBLEMS[cause.kind].type
  return ARCHIVE_PROBLEMS.damaged.type
}

function faultCode(cause: unknown): string {
  if (cause instanceof ServiceProblem) return 'malformed_answer'
  if (!(cause instanceof ArchiveProblem)) return 'damaged_file'
  return {
    damaged: 'damaged_file',
    encrypted: 'encrypted_file',
    'too-large': 'oversized_file',
    'not-recognised': 'damaged_file',
  }[cause.kind]
}
