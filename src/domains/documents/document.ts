import { z } from 'zod'
import { choice, day, flag, identifier, longText, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem, type ProblemDefinition } from '../../platform/errors/problem.ts'
import { READ_WARNINGS, type ReadErrorCode } from '../../reader/index.ts'

const { category, status, patient_sex, person_match, subject } = enumerations.medical_documents
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
  is_sensitive: flag(
    'Whether its text and values are sealed. Laboratory and radiology reports, prescriptions and discharge summaries are, unless somebody says otherwise.',
    { example: false },
  ),
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
  title: text('What it calls itself.', { example: 'Complete blood count' }).nullable(),
  laboratory: text('Who made it.', { example: 'City Diagnostics' }).nullable(),
  summary: z
    .string()
    .nullable()
    .meta({
      description: 'What it concludes itself, as printed: the impression of a scan, the course of a stay in hospital.',
      examples: ['No active lung lesion.'],
    }),
  patient_name: text('The person that it names.', { example: 'Asha Raman' }).nullable(),
  patient_age: wholeNumber('The age that it states, in years.', { example: 67, maximum: 150 }).nullable(),
  patient_sex: choice(patient_sex, 'The sex that it states.', { example: 'female' }).nullable(),
  person_match: choice(
    person_match,
    'How name, age and sex compare with those of the account; null until it is read, `unknown` where it names nobody.',
  ).nullable(),
  subject: choice(
    subject,
    "Whose it is: `self`; `family`, whose values never count as the person's own; `unclear` until the person says (see `reading_notes`).",
  ),
  reading_notes: z
    .array(
      z.object({
        code: z
          .enum([...READ_WARNINGS, 'person_unclear'])
          .meta({ description: 'What it is.', examples: ['handwriting'] }),
        page: wholeNumber('The page, from 1; null where it is about the whole document.', {
          example: 1,
          minimum: 1,
        }).nullable(),
        text: text('The same in words.', { example: 'Page 1 is written by hand. I cannot read it.', maximum: 1_000 }),
      }),
    )
    .meta({
      description:
        'What could not be read, or not surely; and with `person_unclear` the question whose document it is, which `PUT …/person` answers.',
      examples: [[]],
    }),
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

/** The person ended the reading. */
export const ReadingCancelled = defineProblem({ type: 'document-reading-cancelled', status: 409 })
export const CannotBeReadAgain = defineProblem({ type: 'document-not-readable-now', status: 409 })
export const RangeNotSatisfiable = defineProblem({ type: 'range-not-satisfiable', status: 416 })
