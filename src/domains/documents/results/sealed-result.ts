import type { Transaction } from '../../../platform/database/index.ts'
import type { NewResultRow, ResultRow } from './result-store.ts'

/** What a report says of a value. Test, code, page and day stay in the clear: by them values are found and compared. */
const NOTHING_SAID = {
  value: '',
  value_number: null,
  unit: null,
  unit_printed: null,
  reference_low: null,
  reference_high: null,
  reference_text: null,
  flag: null,
  flag_printed: null,
  candidate: null,
  original: null,
} as const

type Said = Pick<ResultRow, keyof typeof NOTHING_SAID>

/** The columns of a value as they are stored: as they are, or sealed together. What is read comes back opened. */
export async function storedResult<Row extends Pick<NewResultRow, 'id' | 'user_id'>>(
  transaction: Transaction,
  row: Row & Omit<Said, 'candidate' | 'original'> & { candidate: unknown; original: unknown },
  isSensitive: boolean,
): Promise<Omit<Row, 'sealed'> & Record<string, unknown>> {
  const { sealed: _, ...plain } = row as typeof row & { sealed?: unknown }
  if (!isSensitive) {
    return {
      ...plain,
      candidate: plain.candidate === null ? null : JSON.stringify(plain.candidate),
      original: plain.original === null ? null : JSON.stringify(plain.original),
      sealed: null,
    } as never
  }
  const said = Object.fromEntries(Object.keys(NOTHING_SAID).map((name) => [name, plain[name as keyof Said]]))
  const place = { userId: row.user_id, column: 'document_results.sealed', row: row.id }
  return { ...plain, ...NOTHING_SAID, sealed: await transaction.texts.sealJson(transaction, place, said) } as never
}

/** A value that was just read has its JSON as text, ready for the database. */
export function withParsedJson<Row extends { readonly candidate: string | null; readonly original: string | null }>(
  row: Row,
): Omit<Row, 'candidate' | 'original'> & { candidate: unknown; original: unknown } {
  const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
  return { ...row, candidate: parsed(row.candidate), original: parsed(row.original) }
}
