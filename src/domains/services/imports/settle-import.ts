import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { defineOperation } from '../../../operations/define-operation.ts'
import type { OperationExecutor } from '../../../operations/execute-operation.ts'
import { identifier, wholeNumber } from '../../../operations/field-types.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { markTrends } from '../../analytics/index.ts'
import { followHeight } from '../../metrics/index.ts'
import type { ImportRow } from './import-store.ts'

/**
 * What ends an import, however it went: trends and body mass indexes follow what is new, once, and the audit log says what
 * came in. No route and no tool: nobody asks for it but the import.
 */
const settle = defineOperation({
  name: 'connected-services.settle-import',
  summary: 'Bring the record in line with what an import brought in',
  effect: 'write',
  input: z.strictObject({ id: identifier('The import.') }),
  output: z.object({ imported: wholeNumber('How many samples are new.', { example: 184_220 }) }),
  errors: [NotFound],
  run: async (scope, { id }) => {
    const { transaction, caller, now } = scope
    const row = await transaction.row<ImportRow>(
      transaction.sql('service_imports').where({ id }).whereNull('settled_at').forUpdate().select('*'),
    )
    if (row === undefined) throw new Problem(NotFound)
    markTrends(transaction, caller.userId, row.touched)
    if (row.touched['height'] !== undefined || row.touched['weight'] !== undefined) await followHeight(scope)
    const { imported, duplicates, refused, status } = row
    if (status === 'completed') {
      transaction.queue(
        transaction.sql('connected_services').where({ id: row.service_id }).update({ last_sync_at: now }),
      )
    }
    await transaction.affected(
      transaction
        .sql('service_imports')
        .where({ id })
        .update({
          settled_at: now,
          finished_at: transaction.sql.raw('coalesce(finished_at, ?)', [now]),
          file_key: null,
        }),
    )
    await scope.changed({
      kind: 'updated',
      table: 'service_imports',
      id,
      before: null,
      after: { status, imported, duplicates, refused },
    })
    return { imported }
  },
})

/** Does so as the owner of the import, which the audit log shows as work of a job. */
export async function settleImport(
  executor: OperationExecutor,
  { id, user_id }: Pick<ImportRow, 'id' | 'user_id'>,
): Promise<void> {
  const caller = {
    userId: user_id,
    surface: 'job',
    scopes: new Set(['read', 'write'] as const),
    language: 'en',
    requestId: uuidv7(),
  } as const
  await executor.executeOperation(settle, caller, { id })
}
