import type { Transaction } from '../../../platform/database/index.ts'
import type { NewResultRow, ResultRow } from './result-store.ts'

/** The values of a document that somebody decided about, in their order. */
export function decidedResults(transaction: Transaction, documentId: string): Promise<ResultRow[]> {
  return transaction.rows<ResultRow>(
    transaction
      .sql('document_results')
      .where({ document_id: documentId })
      .whereNot({ review_status: 'open' })
      .orderBy('position')
      .select('*'),
  )
}

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Values are compared to the point: 8.2 is not 82. */
const written = (value: string): string => value.toLowerCase().replace(/\s/g, '')

function isSameTest(fresh: NewResultRow, decided: ResultRow): boolean {
  if (fresh.page !== decided.page) return false
  return fresh.code !== null && decided.code !== null
    ? fresh.code === decided.code
    : folded(fresh.test) === folded(decided.test)
}

/** What the reader said then, whatever a person made of it. */
const readAs = (decided: ResultRow): string => written(decided.original?.value ?? decided.value)

/**
 * Carries decisions over to a new reading of the same document. A person's confirmation stands whatever the new reading
 * says, and stays where the new reading misses the test. A rejected value that is now read otherwise is open again, and
 * so is one that only the standing consent let in.
 */
export function withDecisions(fresh: readonly NewResultRow[], decided: readonly ResultRow[]): readonly NewResultRow[] {
  const left = [...decided]
  const merged = fresh.map((row) => {
    const at = left.findIndex((earlier) => isSameTest(row, earlier))
    const earlier = left[at]
    if (earlier === undefined) return row
    left.splice(at, 1)
    return carriedOver(row, earlier)
  })
  const missed = left.filter((earlier) => earlier.review_status === 'confirmed' && earlier.reviewed_by === 'person')
  return [...merged, ...missed.map(asItWas)]
}

function carriedOver(row: NewResultRow, earlier: ResultRow): NewResultRow {
  const isReadAlike = written(row.value) === readAs(earlier)
  const byPerson = earlier.reviewed_by === 'person'
  if (!isReadAlike && (earlier.review_status === 'rejected' || !byPerson)) {
    return { ...row, id: earlier.id }
  }
  const { review_status, reviewed_by, reviewed_at, metric_id, confirmed } = earlier
  const decision = {
    id: earlier.id,
    review_status,
    reviewed_by,
    reviewed_at,
    metric_id,
    confirmed,
    needs_review: false,
  }
  const isAsConfirmed = written(row.value) === written(earlier.value)
  if (review_status === 'rejected' || isAsConfirmed) return { ...row, ...decision }
  const { value, value_number, unit, unit_printed, flag } = row
  return {
    ...row,
    ...decision,
    value: earlier.value,
    value_number: earlier.value_number,
    unit: earlier.unit,
    unit_printed: earlier.unit_printed,
    flag: earlier.flag,
    original: JSON.stringify({ value, value_number, unit, unit_printed, flag }),
  }
}

function asItWas({
  box,
  original,
  candidate,
  created_at: _c,
  updated_at: _u,
  position: _p,
  sealed: _s,
  ...row
}: ResultRow): NewResultRow {
  return {
    ...row,
    box: JSON.stringify(box),
    original: original === null ? null : JSON.stringify(original),
    candidate: candidate === null ? null : JSON.stringify(candidate),
  }
}
