import type { Database } from '../../../platform/database/index.ts'
import type { ServiceAccess } from '../access/access-operations.ts'
import { planSync } from '../access/service-access.ts'
import type { ImportFiles } from './import-files.ts'
import { planStoredArchive, readingContextOf } from './import-plan.ts'
import type { RunImportContext } from './run-import.ts'

/** Opens whatever an import is of: an archive in the storage, or a service. */
export function createImportPlanner(options: {
  readonly database: Database
  readonly files: ImportFiles
  readonly access: ServiceAccess
}): RunImportContext['planImport'] {
  const { database, files, access } = options
  const { adapters, redirectUri } = access
  return async (row, service) =>
    row.kind === 'archive'
      ? planStoredArchive(files, row, service, await readingContextOf(database, row.user_id))
      : planSync({ database, adapters, redirectUri, now: () => new Date() }, row, service)
}
