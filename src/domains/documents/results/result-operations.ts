import { z } from 'zod'
import { analyteByLoinc, loincCodes } from '../../../clinical/analytes/index.ts'
import { convertUnit } from '../../../clinical/units/index.ts'
import { type AnyOperation, defineOperation } from '../../../operations/define-operation.ts'
import { choice, day, flag, identifier, text, wholeNumber } from '../../../operations/field-types.ts'
import { requireRow } from '../../../operations/record-domain.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { NotFound } from '../../../platform/errors/problem.ts'
import { DocumentResult, presentResult } from './result.ts'
import { findResults, type ResultRow } from './result-store.ts'

const GUIDANCE = 'tools/documents'

const listResults = defineOperation({
  name: 'documents.results.list',
  summary: 'List the lab values that were read from a document',
  effect: 'read',
  input: z.strictObject({
    id: identifier('The document.'),
    needs_review: flag('Only those that somebody should compare with the page, or only the others.').optional(),
  }),
  output: z.object({
    data: z.array(DocumentResult).meta({ description: 'The results, as they follow one another on the pages.' }),
    next_cursor: z
      .null()
      .meta({ description: 'Always null: all results of a document come at once.', examples: [null] }),
  }),
  errors: [NotFound],
  rest: { method: 'GET', path: '/documents/{id}/results' },
  tool: { guidance: GUIDANCE, confirm: 'never' },
  run: async (scope, { id, needs_review }) => {
    await requireRow(scope, 'medical_documents', id)
    scope.about({ table: 'medical_documents', id })
    const rows = await findResults(scope.transaction, id)
    const data = rows.filter((row) => needs_review === undefined || row.needs_review === needs_review)
    return { data: data.map((row) => presentResult({ ...row })), next_cursor: null }
  },
})

const FoundResult = DocumentResult.extend({
  document_name: text('What its document is called.', { example: 'Blood test, March' }),
  document_date: day('The day that its document speaks about.', { example: '2026-03-12' }).nullable(),
  measured_on: day('The day that the value is true of: that of the sample, else of the document, else of the upload.', {
    example: '2026-03-12',
  }),
  value_in_unit: z
    .number()
    .nullable()
    .meta({
      description: 'The value in the common `unit` of the answer; null where it has no number or no such unit.',
      examples: [8.2],
    }),
}).meta({ id: 'FoundResult' })

type FoundRow = ResultRow & { document_name: string; document_date: string | null; measured_on: string }

const findAcross = defineOperation({
  name: 'documents.results.find',
  summary: 'List lab values of all documents, newest first: one test over time, or what waits to be looked at',
  effect: 'read',
  input: z.strictObject({
    code: text('Only this test, by LOINC; codes that name another method for it count too.', {
      example: '4548-4',
      maximum: 20,
    }).optional(),
    needs_review: flag('Only those that somebody should compare with the page, or only the others.').optional(),
    review_status: choice(
      enumerations.document_results.review_status,
      'Only those that this became of. Left out, rejected ones are left out too.',
    ).optional(),
    subject: choice(
      enumerations.medical_documents.subject,
      "Only of documents that are the person's own (`self`), a family member's, or unclear. Left out, of all that are not a family member's.",
    ).optional(),
    from: day('Not before this day.', { example: '2025-01-01' }).optional(),
    to: day('Not after this day.', { example: '2026-12-31' }).optional(),
    unit: text('UCUM: the unit that `value_in_unit` is in. Left out, it is the unit of the newest value.', {
      example: 'mg/dL',
      maximum: 50,
    }).optional(),
    limit: wholeNumber('At most so many.', { example: 200, minimum: 1, maximum: 1000 }).default(200),
  }),
  output: z.object({
    data: z.array(FoundResult).meta({ description: 'The values, newest first.' }),
    unit: text('The common unit, in UCUM; null where `code` was left out or the test has no unit.', {
      example: 'mg/dL',
      maximum: 50,
    }).nullable(),
  }),
  rest: { method: 'GET', path: '/results' },
  tool: { guidance: GUIDANCE, confirm: 'never' },
  run: async ({ transaction }, input) => {
    const { sql } = transaction
    const measuredOn = 'coalesce(r.observed_at::date, d.document_date, d.created_at::date)'
    const query = sql('document_results as r')
      .join('medical_documents as d', 'd.id', 'r.document_id')
      .select('r.*', 'd.document_name', 'd.document_date', sql.raw(`${measuredOn} as measured_on`))
      .orderByRaw(`${measuredOn} desc, d.created_at desc, r.position`)
      .limit(input.limit)
    const analyte = input.code === undefined ? undefined : analyteByLoinc(input.code)
    if (input.code !== undefined) query.whereIn('r.code', analyte ? [...loincCodes(analyte)] : [input.code])
    if (input.needs_review !== undefined) query.where('r.needs_review', input.needs_review)
    if (input.review_status === undefined) query.whereNot('r.review_status', 'rejected')
    else query.where('r.review_status', input.review_status)
    if (input.subject === undefined) query.whereNot('d.subject', 'family')
    else query.where('d.subject', input.subject)
    if (input.from !== undefined) query.whereRaw(`${measuredOn} >= ?`, [input.from])
    if (input.to !== undefined) query.whereRaw(`${measuredOn} <= ?`, [input.to])
    const rows = await transaction.rows<FoundRow>(query)
    const unit = input.code === undefined ? null : (input.unit ?? rows.find((row) => row.unit !== null)?.unit ?? null)
    const inUnit = ({ value_number, unit: own }: FoundRow): number | null =>
      value_number === null || own === null || unit === null
        ? null
        : (convertUnit(value_number, own, unit, analyte) ?? null)
    return {
      data: rows.map(
        (row) => ({ ...presentResult({ ...row }), value_in_unit: inUnit(row) }) as z.input<typeof FoundResult>,
      ),
      unit,
    }
  },
})

export const resultOperations: readonly AnyOperation[] = [listResults, findAcross]
