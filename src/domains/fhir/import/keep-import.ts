import type { OperationScope } from '../../../operations/define-operation.ts'
import { Problem } from '../../../platform/errors/problem.ts'
import { FhirSomebodyElse } from '../fhir-problems.ts'
import { type AccountRow, comparePerson, fillAccount, readAccount } from './compare-person.ts'
import type { ImportPlan, Origin, PlannedReport } from './import-plan.ts'
import { emptyTally, type ImportTally } from './import-tally.ts'
import { openMemory } from './imported-resources.ts'
import type { EntryRemark } from './incoming-resource.ts'
import { keepMetrics } from './keep-metrics.ts'
import { keepDocuments, keepResults, type StagedReport } from './keep-reports.ts'
import { keepRows } from './keep-rows.ts'
import { withdraw } from './withdraw.ts'

export interface KeepSettings {
  /** The person says that the record is theirs, whomever it names. */
  readonly acknowledgePerson: boolean
  /** Files of reports, kept before the transaction. */
  readonly staged: ReadonlyMap<PlannedReport, StagedReport>
  /** What became of the files that are uploaded before the transaction. */
  readonly uploads: Uploads
}

export interface Uploads {
  readonly imported: number
  readonly unchanged: number
  readonly refused: readonly EntryRemark[]
}

export interface KeptImport extends ImportTally {
  readonly person: 'same' | 'different' | 'unknown'
}

/**
 * Brings a plan into the record, in one transaction.
 * @throws {Problem} FhirSomebodyElse where the patient is not the person and nobody has said that it is all right.
 */
export async function keepImport(
  scope: OperationScope,
  plan: ImportPlan,
  { acknowledgePerson, staged, uploads }: KeepSettings,
): Promise<KeptImport> {
  const account = await readAccount(scope.transaction, 'for update')
  const person = requirePerson(plan, account, acknowledgePerson)
  const tally = emptyTally([...plan.refused, ...uploads.refused], plan.notes)
  tally.imported += uploads.imported
  tally.unchanged += uploads.unchanged
  const memory = await openMemory(scope, originsOf(plan))
  // Age, sex, conditions and height move the limits that measurements are held against: they come first.
  if (person === 'same') tally.updated += await fillAccount(scope, account, plan.patient, plan.bloodGroup)
  await keepRows(scope, plan.rows, memory, tally)
  const documents = await keepDocuments(scope, plan.reports, staged, memory, tally)
  const documentOf = new Map(
    documents.flatMap(({ documentId, results }) => results.map(({ key }): [string, string] => [key, documentId])),
  )
  const metricIds = await keepMetrics(scope, plan.metrics, documentOf, tally)
  await keepResults(scope, documents, metricIds, memory, tally)
  await withdraw(scope, plan.withdrawn, memory, tally)
  memory.save()
  return { ...tally, person }
}

/** @throws {Problem} FhirSomebodyElse */
export function requirePerson(plan: ImportPlan, account: AccountRow, acknowledged: boolean): KeptImport['person'] {
  const person = comparePerson(plan.patient, account)
  if (person === 'different' && !acknowledged) throw new Problem(FhirSomebodyElse)
  return person
}

/** Everything that a plan knows its entries by. */
export function originsOf({ rows, reports, withdrawn }: ImportPlan): readonly Origin[] {
  return [...rows, ...withdrawn, ...reports.flatMap(({ origin, results }) => [...(origin ? [origin] : []), ...results])]
}
