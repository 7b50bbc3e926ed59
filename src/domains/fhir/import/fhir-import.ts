import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '../../../operations/define-operation.ts'
import type { ExecuteOptions, OperationExecutor, Outcome } from '../../../operations/execute-operation.ts'
import { sha256Hex } from '../../../platform/crypto/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { Problem } from '../../../platform/errors/problem.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import { type createUpload, type DocumentFiles, documentPath } from '../../documents/index.ts'
import { readAccount } from './compare-person.ts'
import { type FhirImportOutcome, importOperation, inOrder } from './import-operation.ts'
import type { ImportPlan, PlannedFile, PlannedReport } from './import-plan.ts'
import { openMemory } from './imported-resources.ts'
import { type EntryRemark, remark } from './incoming-resource.ts'
import { originsOf, requirePerson, type Uploads } from './keep-import.ts'
import type { StagedReport } from './keep-reports.ts'
import { openContent } from './open-content.ts'
import { planImport } from './plan-import.ts'
import { partsOf } from './plan-parts.ts'

export interface FhirImportServices {
  readonly database: Database
  readonly executor: OperationExecutor
  readonly files: DocumentFiles
  readonly upload: ReturnType<typeof createUpload>
}

export interface FhirImportRequest {
  readonly content: string
  readonly acknowledgePerson: boolean
}

export type ImportFhir = (
  caller: Caller,
  request: FhirImportRequest,
  options?: Pick<ExecuteOptions, 'idempotencyKey'>,
) => Promise<Pick<Outcome<FhirImportOutcome>, 'output' | 'repeated'>>

interface PartSettings {
  readonly input: { readonly content_hash: string; readonly acknowledge_person: boolean }
  readonly uploads: Uploads
  readonly idempotencyKey: string | undefined
}

const NO_UPLOADS: Uploads = { imported: 0, unchanged: 0, refused: [] }

/**
 * Takes in a record with its files. Those are uploaded like any other, or kept as the documents of reports. A long record
 * is taken in part by part; what was kept before something failed is recognised the next time.
 */
export function createFhirImport({ database, executor, files, upload }: FhirImportServices): ImportFhir {
  return async (caller, { content, acknowledgePerson }, options = {}) => {
    const plan = planImport(openContent(content), {
      language: caller.language,
      today: new Date().toISOString().slice(0, 10),
    })
    const { fresh, knownHashes } = await database.asUser(caller.userId, async (transaction) => {
      requirePerson(plan, await readAccount(transaction), acknowledgePerson)
      const memory = await openMemory({ transaction, caller }, originsOf(plan))
      const hashes = await transaction.rows<{ content_hash: string }>(
        transaction.sql('medical_documents').whereNotNull('content_hash').select('content_hash'),
      )
      const isKnown = ({ origin, results }: PlannedReport) =>
        origin === undefined
          ? results.every((each) => memory.find(each, 'document_results'))
          : memory.find(origin, 'medical_documents') !== undefined
      return {
        fresh: plan.reports.filter((report) => !isKnown(report)),
        knownHashes: new Set(hashes.map(({ content_hash }) => content_hash)),
      }
    })
    const uploads = await uploadFiles(caller, plan.files, knownHashes)
    const wanted = new Set(fresh)
    const answers: Outcome<FhirImportOutcome>[] = []
    for (const [index, part] of partsOf(plan).entries()) {
      const reports = part.reports.filter((report) => wanted.has(report))
      answers.push(
        await keepPart(caller, part, reports, {
          input: { content_hash: sha256Hex(`${index} ${content}`), acknowledge_person: acknowledgePerson },
          uploads: index === 0 ? uploads : NO_UPLOADS,
          idempotencyKey:
            options.idempotencyKey === undefined ? undefined : sha256Hex(`${index} ${options.idempotencyKey}`),
        }),
      )
    }
    return {
      output: together(answers.map(({ output }) => output)),
      repeated: answers.every(({ repeated }) => repeated),
    }
  }

  /** One part, in one transaction; the files of its reports are kept before it, and removed again where it fails. */
  async function keepPart(
    caller: Caller,
    part: ImportPlan,
    reports: readonly PlannedReport[],
    { input, uploads, idempotencyKey }: PartSettings,
  ): Promise<Outcome<FhirImportOutcome>> {
    const staged = new Map<PlannedReport, StagedReport>()
    const discard = () => Promise.all([...staged.values()].map(({ path }) => files.remove(path)))
    try {
      for (const report of reports) staged.set(report, await stage(caller, report))
      const operation = importOperation(part, { acknowledgePerson: input.acknowledge_person, staged, uploads })
      const outcome = await executor.executeOperation(operation, caller, input, { idempotencyKey })
      if (outcome.repeated) await discard()
      return outcome
    } catch (error) {
      await discard()
      throw error
    }
  }

  async function stage({ userId }: Caller, { content }: PlannedReport): Promise<StagedReport> {
    const id = uuidv7()
    const stagedAt = new Date()
    const path = documentPath(userId, stagedAt, id)
    const dataKey = await files.put({ documentId: id, userId, path, content })
    return { id, path, stagedAt, dataKey }
  }

  async function uploadFiles(
    caller: Caller,
    planned: ImportPlan['files'],
    known: ReadonlySet<string>,
  ): Promise<Uploads> {
    const seen = new Set(known)
    const refused: EntryRemark[] = []
    let imported = 0
    for (const file of planned) {
      const hash = sha256Hex(file.bytes)
      if (seen.has(hash)) continue
      seen.add(hash)
      try {
        await upload(caller, { bytes: file.bytes, fileName: file.name, fields: fieldsOf(file) })
        imported += 1
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const reason = translator(caller.language)(`errors:${error.definition.type}.title`)
        refused.push(remark(file, { pointer: '', code: 'fhir_file_refused', values: { reason } }))
      }
    }
    return { imported, unchanged: planned.length - imported - refused.length, refused }
  }
}

/** What became of all parts. */
function together(outcomes: readonly FhirImportOutcome[]): FhirImportOutcome {
  const sum = (name: 'imported' | 'updated' | 'unchanged' | 'removed') =>
    outcomes.reduce((count, outcome) => count + outcome[name], 0)
  return {
    person: outcomes[0]?.person ?? 'unknown',
    imported: sum('imported'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    removed: sum('removed'),
    refused: inOrder(outcomes.flatMap(({ refused }) => refused)),
    notes: inOrder(outcomes.flatMap(({ notes }) => notes)),
  }
}

function fieldsOf({ name, day, description }: PlannedFile) {
  return {
    document_name: name.slice(0, 255),
    ...(day !== null && { document_date: day }),
    ...(description !== null && { description: description.slice(0, 10_000) }),
  }
}
