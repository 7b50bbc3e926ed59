import { z } from 'zod'
import type { Language } from '../../../clinical/language-forms.ts'
import { choice, moment, text, wholeNumber } from '../../../operations/field-types.ts'
import { recordDomain } from '../../../operations/record-domain.ts'
import type { RecordRow } from '../../../operations/record-store.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { fieldErrorText } from '../../../platform/errors/problem-document.ts'
import { translator } from '../../../platform/i18n/translator.ts'

const { kind, status } = enumerations.service_imports
export type ImportStatus = (typeof status)[number]

/** What could not be kept, as the row holds it. */
export interface ImportProblem {
  readonly file: string
  readonly line: number
  readonly code: string
}

const count = (description: string, example: number) =>
  wholeNumber(description, { example, maximum: Number.MAX_SAFE_INTEGER })

/** What was brought in at once: an archive that was sent, or a sync. How far it is can be read at any time. */
export const serviceImports = recordDomain({
  name: 'connected-services.imports',
  noun: 'service import',
  table: 'service_imports',
  path: '/connected-services/{service_id}/imports',
  parent: {
    table: 'connected_services',
    column: 'service_id',
    description: 'Identifier of the connected service.',
    foreignKey: 'service_imports_service_fkey',
  },
  fields: {},
  derived: {
    kind: choice(kind, 'Whether an archive was sent, or the newest was fetched from the service.', {
      example: 'archive',
    }),
    status: choice(
      status,
      '`failed` where it could not be read to its end; what was read until then stays, as it does with `cancelled`.',
      { example: 'running' },
    ),
    file_name: text('What the sender calls the archive.', { example: 'export.zip' }).nullable(),
    file_size: count('Its size in bytes.', 81_264_128).nullable(),
    bytes_done: count('How many bytes are read, unpacked.', 412_090_368),
    bytes_total: count('How many there are; null while nobody knows.', 1_073_741_824).nullable(),
    imported: count('How many samples are new in the record.', 184_220),
    duplicates: count('How many were there already.', 12),
    refused: count('How many were not kept.', 3),
    problems: z
      .array(
        z.object({
          file: text('The file inside of the archive, or the kind of data.', {
            example: 'apple_health_export/export.xml',
            maximum: 1_000,
          }),
          line: wholeNumber('Its line; of a JSON file or an answer the entry, from 1. 0 for the file as a whole.', {
            example: 40_812,
          }),
          code: text('What is wrong there.', { example: 'not_possible' }),
          detail: text("The same in the caller's language.", {
            example: 'No living person has such a value. Please check the number and the unit.',
            maximum: 1_000,
          }),
        }),
      )
      .meta({ description: 'The first hundred that were not kept, and why.' }),
    problem: z
      .object({
        type: text('Its kind.', { example: 'archive-damaged' }),
        title: text("In a few words, in the caller's language.", { example: 'The archive is damaged' }),
        detail: text('What happened and what to do.', {
          example: 'It cannot be read to its end. What could be read was kept.',
          maximum: 1_000,
        }),
      })
      .nullable()
      .meta({ description: 'Why it failed.' }),
    started_at: moment('When it was begun.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
    finished_at: moment('When it was over.', { example: '2026-03-12T04:31:10.000Z' }).nullable(),
  },
  timeColumn: 'created_at',
  filterable: ['kind', 'status'],
  sortable: ['-created_at'],
  verbs: ['list', 'get'],
  guidance: 'tools/connected-services',
  present: async ({ caller }, records) => records.map((record) => presentImport(record, caller.language)),
})

/** A row with its problems in words. */
export function presentImport(record: RecordRow, language: Language): RecordRow {
  const translate = translator(language)
  const { problem } = record
  return {
    ...record,
    problems: (record['problems'] as readonly ImportProblem[]).map((each) => ({
      ...each,
      detail: fieldErrorText({ pointer: '', code: each.code }, language),
    })),
    problem:
      typeof problem === 'string'
        ? {
            type: problem,
            title: translate(`errors:${problem}.title`),
            detail: translate(`errors:${problem}.detail`),
          }
        : null,
  }
}
