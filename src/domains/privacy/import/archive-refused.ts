/** What is wrong with an archive: a key below `privacy:refusals`. */
export const REFUSALS = [
  'not_an_archive',
  'too_large',
  'too_packed',
  'unknown_part',
  'missing_part',
  'bad_manifest',
  'newer_version',
  'wrong_content',
  'bad_row',
  'unknown_column',
  'bad_value',
  'broken_reference',
  'wrong_file_type',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** An archive that is not brought in. Nothing of it was kept. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused'
  readonly refusal: Refusal
  /** The part of the archive, and the row in it (from 1). */
  readonly file: string | undefined
  readonly row: number | undefined
  readonly column: string | undefined

  constructor(
    refusal: Refusal,
    at: { readonly file?: string; readonly row?: number; readonly column?: string; readonly cause?: unknown } = {},
  ) {
    super(refusal, at.cause === undefined ? undefined : { cause: at.cause })
    this.refusal = refusal
    this.file = at.file
    this.row = at.row
    this.column = at.column
  }
}
