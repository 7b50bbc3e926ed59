import type { Database } from '../../../platform/database/index.ts'
import type { Found, ReadingContext } from '../archives/found-sample.ts'
import { openArchive } from '../archives/open-archive.ts'
import { planArchive } from '../archives/plan-archive.ts'
import type { ImportFiles } from './import-files.ts'
import type { ImportRow, ImportService } from './import-store.ts'

/** A file of an archive, or a kind of data of a service. */
export interface ImportPart {
  readonly name: string
  /** In bytes, where it is known. */
  readonly size: number
  /** @param count Told of the bytes that were read. */
  readonly read: (count: (bytes: number) => void) => AsyncIterable<readonly Found[]>
}

/** All that an import reads, in an order that is the same at each attempt. */
export interface ImportPlan {
  readonly parts: readonly ImportPart[]
  readonly bytesTotal: number | null
  /** Whatever is to be done when all of it was read. */
  readonly finish?: () => Promise<void>
  readonly close: () => void
}

/** @throws {ArchiveProblem} where it is no archive of the service. */
export async function planStoredArchive(
  files: ImportFiles,
  row: ImportRow,
  service: ImportService,
  context: ReadingContext,
): Promise<ImportPlan> {
  const stored = { id: row.id, path: row.file_path ?? '', key: row.file_key ?? '', bytes: row.file_size ?? 0 }
  const archive = await openArchive(files.open(stored))
  try {
    const parts = planArchive(service.service_name, archive).map(({ file, read }): ImportPart => {
      return {
        name: file.name,
        size: file.size,
        read: (count) => read({ ...file, open: async () => counted(await file.open(), count) }, context),
      }
    })
    const bytesTotal = parts.reduce((sum, { size }) => sum + size, 0)
    return { parts, bytesTotal, close: () => archive.close() }
  } catch (error) {
    archive.close()
    throw error
  }
}

async function* counted(source: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    count(chunk.byteLength)
    yield chunk
  }
}

/** Vendors write some times without a zone. */
export async function readingContextOf(database: Database, userId: string): Promise<ReadingContext> {
  const row = await database.asUser(userId, (transaction) =>
    transaction.row<{ timezone: string | null }>(transaction.sql('user_preferences').select('timezone')),
  )
  return { timeZone: row?.timezone ?? 'Asia/Kolkata' }
}
