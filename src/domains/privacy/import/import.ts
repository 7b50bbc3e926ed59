import { z } from 'zod'
import type { Language } from '../../../clinical/language-forms.ts'
import { choice, identifier, longText, moment, text, wholeNumber } from '../../../operations/field-types.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { defineProblem } from '../../../platform/errors/problem.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import { REFUSALS, type Refusal } from './archive-refused.ts'
import type { TableOutcome } from './bring-in-rows.ts'

export const ImportUnderWay = defineProblem({ type: 'import-under-way', status: 409 })

const { status } = enumerations.data_imports

const Outcome = z.object({
  table: text('The table.', { example: 'medications', maximum: 63 }),
  added: wholeNumber('Rows that came in.', { example: 12 }),
  kept: wholeNumber('Rows that were there already.', { example: 0 }),
})

export const DataImport = z
  .object({
    id: identifier('The import.'),
    status: choice(status, 'How far it is; of an archive that was `refused` nothing came in.', {
      example: 'completed',
    }),
    progress: wholeNumber('Per cent of the work that is done.', { example: 100, maximum: 100 }),
    tables: z.array(Outcome).meta({ description: 'What became of the rows.' }),
    problem: z
      .object({
        code: choice(REFUSALS, 'What is wrong with the archive.'),
        detail: longText('The same in the caller’s language, and what to do.', { example: 'The archive was changed.' }),
        file: text('The file in the archive.', { example: 'record/medications.json' }).nullable(),
        row: wholeNumber('The row of that file, from 1.', { example: 3 }).nullable(),
        column: text('The column.', { example: 'dosage', maximum: 63 }).nullable(),
      })
      .nullable()
      .meta({ description: 'Why it was refused.' }),
    created_at: moment('When it was sent.', { example: '2026-03-12T04:30:00.000Z' }),
    completed_at: moment('When it was done or refused.', { example: '2026-03-12T04:30:20.000Z' }).nullable(),
  })
  .meta({ id: 'DataImport' })

export interface ImportRow {
  readonly id: string
  readonly user_id: string
  readonly status: (typeof status)[number]
  readonly progress: number
  readonly file_size: number
  readonly encryption_key: string
  readonly encryption_key_version: number
  readonly result: Readonly<Record<string, TableOutcome>> | null
  readonly problem: {
    readonly code: Refusal
    readonly file: string | null
    readonly row: number | null
    readonly column: string | null
  } | null
  readonly created_at: Date
  readonly completed_at: Date | null
}

export function importView(row: ImportRow, language: Language): z.input<typeof DataImport> {
  return {
    id: row.id,
    status: row.status,
    progress: row.progress,
    tables: Object.entries(row.result ?? {}).map(([table, outcome]) => ({ table, ...outcome })),
    problem: row.problem && { ...row.problem, detail: translator(language)(`privacy:refusals.${row.problem.code}`) },
    created_at: row.created_at.toISOString(),
    completed_at: row.completed_at?.toISOString() ?? null,
  }
}
