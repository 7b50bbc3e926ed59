import type { AnyOperation, OperationScope } from '../../../operations/define-operation.ts'
import { Problem } from '../../../platform/errors/problem.ts'
import { allergyOperations } from '../../allergies/index.ts'
import { conditionOperations } from '../../conditions/index.ts'
import { medicationOperations } from '../../medications/index.ts'
import type { AllergyFields } from '../resources/allergy.ts'
import type { ConditionFields } from '../resources/condition.ts'
import type { MedicationFields } from '../resources/medication.ts'
import type { PlannedRow, RecordKind } from './import-plan.ts'
import type { ImportTally } from './import-tally.ts'
import type { RecordTable, ResourceMemory } from './imported-resources.ts'
import { remark } from './incoming-resource.ts'
import { operationNamed } from './operation-named.ts'

const operationsOf = (operations: readonly AnyOperation[], kind: RecordKind) => ({
  add: operationNamed(operations, `${kind}.add`),
  update: operationNamed(operations, `${kind}.update`),
  remove: operationNamed(operations, `${kind}.delete`),
})

export const RECORD_KINDS = {
  conditions: { table: 'medical_conditions', ...operationsOf(conditionOperations, 'conditions'), more: {} },
  allergies: { table: 'allergies', ...operationsOf(allergyOperations, 'allergies'), more: {} },
  // What the person takes already is a fact, whatever speaks against it.
  medications: {
    table: 'medications',
    ...operationsOf(medicationOperations, 'medications'),
    more: { acknowledge_warnings: true },
  },
} as const satisfies Readonly<Record<RecordKind, { readonly table: RecordTable; readonly more: object }>>

/** Rows that the record has of what comes in, by what people would call the same. */
type Likeness = (kind: RecordKind, fields: PlannedRow['fields']) => string | undefined

/**
 * Adds conditions, allergies and medicines by the operations that add those of a person: with their rules, their audit rows and
 * their place in the search. What came before and says something else now is changed; what the person noted by hand is
 * recognised and left as it is.
 */
export async function keepRows(
  scope: OperationScope,
  rows: readonly PlannedRow[],
  memory: ResourceMemory,
  tally: ImportTally,
): Promise<void> {
  const likeness = await readLikeness(scope)
  for (const row of rows) {
    const { table, add, update, more } = RECORD_KINDS[row.kind]
    const known = memory.find(row, table)
    const like = known?.id ?? likeness.of(row.kind, row.fields)
    try {
      if (like === undefined) {
        const { id } = (await scope.perform(add, { ...withoutGaps(row.fields), ...more })) as { id: string }
        memory.remember(row, table, id, row.hash)
        likeness.note(row.kind, row.fields, id)
        tally.imported += 1
      } else if (known?.hash !== undefined && known.hash !== row.hash) {
        await scope.perform(update, { ...row.fields, id: known.id })
        memory.remember(row, table, known.id, row.hash)
        tally.updated += 1
      } else {
        if (known?.hash === undefined) memory.remember(row, table, like, row.hash)
        tally.unchanged += 1
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      tally.refused.push(remark(row, ...(error.errors.length > 0 ? error.errors : [{ pointer: '', code: 'invalid' }])))
    }
  }
}

const withoutGaps = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

async function readLikeness({ transaction }: OperationScope): Promise<{
  readonly of: Likeness
  readonly note: (kind: RecordKind, fields: PlannedRow['fields'], id: string) => void
}> {
  const { sql } = transaction
  const [conditions, allergies, medications] = await Promise.all([
    transaction.rows<ConditionFields & { id: string }>(
      sql('medical_conditions').select('id', 'name', 'icd_code', 'diagnosed_date'),
    ),
    transaction.rows<AllergyFields & { id: string }>(sql('allergies').select('id', 'substance')),
    transaction.rows<MedicationFields & { id: string }>(
      sql('medications').select('id', 'medication_name', 'dosage', 'start_date'),
    ),
  ])
  const ids = new Map<string, string>()
  const note = (kind: RecordKind, fields: PlannedRow['fields'], id: string) => {
    const key = likenessKey(kind, fields)
    if (!ids.has(key)) ids.set(key, id)
  }
  for (const row of conditions) note('conditions', row, row.id)
  for (const row of allergies) note('allergies', row, row.id)
  for (const row of medications) note('medications', row, row.id)
  return { of: (kind, fields) => ids.get(likenessKey(kind, fields)), note }
}

function likenessKey(kind: RecordKind, fields: PlannedRow['fields']): string {
  const folded = (text: string) => text.normalize('NFC').trim().toLowerCase()
  if ('diagnosed_date' in fields) return `${kind} ${folded(fields.name)} ${fields.diagnosed_date}`
  if ('substance' in fields) return `${kind} ${folded(fields.substance)}`
  return `${kind} ${folded(fields.medication_name)} ${folded(fields.dosage)} ${fields.start_date}`
}
