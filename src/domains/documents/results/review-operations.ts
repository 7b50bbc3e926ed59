import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../../operations/define-operation.ts'
import { entityTag, matchesEntityTag } from '../../../operations/entity-tag.ts'
import { choice, flag, identifier, text } from '../../../operations/field-types.ts'
import { NotFound, PreconditionFailed, Problem, ValidationFailed } from '../../../platform/errors/problem.ts'
import { type DocumentRow, findDocument } from '../document-store.ts'
import { accountPerson } from '../person/account-person.ts'
import type { AccountPerson } from '../person/person-match.ts'
import { personQuestion } from '../person/person-question.ts'
import { setSubject } from '../person/set-subject.ts'
import { syncMetrics } from './become-metrics.ts'
import { correctedValue, isPossible } from './correct-value.ts'
import { DocumentResult, type OriginalValue, PersonUnclear, presentResult, type ReviewStatus } from './result.ts'
import { findResults, type ResultRow } from './result-store.ts'
import { storedResult } from './sealed-result.ts'

const GUIDANCE = 'tools/documents'
const TABLE = 'document_results'
const MOST_AT_ONCE = 200

const decisionFields = {
  review_status: choice(
    ['confirmed', 'rejected', 'open'],
    '`confirmed`: it says so on the page, or will once corrected. `rejected`: there is no such value. `open`: take the decision back. Left out with a correction, it is `confirmed`.',
  ).optional(),
  value: text('The value that the page really shows, where it was read wrong.', { example: '8.2' }).optional(),
  unit_printed: text('The unit that the page really shows, as printed there; null for none.', {
    example: '%',
    maximum: 50,
  })
    .nullable()
    .optional(),
}
const isMine = flag('The person says that the document is about themselves, although it names somebody else.', {
  example: false,
}).default(false)

interface Decision {
  readonly review_status?: ReviewStatus | undefined
  readonly value?: string | undefined
  readonly unit_printed?: string | null | undefined
}

/** @throws {Problem} PersonUnclear where a value is confirmed before anybody has said whose the document is. */
async function settleWhose(
  scope: OperationScope,
  document: DocumentRow,
  { confirms, isMine }: { readonly confirms: boolean; readonly isMine: boolean },
): Promise<void> {
  if (!confirms || document.subject !== 'unclear') return
  const question = personQuestion(document, scope.caller.language)
  if (!isMine) throw new Problem(PersonUnclear, { extensions: { reasons: question === null ? [] : [question] } })
  await setSubject(scope, document, 'self')
}

type DecidedValue = OriginalValue &
  Pick<ResultRow, 'review_status' | 'confirmed' | 'reviewed_by' | 'reviewed_at' | 'needs_review' | 'original'>

/** What a decision makes of a row. @throws {Problem} ValidationFailed where no living person has such a value. */
function decide(now: Date, person: AccountPerson, row: ResultRow, decision: Decision, pointer: string): DecidedValue {
  const corrects = decision.value !== undefined || decision.unit_printed !== undefined
  const status = decision.review_status ?? (corrects ? 'confirmed' : row.review_status)
  // Taking a decision back, or rejecting, brings back what was read.
  const base: ResultRow = status === 'confirmed' || row.original === null ? row : { ...row, ...row.original }
  const value = corrects ? correctedValue(base, decision, person) : base
  const after = {
    value: value.value,
    value_number: value.value_number,
    unit: value.unit,
    unit_printed: value.unit_printed,
    flag: value.flag,
    review_status: status,
    confirmed: status === 'confirmed',
    reviewed_by: status === 'open' ? null : ('person' as const),
    reviewed_at: status === 'open' ? null : now,
    needs_review: status === 'open' && row.review_reason !== null,
    original: originalOf(row, value),
  }
  if (status === 'confirmed' && !isPossible({ ...row, ...after })) {
    throw new Problem(ValidationFailed, { errors: [{ pointer: `${pointer}/value`, code: 'not_possible' }] })
  }
  return after
}

/** What was read first, as long as something else stands in its place. */
function originalOf(row: ResultRow, now: Pick<ResultRow, 'value' | 'unit_printed'>): ResultRow['original'] {
  const { value, value_number, unit, unit_printed, flag } = row
  const read = row.original ?? ({ value, value_number, unit, unit_printed, flag } as NonNullable<ResultRow['original']>)
  return read.value === now.value && read.unit_printed === now.unit_printed ? null : read
}

async function write(scope: OperationScope, row: ResultRow, after: DecidedValue): Promise<void> {
  const { transaction } = scope
  const {
    box: _b,
    created_at: _c,
    updated_at: _u,
    ...values
  } = await storedResult(transaction, { ...row, ...after }, row.sealed === true)
  transaction.queue(transaction.sql(TABLE).where({ id: row.id }).update(values))
  // What is sealed where it stands must not stand open in the audit log.
  const logged = ({
    value,
    unit_printed,
    review_status,
  }: Pick<ResultRow, 'value' | 'unit_printed' | 'review_status'>) =>
    row.sealed === true ? { review_status } : { value, unit_printed, review_status }
  await scope.changed({ kind: 'updated', table: TABLE, id: row.id, before: logged(row), after: logged(after) })
}

const confirms = ({ review_status, value, unit_printed }: Decision): boolean =>
  review_status === 'confirmed' || (review_status === undefined && (value !== undefined || unit_printed !== undefined))

const nothingGiven = ({ review_status, value, unit_printed }: Decision): boolean =>
  review_status === undefined && value === undefined && unit_printed === undefined

const updateResult = defineOperation({
  name: 'documents.results.update',
  summary: 'Confirm, correct or reject a value that was read from a document',
  effect: 'write',
  input: z.strictObject({
    document_id: identifier('The document.'),
    id: identifier('The result.'),
    ...decisionFields,
    is_mine: isMine,
  }),
  output: DocumentResult,
  errors: [NotFound, PreconditionFailed, PersonUnclear],
  rest: { method: 'PATCH', path: '/documents/{document_id}/results/{id}' },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { document_id, id, is_mine, ...decision }) => {
    const { transaction } = scope
    const [found, row, person] = await Promise.all([
      findDocument(transaction, document_id, 'for update'),
      transaction.row<ResultRow>(transaction.sql(TABLE).where({ document_id, id }).forUpdate()),
      accountPerson(transaction),
    ])
    if (found === undefined || row === undefined) throw new Problem(NotFound)
    const before = presentResult({ ...row })
    if (scope.ifMatch && !matchesEntityTag(scope.ifMatch, entityTag(before))) throw new Problem(PreconditionFailed)
    if (nothingGiven(decision)) {
      scope.about({ table: TABLE, id, version: entityTag(before) })
      return before
    }
    await settleWhose(scope, found, { confirms: confirms(decision), isMine: is_mine })
    const after = decide(scope.now, person, row, decision, '')
    await write(scope, row, after)
    const metrics = await syncMetrics(scope, document_id)
    const record = presentResult({ ...row, ...after, metric_id: metrics.get(id) ?? null })
    scope.about({ table: TABLE, id, version: entityTag(record) })
    return record
  },
})

const decisionOfMany = z.strictObject({ id: identifier('The result.'), ...decisionFields })

const reviewResults = defineOperation({
  name: 'documents.results.review',
  summary: 'Confirm, correct or reject several values of a document at once, all of them or none',
  effect: 'write',
  input: z.strictObject({
    document_id: identifier('The document.'),
    confirm_sure: flag('Confirm every value that is open and was read without doubt.', {
      example: true,
    }).default(false),
    results: z
      .array(decisionOfMany)
      .max(MOST_AT_ONCE)
      .meta({ description: 'The decisions, each with what it is about.', examples: [[]] })
      .default([]),
    is_mine: isMine,
  }),
  output: z.object({
    data: z.array(DocumentResult).meta({ description: 'All results of the document, as they stand now.' }),
  }),
  errors: [NotFound, PersonUnclear],
  rest: { method: 'POST', path: '/documents/{document_id}/results/review', status: 200 },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { document_id, results: decisions, confirm_sure, is_mine }) => {
    const { transaction } = scope
    const [document, results, person] = await Promise.all([
      findDocument(transaction, document_id, 'for update'),
      findResults(transaction, document_id),
      accountPerson(transaction),
    ])
    if (document === undefined) throw new Problem(NotFound)
    await settleWhose(scope, document, { confirms: confirm_sure || decisions.some(confirms), isMine: is_mine })
    const rows = new Map(results.map((row) => [row.id, row]))
    if (decisions.some(({ id }) => !rows.has(id))) throw new Problem(NotFound)
    const named = new Set(decisions.map(({ id }) => id))
    const sure = confirm_sure
      ? [...rows.values()]
          .filter((row) => !named.has(row.id) && row.review_status === 'open' && !row.needs_review)
          .map(({ id }) => ({ id, review_status: 'confirmed' as const }))
      : []
    for (const [at, { id, ...decision }] of [...decisions, ...sure].entries()) {
      const row = rows.get(id)
      if (row === undefined || nothingGiven(decision)) continue
      await write(scope, row, decide(scope.now, person, row, decision, `/results/${at}`))
    }
    await syncMetrics(scope, document.id)
    scope.about({ table: 'medical_documents', id: document.id })
    const after = await findResults(scope.transaction, document.id)
    return { data: after.map((row) => presentResult({ ...row })) }
  },
})

export const reviewOperations: readonly AnyOperation[] = [updateResult, reviewResults]
