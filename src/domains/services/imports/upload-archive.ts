import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { defineOperation } from '../../../operations/define-operation.ts'
import type { ExecuteOptions, OperationExecutor, Outcome } from '../../../operations/execute-operation.ts'
import { requireRow } from '../../../operations/record-domain.ts'
import type { RecordRow } from '../../../operations/record-store.ts'
import type { Caller } from '../../../platform/auth/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { connectedServices } from '../connected-service.ts'
import { ServiceDisconnected } from '../service-disconnected.ts'
import type { ImportFiles, StoredArchive } from './import-files.ts'
import { addImport } from './import-operations.ts'
import { ImportRunning } from './import-problems.ts'
import { serviceImports } from './service-import.ts'

/** Larger than the archives of most people by far; the archive is read from the disk and never whole. */
export const LARGEST_ARCHIVE_BYTES = 4_000_000_000

export interface ArchiveUpload {
  readonly serviceId: string
  /** As the sender calls it. */
  readonly fileName: string
  readonly content: AsyncIterable<Uint8Array>
}

export type UploadArchive = (
  caller: Caller,
  upload: ArchiveUpload,
  options?: Pick<ExecuteOptions, 'idempotencyKey'>,
) => Promise<Outcome<RecordRow>>

/** What is asked for when an archive is sent. The same bytes are the same request. */
const AddArchive = z.strictObject({
  service_id: z.uuid(),
  file_name: z.string().min(1).max(255),
  file_size: z.int(),
  content_hash: z.string().length(64),
})

/** Takes archives in: keeps the bytes encrypted as they come, adds the row, and has the import begun once it is committed. */
export function createArchiveUpload(services: {
  readonly database: Database
  readonly files: ImportFiles
  readonly executor: OperationExecutor
}): UploadArchive {
  const { database, files, executor } = services
  return async (caller, { serviceId, fileName, content }, options = {}) => {
    await refuseEarly(database, caller, serviceId)
    const id = uuidv7()
    const stored = await files.put(caller.userId, id, content, LARGEST_ARCHIVE_BYTES)
    try {
      const input = {
        service_id: serviceId,
        file_name: plainName(fileName),
        file_size: stored.bytes,
        content_hash: stored.sha256,
      }
      const outcome = await executor.executeOperation(addArchive(stored), caller, input, options)
      if (outcome.repeated) await files.remove(stored.path)
      return outcome as Outcome<RecordRow>
    } catch (error) {
      await files.remove(stored.path)
      throw error
    }
  }
}

/** Nobody should send a gigabyte to hear that it cannot be used. */
async function refuseEarly(database: Database, caller: Caller, serviceId: string): Promise<void> {
  const service = z.uuid().safeParse(serviceId).success
    ? await database.asUser(caller.userId, (transaction) =>
        connectedServices.store.find(transaction, { id: serviceId }),
      )
    : undefined
  if (service === undefined) throw new Problem(NotFound)
  if (service['is_connected'] !== true) throw new Problem(ServiceDisconnected)
}

function addArchive(stored: StoredArchive) {
  return defineOperation({
    name: 'connected-services.imports.add',
    summary: 'Add an archive',
    effect: 'write',
    input: AddArchive,
    output: serviceImports.record,
    errors: [NotFound, ImportRunning],
    conflicts: { service_imports_running_key: ImportRunning, service_imports_service_fkey: NotFound },
    run: async (scope, { service_id, file_name, file_size }) => {
      const { transaction, caller } = scope
      await requireRow(scope, 'connected_services', service_id)
      const place = { userId: caller.userId, column: 'service_imports.file_key', row: stored.id }
      const file_key = await transaction.texts.seal(transaction, place, stored.key)
      return await addImport(scope, {
        id: stored.id,
        service_id,
        kind: 'archive',
        file_name,
        file_size,
        file_path: stored.path,
        file_key,
      })
    },
  })
}

/** Without folders, and short enough to keep. */
function plainName(name: string): string {
  const base = path.posix.basename(name.replaceAll('\\', '/')).trim().toWellFormed()
  return base === '' ? 'archive.zip' : base.slice(0, 255)
}
