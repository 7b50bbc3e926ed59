import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../../platform/database/index.ts'
import { READER_VERSION, type ReadDocument } from '../../reader/index.ts'
import { UNKNOWN_CATEGORY } from './document.ts'
import type { DocumentRow } from './document-store.ts'
import type { AccountOwner } from './person/account-person.ts'
import { personMatch, subjectOf } from './person/person-match.ts'
import { decidedProposals, proposalRows, sealedProposal } from './proposals/proposal-store.ts'
import { decidedResults, withDecisions } from './results/keep-decisions.ts'
import { resultRow } from './results/result-store.ts'
import { storedResult, withParsedJson } from './results/sealed-result.ts'
import { SENSITIVE_CATEGORIES } from './sensitivity.ts'
import { cut, storable } from './storable-text.ts'

/**
 * Keeps what was read in place of what an earlier reading left. What a person decided about the earlier one stays.
 * The document stays in processing until the reading is settled: a process that dies in between reads it once more.
 * @returns the row, or nothing where the document is gone or no longer waits for this.
 */
export async function keepReading(
  transaction: Transaction,
  row: DocumentRow,
  read: ReadDocument,
  { account, now }: { readonly account: AccountOwner; readonly now: Date },
): Promise<DocumentRow | undefined> {
  const { sql } = transaction
  const { id } = row
  const { metadata } = read
  const match = personMatch(metadata, account)
  const kept = await transaction.row<DocumentRow>(
    sql('medical_documents')
      .where({ id, status: 'processing' })
      .update({
        page_count: read.pages.length,
        language: read.language,
        // What the person said stands; the reading only fills in what nobody said.
        category: sql.raw('case when category = ? then ? else category end', [UNKNOWN_CATEGORY, metadata.category]),
        is_sensitive: sql.raw(
          'case when sensitivity_chosen then is_sensitive else (case when category = ? then ? else category end) = any(?) end',
          [UNKNOWN_CATEGORY, metadata.category, [...SENSITIVE_CATEGORIES]],
        ),
        document_date: sql.raw('coalesce(document_date, ?::date)', [metadata.documentDate]),
        subject: sql.raw('case when subject_answered_at is null then ? else subject end', [subjectOf(match)]),
        person_match: match,
        patient_name: cut(metadata.patientName, 255),
        patient_age: metadata.patientAge,
        patient_sex: metadata.patientSex,
        title: cut(metadata.title, 255),
        laboratory: cut(metadata.laboratory, 255),
        reading_notes: JSON.stringify(read.warnings),
        reader_version: READER_VERSION,
      })
      .returning('*'),
  )
  if (kept === undefined) return undefined
  const [decided, proposed] = await Promise.all([
    decidedResults(transaction, id),
    decidedProposals(transaction, id),
    transaction.affected(sql('document_pages').where({ document_id: id }).delete()),
  ])
  await queuePages(transaction, kept, read)
  await keepSummary(transaction, kept, metadata.summary)
  await transaction.affected(sql('document_results').where({ document_id: id }).delete())
  const fresh = read.results.map((result) => resultRow(kept, result, metadata.sampleDate ?? metadata.documentDate))
  const results = withDecisions(fresh, decided).map((result, position) => ({ ...result, position }))
  const stored = await Promise.all(
    results.map((result) => storedResult(transaction, withParsedJson(result), kept.is_sensitive)),
  )
  if (stored.length > 0) transaction.queue(sql('document_results').insert(stored))
  await transaction.affected(sql('document_proposals').where({ document_id: id, status: 'open' }).delete())
  const proposals = proposalRows(kept, read, {
    decided: proposed,
    language: account.language,
    today: now.toISOString().slice(0, 10),
  })
  if (proposals.length > 0) {
    const rows = kept.is_sensitive
      ? await Promise.all(proposals.map((row) => sealedProposal(transaction, kept.user_id, row)))
      : proposals
    transaction.queue(sql('document_proposals').insert(rows))
  }
  return kept
}

async function queuePages(
  transaction: Transaction,
  { id, user_id, is_sensitive }: DocumentRow,
  read: ReadDocument,
): Promise<void> {
  const { texts } = transaction
  const place = (column: string) => ({ userId: user_id, column: `document_pages.${column}`, row: id })
  for (const page of read.pages) {
    const text = storable(page.text)
    const words = page.lines
      .flatMap((line) => line.words)
      .map((word) => ({ text: storable(word.text), box: word.box, confidence: word.confidence }))
    transaction.queue(
      transaction.sql('document_pages').insert({
        id: uuidv7(),
        user_id,
        document_id: id,
        page_number: page.number,
        source: page.source,
        text: is_sensitive ? await texts.seal(transaction, place('text'), text) : text,
        words: JSON.stringify(is_sensitive ? await texts.sealJson(transaction, place('words'), words) : words),
        width: page.width,
        height: page.height,
        language: read.language,
        content_hash: is_sensitive
          ? await texts.fingerprint(transaction, user_id, text)
          : createHash('sha256').update(text).digest('hex'),
      }),
    )
  }
}

async function keepSummary(transaction: Transaction, kept: DocumentRow, said: string | null): Promise<void> {
  const { id, user_id, is_sensitive } = kept
  const text = said === null ? null : storable(said)
  const place = { userId: user_id, column: 'medical_documents.summary', row: id }
  const summary = text !== null && is_sensitive ? await transaction.texts.seal(transaction, place, text) : text
  transaction.queue(transaction.sql('medical_documents').where({ id }).update({ summary }))
}
