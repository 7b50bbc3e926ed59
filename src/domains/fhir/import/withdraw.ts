import type { OperationScope } from '../../../operations/define-operation.ts'
import { documentOperations } from '../../documents/index.ts'
import type { Origin, RecordKind } from './import-plan.ts'
import type { ImportTally } from './import-tally.ts'
import type { ResourceMemory } from './imported-resources.ts'
import { remark } from './incoming-resource.ts'
import { FHIR_SOURCE, removeMetric } from './keep-metrics.ts'
import { RECORD_KINDS } from './keep-rows.ts'
import { operationNamed } from './operation-named.ts'

const removeDocument = operationNamed(documentOperations, 'documents.delete')

/**
 * What its source calls a mistake stays out, and what such a resource had become goes again. A row that the person noted by
 * hand is theirs, whatever a source says.
 */
export async function withdraw(
  scope: OperationScope,
  origins: readonly Origin[],
  memory: ResourceMemory,
  tally: ImportTally,
): Promise<void> {
  for (const origin of origins) {
    const isGone = (await removeRow(scope, origin, memory, tally)) || (await removeMeasured(scope, origin))
    if (isGone) tally.removed += 1
    else tally.notes.push(remark(origin, { pointer: '', code: 'fhir_entered_in_error' }))
  }
}

async function removeRow(
  scope: OperationScope,
  origin: Origin,
  memory: ResourceMemory,
  tally: ImportTally,
): Promise<boolean> {
  const { transaction } = scope
  for (const kind of Object.keys(RECORD_KINDS) as RecordKind[]) {
    const { table, remove } = RECORD_KINDS[kind]
    const known = memory.find(origin, table)
    if (known?.hash === undefined) continue
    if (kind === 'conditions' && (await hasMedicines(scope, known.id))) {
      tally.refused.push(remark(origin, { pointer: '', code: 'fhir_still_in_use' }))
      return false
    }
    await scope.perform(remove, { id: known.id })
    memory.forget(origin)
    return true
  }
  const document = memory.find(origin, 'medical_documents')
  if (document?.hash !== undefined) {
    await scope.perform(removeDocument, { id: document.id })
    memory.forget(origin)
    return true
  }
  const result = memory.find(origin, 'document_results')
  if (result?.hash === undefined) return false
  await transaction.affected(transaction.sql('document_results').where({ id: result.id }).delete())
  await scope.changed({ kind: 'deleted', table: 'document_results', id: result.id, before: {}, after: null })
  await removeMeasured(scope, origin)
  memory.forget(origin)
  return true
}

async function removeMeasured(scope: OperationScope, { key }: Origin): Promise<boolean> {
  const { transaction } = scope
  const row = await transaction.row<{ id: string }>(
    transaction.sql('health_metrics').select('id').where({ source: FHIR_SOURCE, source_id: key }),
  )
  if (row !== undefined) await scope.perform(removeMetric, { id: row.id })
  return row !== undefined
}

async function hasMedicines({ transaction }: OperationScope, conditionId: string): Promise<boolean> {
  const row = await transaction.row(
    transaction.sql('condition_medications').select('id').where({ condition_id: conditionId }).limit(1),
  )
  return row !== undefined
}
