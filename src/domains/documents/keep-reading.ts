import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../../platform/database/index.ts'
import { READER_VERSION, type ReadDocument } from '../../reader/index.ts'
import { type DocumentStatus, UNKNOWN_CATEGORY } from './document.ts'
import type { DocumentRow } from './document-store.ts'
import type { AccountOwner } from './person/account-person.ts'
import { personMatch, subjectOf } from './person/person-match.ts'
import { decidedProposals, proposalRows } from './proposals/proposal-store.ts'
import { decidedResults, withDecisions } from './results/keep-decisions.ts'
import { resultRow } from './results/result-store.ts'
import { cut, storable } from './storable-text.ts'

/**
 * Keeps what was read in place of what an earlier reading left. What a person decided about the earlier one stays.
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
        status: 'reviewed' satisfies DocumentStatus,
        processing_error: null,
        processing_started_at: null,
        processed_at: now,
        page_count: read.pages.length,
        language: read.language,
        // What the person said stands; the reading only fills in what nobody said.
        category: sql.raw('case when category = ? then ? else category end', [UNKNOWN_CATEGORY, metadata.category]),
        document_date: sql.raw('coalesce(document_date, ?::date)', [metadata.documentDate]),
        subject: sql.raw('case when subject_answered_at is null then ? else subject end', [subjectOf(match)]),
        person_match: match,
        patient_name: cut(metadata.patientName, 255),
        patient_age: metadata.patientAge,
        patient_sex: metadata.patientSex,
        title: cut(metadata.title, 255),
        laboratory: cut(metadata.laboratory, 255),
        summary: metadata.summary === null ? null : storable(metadata.summary),
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
  queuePages(transaction, kept, read)
  await transaction.affected(sql('document_results').where({ document_id: id }).delete())
  const fresh = read.results.map((result) => resultRow(kept, result, metadata.sampleDate ?? metadata.documentDate))
  const results = withDecisions(fresh, decided).map((result, position) => ({ ...result, position }))
  if (results.length > 0) transaction.queue(sql('document_results').insert(results))
  await transaction.affected(sql('document_proposals').where({ document_id: id, status: 'open' }).delete())
  const proposals = proposalRows(kept, read, {
    decided: proposed,
    language: account.language,
    today: now.toISOString().slice(0, 10),
  })
  if (proposals.length > 0) transaction.queue(sql('document_proposals').insert(proposals))
  return kept
}

function queuePages(transaction: Transaction, { id, user_id }: DocumentRow, read: ReadDocument): void {
  for (const page of read.pages) {
    transaction.queue(
      transaction.sql('document_pages').insert({
        id: uuidv7(),
        user_id,
        document_id: id,
        page_number: page.number,
        source: page.source,
        text: storable(page.text),
        words: JSON.stringify(
          page.lines
            .flatMap((line) => line.words)
            .map(({ text, box, confidence }) => ({ text: storable(text), box, confidence })),
        ),
        width: page.width,
        height: page.height,
        language: read.language,
        content_hash: createHash('sha256').update(page.text).digest('hex'),
      }),
    )
  }
}
