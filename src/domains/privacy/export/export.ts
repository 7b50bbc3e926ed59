import { z } from 'zod'
import { choice, identifier, moment, text, wholeNumber } from '../../../operations/field-types.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { defineProblem } from '../../../platform/errors/problem.ts'

export const ArchiveNotReady = defineProblem({ type: 'archive-not-ready', status: 409 })

const { status, language } = enumerations.data_exports

export const DataExport = z
  .object({
    id: identifier('The export.'),
    status: choice(status, 'How far it is: `completed` can be downloaded, `expired` is gone.', {
      example: 'completed',
    }),
    language: choice(language, 'The language of its explanations.'),
    progress: wholeNumber('Per cent of its parts that are written.', { example: 100, maximum: 100 }),
    file_size: wholeNumber('Bytes of the archive.', {
      example: 1_843_221,
      maximum: Number.MAX_SAFE_INTEGER,
    }).nullable(),
    sha256: text('SHA-256 of the archive.', {
      example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      maximum: 64,
    }).nullable(),
    parts: wholeNumber('How many files are in it.', { example: 42 }).nullable(),
    rows: wholeNumber('How many rows of the record are in it.', { example: 310 }).nullable(),
    content: text('Where it is downloaded; parts of it too (`Range`).', {
      example: '/api/v1/me/export/0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21/content',
    }).nullable(),
    created_at: moment('When it was asked for.', { example: '2026-03-12T04:30:00.000Z' }),
    completed_at: moment('When it was done.', { example: '2026-03-12T04:30:20.000Z' }).nullable(),
    expires_at: moment('Until when it can be downloaded.', { example: '2026-03-19T04:30:20.000Z' }).nullable(),
  })
  .meta({ id: 'DataExport' })

export interface ExportRow {
  readonly id: string
  readonly user_id: string
  readonly status: (typeof status)[number]
  readonly language: (typeof language)[number]
  readonly progress: number
  readonly file_size: number | null
  readonly content_hash: string | null
  readonly encryption_key: string | null
  readonly encryption_key_version: number | null
  readonly contents: { readonly parts: number; readonly rows: number } | null
  readonly created_at: Date
  readonly completed_at: Date | null
  readonly expires_at: Date | null
}

/** Whether an archive can be downloaded at a time. */
export function isReady(row: ExportRow, now: Date): boolean {
  return row.status === 'completed' && row.expires_at !== null && row.expires_at > now
}

export function exportView(row: ExportRow, now: Date): z.input<typeof DataExport> {
  const ready = isReady(row, now)
  return {
    id: row.id,
    status: row.status === 'completed' && !ready ? 'expired' : row.status,
    language: row.language,
    progress: row.progress,
    file_size: row.file_size,
    sha256: row.content_hash,
    parts: row.contents?.parts ?? null,
    rows: row.contents?.rows ?? null,
    content: ready ? `/api/v1/me/export/${row.id}/content` : null,
    created_at: row.created_at.toISOString(),
    completed_at: row.completed_at?.toISOString() ?? null,
    expires_at: row.expires_at?.toISOString() ?? null,
  }
}
