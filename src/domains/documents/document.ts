import { z } from 'zod'
import { choice, day, flag, identifier, longText, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem, type ProblemDefinition } from '../../platform/errors/problem.ts'
import type { ReadErrorCode } from '../../reader/index.ts'

const { category, status } = enumerations.medical_documents
export type DocumentStatus = (typeof status)[number]
export type DocumentCategory = (typeof category)[number]

/** Until somebody says, or the reading finds out, what kind of document it is. */
export const UNKNOWN_CATEGORY: DocumentCategory = 'other'

export const documentFields = {
  document_name: text('What the document is called.', { example: 'Blood test, March' }),
  category: choice(category, 'What kind of document it is.'),
  document_date: day('The day that it speaks about.', { example: '2026-03-12' }).nullable(),
  description: longText('Anything worth remembering about it.', { example: 'Before breakfast.' }).nullable(),
  status: choice(status, 'How far it is: `uploaded`, `processing`, `reviewed` or `archived`.', { example: 'reviewed' }),
  is_sensitive: flag('Whether it needs special care.', { example: false }),
}
export const documentDerived = {
  original_filename: text('Name of the file as it was uploaded.', { example: 'report.pdf' }),
  file_size: wholeNumber('Bytes of the file.', { example: 182_344 }),
  file_type: text('Extension that fits its content.', { example: 'pdf', maximum: 100 }),
  mime_type: text('Type of its content.', { example: 'application/pdf', maximum: 100 }),
  content_hash: text('SHA-256 of its bytes.', { example: 'a3f5…', maximum: 64 }).nullable(),
  page_count: wholeNumber('Pages that were read.', { example: 2 }).nullable(),
  language: text('Language of its text.', { example: 'en', maximum: 7 }).nullable(),
  processing_error: text('Why it could not be read, and what to do; null where nothing went wrong.', {
    example: 'The PDF is locked with a password. Remove the password and upload it again.',
    maximum: 1_000,
  }).nullable(),
  processed_at: moment('When it was read.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
}

/** What is said about an upload besides the file. */
export const UploadFields = z.strictObject({
  document_name: documentFields.document_name.optional(),
  category: documentFields.category.optional(),
  document_date: documentFields.document_date.optional(),
  description: documentFields.description.optional(),
  is_sensitive: documentFields.is_sensitive.optional(),
})
export type UploadFields = z.infer<typeof UploadFields>

const fraction = z.number().meta({ description: 'Fraction of the page, from its top left corner.', examples: [0.25] })

export const DocumentResult = z.object({
  id: identifier('The result.'),
  test: text('Name of the test as printed.', { example: 'HbA1c' }),
  code: text('LOINC.', { example: '4548-4', maximum: 20 }).nullable(),
  value: text('The value as printed.', { example: '8.2' }),
  value_number: z
    .number()
    .nullable()
    .meta({ description: 'The value as a number.', examples: [8.2] }),
  unit: text('UCUM.', { example: '%', maximum: 50 }).nullable(),
  unit_printed: text('The unit as printed.', { example: '%', maximum: 50 }).nullable(),
  reference_low: z
    .number()
    .nullable()
    .meta({ description: 'Lower end of the range, in the value’s unit.', examples: [4] }),
  reference_high: z
    .number()
    .nullable()
    .meta({ description: 'Upper end of the range, in the value’s unit.', examples: [5.6] }),
  reference_text: text('The range as printed.', { example: '4.0 - 5.6', maximum: 500 }).nullable(),
  flag: z
    .enum(enumerations.document_results.flag)
    .nullable()
    .meta({ description: 'Where the value lies.', examples: ['high'] }),
  flag_printed: text('The report’s own mark.', { example: 'H', maximum: 50 }).nullable(),
  page: wholeNumber('Page, from 1.', { example: 1, minimum: 1 }),
  box: z
    .object({ x: fraction, y: fraction, width: fraction, height: fraction })
    .nullable()
    .meta({ description: 'Where on the page it stands.', examples: [{ x: 0.1, y: 0.3, width: 0.6, height: 0.02 }] }),
  confidence: z
    .number()
    .nullable()
    .meta({ description: 'How sure the reading is, 0 to 1.', examples: [0.98] }),
  needs_review: flag('Whether somebody should compare it with the page.', { example: false }),
  review_reason: text('Why.', { example: 'uncertain_reading', maximum: 100 }).nullable(),
  candidate: text('The value that was probably meant, where one suggests itself.', { example: '8.2' }).nullable(),
  confirmed: flag('Whether a person confirmed it.', { example: false }),
  observed_at: moment('When the sample was taken.', { example: '2026-03-12T00:00:00.000Z' }).nullable(),
})

export const DocumentText = z.object({
  document_id: identifier('The document.'),
  language: text('Language of the text.', { example: 'en', maximum: 7 }).nullable(),
  text: z.string().meta({ description: 'The text of all pages.', examples: ['HbA1c 8.2 %'] }),
  pages: z
    .array(
      z.object({
        page: wholeNumber('Page, from 1.', { example: 1, minimum: 1 }),
        source: z
          .enum(enumerations.document_pages.source)
          .meta({ description: 'Whether the file held the text or it was recognised.', examples: ['text_layer'] }),
        text: z.string().meta({ description: 'Its text.', examples: ['HbA1c 8.2 %'] }),
        width: z
          .number()
          .nullable()
          .meta({ description: 'Width of the page.', examples: [595] }),
        height: z
          .number()
          .nullable()
          .meta({ description: 'Height of the page, in the same unit.', examples: [842] }),
      }),
    )
    .meta({ description: 'The pages, in order.' }),
})

/**
 * What can be wrong with a file. Each is told at the upload where it shows at once, and as `processing_error` where only
 * the reading finds it; the texts are the same.
 */
export const FileProblems = {
  empty: defineProblem({ type: 'file-empty', status: 422 }),
  wrong_type: defineProblem({ type: 'file-type-not-readable', status: 415 }),
  too_large: defineProblem({ type: 'file-too-large', status: 413 }),
  truncated: defineProblem({ type: 'file-truncated', status: 422 }),
  too_many_pages: defineProblem({ type: 'file-has-too-many-pages', status: 422 }),
  too_many_pixels: defineProblem({ type: 'file-has-too-many-pixels', status: 422 }),
  unreadable: defineProblem({ type: 'file-unreadable', status: 422 }),
  encrypted: defineProblem({ type: 'file-encrypted', status: 422 }),
  timeout: defineProblem({ type: 'file-reading-timed-out', status: 422 }),
  cancelled: defineProblem({ type: 'file-reading-failed', status: 422 }),
} as const satisfies Record<ReadErrorCode, ProblemDefinition>

/** The reading failed for reasons of ours, more than once. */
export const ReadingFailed = FileProblems.cancelled

export const CannotBeReadAgain = defineProblem({ type: 'document-not-readable-now', status: 409 })
export const RangeNotSatisfiable = defineProblem({ type: 'range-not-satisfiable', status: 416 })
