import { z } from 'zod'
import { latestToday } from '../../../operations/days.ts'
import { type AnyOperation, defineOperation, type OperationScope } from '../../../operations/define-operation.ts'
import { flag, identifier } from '../../../operations/field-types.ts'
import { requireRow } from '../../../operations/record-domain.ts'
import { NotFound, Problem, ValidationFailed } from '../../../platform/errors/problem.ts'
import { appointmentOperations } from '../../appointments/index.ts'
import { conditionOperations } from '../../conditions/index.ts'
import { medicationOperations } from '../../medications/index.ts'
import { findDocument } from '../document-store.ts'
import {
  DocumentProposal,
  missingFields,
  type ProposalContent,
  ProposalDecided,
  type ProposalKind,
  type ProposalRow,
  presentProposal,
} from './proposal.ts'
import { findProposals, sealedProposal } from './proposal-store.ts'

const TABLE = 'document_proposals'
const GUIDANCE = 'tools/documents'

const operationOf = (operations: readonly AnyOperation[], name: string): AnyOperation => {
  const found = operations.find((operation) => operation.name === name)
  if (found === undefined) throw new Error(`There is no operation ${name}`)
  return found
}
const ADDERS: Readonly<Partial<Record<ProposalKind, AnyOperation>>> = {
  medication: operationOf(medicationOperations, 'medications.add'),
  condition: operationOf(conditionOperations, 'conditions.add'),
  appointment: operationOf(appointmentOperations, 'appointments.add'),
}
const addSchedule = operationOf(medicationOperations, 'medications.schedules.add')

const address = { document_id: identifier('The document.'), id: identifier('The proposal.') }

const listProposals = defineOperation({
  name: 'documents.proposals.list',
  summary: 'List what a prescription, a discharge summary or another document would add to the record',
  effect: 'read',
  input: z.strictObject({ document_id: identifier('The document.') }),
  output: z.object({
    data: z.array(DocumentProposal).meta({ description: 'The proposals, as they follow one another on the pages.' }),
  }),
  errors: [NotFound],
  rest: { method: 'GET', path: '/documents/{document_id}/proposals' },
  tool: { guidance: GUIDANCE, confirm: 'never' },
  run: async (scope, { document_id }) => {
    await requireRow(scope, 'medical_documents', document_id)
    scope.about({ table: 'medical_documents', id: document_id })
    const rows = await findProposals(scope.transaction, document_id)
    return { data: rows.map(presentProposal) }
  },
})

/** The proposal, locked so that it is decided once. @throws {Problem} NotFound, ProposalDecided */
async function openProposal({ transaction }: OperationScope, documentId: string, id: string): Promise<ProposalRow> {
  const row = await transaction.row<ProposalRow>(
    transaction.sql(TABLE).where({ document_id: documentId, id }).forUpdate(),
  )
  if (row === undefined) throw new Problem(NotFound)
  if (row.status !== 'open') throw new Problem(ProposalDecided)
  return row
}

async function close(
  scope: OperationScope,
  row: ProposalRow,
  outcome: { readonly status: 'accepted' | 'declined'; readonly content?: ProposalContent; readonly recordId?: string },
) {
  const { transaction, now } = scope
  // Where nothing was changed it stays as it is stored, sealed or not.
  const changed = outcome.content === undefined ? {} : await storedContent(scope, row, outcome.content)
  const after = await transaction.row<ProposalRow>(
    transaction
      .sql(TABLE)
      .where({ id: row.id })
      .update({
        ...changed,
        status: outcome.status,
        record_id: outcome.recordId ?? null,
        decided_at: now,
        needs_review: false,
      })
      .returning('*'),
  )
  if (after === undefined) throw new Problem(NotFound)
  await scope.changed({
    kind: 'updated',
    table: TABLE,
    id: row.id,
    before: { status: 'open' },
    after: { status: outcome.status },
  })
  scope.about({ table: TABLE, id: row.id })
  return presentProposal(after)
}

/** The content as it is stored: sealed where the document is sensitive. */
async function storedContent({ transaction, caller }: OperationScope, row: ProposalRow, content: ProposalContent) {
  const document = await findDocument(transaction, row.document_id)
  const stored = { id: row.id, printed: row.printed, content: JSON.stringify(content) }
  return document?.is_sensitive === true ? await sealedProposal(transaction, caller.userId, stored) : stored
}

const acceptProposal = defineOperation({
  name: 'documents.proposals.accept',
  summary: 'Take a proposal over into the record',
  effect: 'write',
  input: z.strictObject({
    ...address,
    changes: z
      .record(z.string(), z.unknown())
      .meta({
        description: 'Fields that are to be otherwise than in `content`, and those that are `missing`.',
        examples: [{ severity: 'mild' }],
      })
      .default({}),
    acknowledge_warnings: flag('The person knows what speaks against the medicine and wants it added.', {
      example: false,
    }).default(false),
  }),
  output: DocumentProposal,
  errors: [NotFound, ProposalDecided, ...(ADDERS.medication?.errors ?? [])],
  rest: { method: 'POST', path: '/documents/{document_id}/proposals/{id}/accept', status: 200 },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { document_id, id, changes, acknowledge_warnings }) => {
    const [document, row] = [
      await findDocument(scope.transaction, document_id),
      await openProposal(scope, document_id, id),
    ]
    const content = { ...row.content, ...changes }
    const isChanged = Object.keys(changes).length > 0
    const adder = ADDERS[row.kind]
    // A family member's medicines and illnesses are none of the person's own.
    if (adder === undefined || document?.subject === 'family') {
      return await close(scope, row, { status: 'accepted', ...(isChanged && { content }) })
    }
    const missing = missingFields(row.kind, content)
    if (missing.length > 0) {
      throw new Problem(ValidationFailed, {
        errors: missing.map((field) => ({ pointer: `/changes/${field}`, code: 'required' })),
      })
    }
    const recordId = await addRow(scope, adder, row.kind, content, acknowledge_warnings)
    return await close(scope, row, { status: 'accepted', recordId, ...(isChanged && { content }) })
  },
})

async function addRow(
  scope: OperationScope,
  adder: AnyOperation,
  kind: ProposalKind,
  content: ProposalContent,
  acknowledged: boolean,
): Promise<string> {
  const { schedules, duration_days: _days, ...fields } = content
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  if (kind !== 'medication') return idOf(await scope.perform(adder, given))
  const isOver = typeof given['end_date'] === 'string' && given['end_date'] < latestToday(scope.now)
  const id = idOf(
    await scope.perform(adder, {
      ...(isOver && { status: 'completed' }),
      ...given,
      acknowledge_warnings: acknowledged,
    }),
  )
  for (const schedule of isOver ? [] : listOf(schedules)) {
    await scope.perform(addSchedule, { ...schedule, medication_id: id })
  }
  return id
}

function idOf(row: unknown): string {
  return String((row as { id: unknown }).id)
}

function listOf(schedules: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(schedules) ? (schedules as Record<string, unknown>[]) : []
}

const declineProposal = defineOperation({
  name: 'documents.proposals.decline',
  summary: 'Leave a proposal out of the record; it is not made again',
  effect: 'write',
  input: z.strictObject(address),
  output: DocumentProposal,
  errors: [NotFound, ProposalDecided],
  rest: { method: 'POST', path: '/documents/{document_id}/proposals/{id}/decline', status: 200 },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { document_id, id }) =>
    await close(scope, await openProposal(scope, document_id, id), { status: 'declined' }),
})

export const proposalOperations: readonly AnyOperation[] = [listProposals, acceptProposal, declineProposal]
