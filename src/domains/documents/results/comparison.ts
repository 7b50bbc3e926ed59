import { z } from 'zod'
import { analyteByLoinc, loincCodes } from '../../../clinical/analytes/index.ts'
import { convertUnit } from '../../../clinical/units/index.ts'
import { type AnyOperation, defineOperation } from '../../../operations/define-operation.ts'
import { choice, day, identifier, text, wholeNumber } from '../../../operations/field-types.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { findDocument } from '../document-store.ts'
import { DocumentResult, presentResult } from './result.ts'
import { findResults, type ResultRow } from './result-store.ts'

/** Laboratories repeat themselves within a few per cent; what moves less has not moved (1 per cent of the value). */
const NOTICEABLE = 0.01

const previousResult = DocumentResult.extend({
  document_name: text('What its document is called.', { example: 'Blood test, December' }),
  measured_on: day('The day that it is true of.', { example: '2025-12-03' }),
})

const compared = z.object({
  current: DocumentResult.meta({ description: 'The value of this document.' }),
  previous: previousResult.meta({ description: 'The newest value of the same test before it.' }),
  days_between: wholeNumber('Days from the previous value to this one.', { example: 99 }),
  previous_in_unit: z
    .number()
    .nullable()
    .meta({
      description: 'The previous value in the unit of the current one; null where they cannot be compared.',
      examples: [7.4],
    }),
  change: z
    .number()
    .nullable()
    .meta({ description: 'Current minus previous, in the unit of the current value.', examples: [0.8] }),
  change_percent: z
    .number()
    .nullable()
    .meta({ description: 'The change in per cent of the previous value.', examples: [10.8] }),
  direction: choice(
    ['up', 'down', 'same', 'changed', 'unknown'],
    'Where the value moved. `changed` and `same` are said of results in words; `unknown` where they cannot be compared.',
  ),
  towards: choice(
    ['into_range', 'out_of_range', 'still_out_of_range', 'still_in_range', 'unknown'],
    'What that means beside the ranges.',
  ),
})
type Compared = z.input<typeof compared>

type PreviousRow = ResultRow & { document_name: string; measured_on: string }

const compareWithPrevious = defineOperation({
  name: 'documents.comparison.get',
  summary: 'Compare the values of a document with the previous ones of the same tests',
  effect: 'read',
  input: z.strictObject({ id: identifier('The document.') }),
  output: z.object({
    document_id: identifier('The document.'),
    measured_on: day('The day that its values are true of.', { example: '2026-03-12' }),
    data: z.array(compared).meta({ description: 'One entry a test that both have, as they stand on the page.' }),
    only_here: z.array(DocumentResult).meta({ description: 'Values of tests that no earlier document has.' }),
  }),
  errors: [NotFound],
  rest: { method: 'GET', path: '/documents/{id}/comparison' },
  tool: { guidance: 'tools/documents', confirm: 'never' },
  run: async (scope, { id }) => {
    const { transaction } = scope
    const document = await findDocument(transaction, id)
    if (document === undefined) throw new Problem(NotFound)
    scope.about({ table: 'medical_documents', id })
    const rows = (await findResults(transaction, id)).filter((row) => row.review_status !== 'rejected')
    const observed = rows.find((row) => row.observed_at !== null)?.observed_at
    const measuredOn =
      observed?.toISOString().slice(0, 10) ?? document.document_date ?? document.created_at.toISOString().slice(0, 10)
    const earlier = await previousResults(transaction, { id, measuredOn, subject: document.subject, rows })
    const pairs = rows.map((row) => ({ row, previous: earlier.get(analyteKey(row.code) ?? '') }))
    return {
      document_id: id,
      measured_on: measuredOn,
      data: pairs.flatMap(({ row, previous }) => (previous ? [compare(row, previous, measuredOn)] : [])),
      only_here: pairs.flatMap(({ row, previous }) => (previous ? [] : [presentResult({ ...row })])),
    }
  },
})

/** What tells tests apart: codes of one analyte that only name another method are one test. */
function analyteKey(code: string | null): string | undefined {
  return code === null ? undefined : (analyteByLoinc(code)?.key ?? code)
}

/** For each test of the document the newest value before it, of documents of the same person. */
async function previousResults(
  transaction: Transaction,
  document: { id: string; measuredOn: string; subject: string; rows: readonly ResultRow[] },
): Promise<ReadonlyMap<string, PreviousRow>> {
  const codes = document.rows.flatMap(({ code }) => {
    const analyte = code === null ? undefined : analyteByLoinc(code)
    return analyte ? [...loincCodes(analyte)] : code === null ? [] : [code]
  })
  if (codes.length === 0) return new Map()
  const family = document.subject === 'family'
  const found = await transaction.rows<PreviousRow>(
    transaction.sql.raw(
      `select distinct on (r.code) r.*, d.document_name,
         coalesce(r.observed_at::date, d.document_date, d.created_at::date) as measured_on
       from document_results r
       join medical_documents d on d.id = r.document_id
       join medical_documents own on own.id = :id
       where r.document_id <> :id and r.code = any(:codes) and r.review_status <> 'rejected'
         and (d.subject = 'family') = :family
         and (not :family or lower(d.patient_name) = lower(own.patient_name))
         and d.content_hash is distinct from own.content_hash
         and coalesce(r.observed_at::date, d.document_date, d.created_at::date) < cast(:before as date)
       order by r.code, measured_on desc, r.confirmed desc, r.needs_review, d.created_at desc, r.position`,
      { id: document.id, codes, family, before: document.measuredOn },
    ),
  )
  const newest = new Map<string, PreviousRow>()
  for (const row of found) {
    const key = analyteKey(row.code) ?? ''
    const known = newest.get(key)
    if (known === undefined || known.measured_on < row.measured_on) newest.set(key, row)
  }
  return newest
}

function compare(row: ResultRow, previous: PreviousRow, measuredOn: string): Compared {
  const days = Math.round((Date.parse(measuredOn) - Date.parse(previous.measured_on)) / 86_400_000)
  const before = previousInUnit(row, previous)
  const number = row.value_number
  const change = before === null || number === null ? null : Number((number - before).toPrecision(6))
  const percent =
    change === null || before === null || before === 0 ? null : Number(((100 * change) / before).toFixed(1))
  return {
    current: presentResult({ ...row }),
    previous: presentResult({ ...previous }) as z.input<typeof previousResult>,
    days_between: Math.max(0, days),
    previous_in_unit: before,
    change,
    change_percent: percent,
    direction: directionOf(row, previous, before, change),
    towards: towards(previous.flag, row.flag),
  }
}

function previousInUnit(row: ResultRow, previous: ResultRow): number | null {
  if (previous.value_number === null || row.value_number === null) return null
  if (row.unit === previous.unit) return previous.value_number
  if (row.unit === null || previous.unit === null) return null
  const analyte = row.code === null ? undefined : analyteByLoinc(row.code)
  return convertUnit(previous.value_number, previous.unit, row.unit, analyte) ?? null
}

function directionOf(
  row: ResultRow,
  previous: ResultRow,
  before: number | null,
  change: number | null,
): Compared['direction'] {
  if (change !== null && before !== null) {
    if (Math.abs(change) <= NOTICEABLE * Math.abs(before)) return 'same'
    return change > 0 ? 'up' : 'down'
  }
  if (row.value_number !== null || previous.value_number !== null) return 'unknown'
  return row.value.trim().toLowerCase() === previous.value.trim().toLowerCase() ? 'same' : 'changed'
}

function towards(before: string | null, now: string | null): Compared['towards'] {
  if (before === null || now === null) return 'unknown'
  if (now === 'normal') return before === 'normal' ? 'still_in_range' : 'into_range'
  return before === 'normal' ? 'out_of_range' : 'still_out_of_range'
}

export const comparisonOperations: readonly AnyOperation[] = [compareWithPrevious]
