import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../../operations/define-operation.ts'
import { identifier } from '../../../operations/field-types.ts'
import type { RecordRow } from '../../../operations/record-store.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import type { EventBus } from '../../../platform/events/index.ts'
import { ImportOver } from './import-problems.ts'
import { publishImportProgress } from './import-progress.ts'
import type { ImportRow } from './import-store.ts'
import { presentImport, serviceImports } from './service-import.ts'

declare module '../../../operations/define-operation.ts' {
  interface OperationServices {
    readonly imports: ImportService
  }
}

export interface ImportService {
  readonly events: EventBus
  /** Has an import begun, or settled, at once. Call it after the commit. */
  readonly wake: (userId: string, importId: string) => Promise<void>
}

const cancelImport = defineOperation({
  name: 'connected-services.imports.cancel',
  summary: 'End an import that is under way; what came in until then stays',
  effect: 'write',
  input: z.strictObject({
    service_id: identifier('Identifier of the connected service.'),
    id: identifier('Identifier of the import.'),
  }),
  output: serviceImports.record,
  errors: [NotFound, ImportOver],
  rest: { method: 'POST', path: '/connected-services/{service_id}/imports/{id}/cancel', status: 200 },
  tool: { guidance: 'tools/connected-services', confirm: 'always' },
  run: async (scope, { service_id, id }) => {
    const { transaction, caller, services, now } = scope
    const row = await transaction.row<ImportRow>(
      transaction.sql('service_imports').where({ id, service_id }).forUpdate().select('*'),
    )
    if (row === undefined) throw new Problem(NotFound)
    if (row.status !== 'waiting' && row.status !== 'running') throw new Problem(ImportOver)
    const { bytes_done, bytes_total, imported, duplicates, refused } = row
    const record = await changed(scope, row, { status: 'cancelled', finished_at: now })
    transaction.afterCommit(async () => {
      const progress = {
        service_id,
        status: 'cancelled',
        bytes_done,
        bytes_total,
        imported,
        duplicates,
        refused,
      } as const
      publishImportProgress(services.imports.events, caller.userId, id, progress)
      await services.imports.wake(caller.userId, id)
    })
    return record
  },
})

async function changed(scope: OperationScope, row: ImportRow, values: RecordRow): Promise<RecordRow> {
  const { transaction, caller } = scope
  const { id } = row
  const after = await transaction.row<RecordRow>(
    transaction.sql('service_imports').where({ id }).update(values).returning('*'),
  )
  await scope.changed({
    kind: 'updated',
    table: 'service_imports',
    id,
    before: { status: row.status },
    after: { status: values['status'] },
  })
  scope.about({ table: 'service_imports', id })
  return presentImport(serviceImports.store.fromRow(after ?? {}), caller.language)
}

/** Adds an import that waits. @throws {UniqueViolation} where another one of the service is not over. */
export async function addImport(
  scope: OperationScope,
  values: RecordRow & { readonly id: string; readonly service_id: string; readonly kind: 'archive' | 'sync' },
): Promise<RecordRow> {
  const { transaction, caller, services } = scope
  const row = await insertImport(transaction, caller.userId, values)
  const { id, service_id, kind } = values
  await scope.changed({
    kind: 'created',
    table: 'service_imports',
    id,
    before: null,
    after: { service_id, kind, file_size: values['file_size'] ?? null },
  })
  scope.about({ table: 'service_imports', id })
  transaction.afterCommit(() => services.imports.wake(caller.userId, id))
  return presentImport(serviceImports.store.fromRow(row), caller.language)
}

async function insertImport(transaction: Transaction, userId: string, values: RecordRow): Promise<RecordRow> {
  const row = await transaction.row<RecordRow>(
    transaction
      .sql('service_imports')
      .insert({ ...values, user_id: userId })
      .returning('*'),
  )
  return row ?? {}
}

export const importOperations: readonly AnyOperation[] = [...serviceImports.operations, cancelImport]
