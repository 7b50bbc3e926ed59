import { z } from 'zod'
import { choice, flag, identifier, moment, text, wholeNumber } from '../../../operations/field-types.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { defineProblem } from '../../../platform/errors/problem.ts'

const { review_status, reviewed_by } = enumerations.document_results
export type ReviewStatus = (typeof review_status)[number]
export type ReviewedBy = (typeof reviewed_by)[number]

/** The document names somebody else and nobody has said whose it is: a question to the person before a value counts. */
export const PersonUnclear = defineProblem({ type: 'document-person-unclear', status: 409, confirmedBy: 'is_mine' })

const fraction = z.number().meta({
  description: 'Fraction of the page as `…/pages/{page}/image` shows it, from its top left corner.',
  examples: [0.25],
})

export const boxSchema = z
  .object({ x: fraction, y: fraction, width: fraction, height: fraction })
  .nullable()
  .meta({ description: 'Where on the page it stands.', examples: [{ x: 0.1, y: 0.3, width: 0.6, height: 0.02 }] })

const valueFields = {
  value: text('The value as printed, or as the person corrected it.', { example: '8.2' }),
  value_number: z
    .number()
    .nullable()
    .meta({ description: 'The value as a number.', examples: [8.2] }),
  unit: text('UCUM.', { example: '%', maximum: 50 }).nullable(),
  unit_printed: text('The unit as printed.', { example: '%', maximum: 50 }).nullable(),
  flag: z
    .enum(enumerations.document_results.flag)
    .nullable()
    .meta({ description: 'Where the value lies.', examples: ['high'] }),
}

/** What was read, where a person put something else in its place. */
const originalValue = z.object(valueFields)
export interface OriginalValue {
  readonly value: string
  readonly value_number: number | null
  readonly unit: string | null
  readonly unit_printed: string | null
  readonly flag: string | null
}

export const DocumentResult = z
  .object({
    id: identifier('The result.'),
    document_id: identifier('The document.'),
    test: text('Name of the test as printed.', { example: 'HbA1c' }),
    code: text('LOINC.', { example: '4548-4', maximum: 20 }).nullable(),
    ...valueFields,
    reference_low: z
      .number()
      .nullable()
      .meta({ description: 'Lower end of the range, in the value’s unit.', examples: [4] }),
    reference_high: z
      .number()
      .nullable()
      .meta({ description: 'Upper end of the range, in the value’s unit.', examples: [5.6] }),
    reference_text: text('The range as printed.', { example: '4.0 - 5.6', maximum: 500 }).nullable(),
    flag_printed: text('The report’s own mark.', { example: 'H', maximum: 50 }).nullable(),
    page: wholeNumber('Page, from 1.', { example: 1, minimum: 1 }),
    box: boxSchema,
    confidence: z
      .number()
      .nullable()
      .meta({ description: 'How sure the reading is, 0 to 1.', examples: [0.98] }),
    needs_review: flag('Whether somebody should compare it with the page.', { example: false }),
    review_reason: text('Why.', { example: 'uncertain_reading', maximum: 100 }).nullable(),
    candidate: text('The value that was probably meant, where one suggests itself.', { example: '8.2' }).nullable(),
    confirmed: flag('Whether it was confirmed.', { example: false }),
    review_status: choice(review_status, 'What became of it: `open`, `confirmed` or `rejected`.'),
    reviewed_by: choice(
      reviewed_by,
      'Who confirmed or rejected it: the person, or the standing consent for values that were read without doubt.',
    ).nullable(),
    reviewed_at: moment('When.', { example: '2026-03-12T04:31:00.000Z' }).nullable(),
    original: originalValue.nullable().meta({
      description: 'What was read, where the person corrected it; null where the value stands as it was read.',
      examples: [{ value: '82', value_number: 82, unit: '%', unit_printed: '%', flag: 'high' }],
    }),
    metric_id: identifier('The measurement of the record that it became.').nullable(),
    observed_at: moment('When the sample was taken.', { example: '2026-03-12T00:00:00.000Z' }).nullable(),
  })
  .meta({ id: 'DocumentResult' })

export type PresentedResult = z.input<typeof DocumentResult>

/** A row as people see it. */
export function presentResult(row: Readonly<Record<string, unknown>>): PresentedResult {
  const moments = Object.fromEntries(
    ['observed_at', 'reviewed_at'].map((name) => {
      const value = row[name]
      return [name, value instanceof Date ? value.toISOString() : (value ?? null)]
    }),
  )
  return { ...row, ...moments } as unknown as PresentedResult
}
