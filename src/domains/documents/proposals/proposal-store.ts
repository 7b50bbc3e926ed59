import { v7 as uuidv7 } from 'uuid'
import type { Language } from '../../../clinical/language-forms.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import type { ReadDocument } from '../../../reader/index.ts'
import type { DocumentRow } from '../document-store.ts'
import { cut } from '../storable-text.ts'
import type { ProposalRow } from './proposal.ts'
import { proposalContent } from './proposal-content.ts'

const TABLE = 'document_proposals'

/** What the person has accepted or declined of a document's proposals. */
export function decidedProposals(transaction: Transaction, documentId: string): Promise<ProposalRow[]> {
  return transaction.rows<ProposalRow>(
    transaction.sql(TABLE).where({ document_id: documentId }).whereNot({ status: 'open' }).select('*'),
  )
}

export function findProposals(transaction: Transaction, documentId: string): Promise<ProposalRow[]> {
  return transaction.rows<ProposalRow>(
    transaction
      .sql(TABLE)
      .where({ document_id: documentId })
      .orderBy([{ column: 'position' }, { column: 'id' }])
      .select('*'),
  )
}

/** A proposal as it is stored where its document is sensitive. */
export async function sealedProposal(
  transaction: Transaction,
  userId: string,
  row: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { texts } = transaction
  const place = (column: string) => ({ userId, column: `${TABLE}.${column}`, row: String(row['id']) })
  const content: unknown = JSON.parse(String(row['content']))
  return {
    ...row,
    content: JSON.stringify(await texts.sealJson(transaction, place('content'), content)),
    printed: await texts.seal(transaction, place('printed'), String(row['printed'])),
  }
}

/** Words of an order are compared to the point: 0.5 is not 5. */
const written = (text: string): string => text.toLowerCase().replace(/\s/g, '')

/** The rows of what a reading proposes; what the person decided about the same words before is not asked again. */
export function proposalRows(
  document: DocumentRow,
  read: ReadDocument,
  {
    decided,
    language,
    today,
  }: { readonly decided: readonly ProposalRow[]; readonly language: Language; readonly today: string },
): readonly Record<string, unknown>[] {
  const { metadata } = read
  const around = {
    language,
    documentDate: document.document_date,
    doctor: metadata.doctor,
    hospital: metadata.laboratory,
  }
  const known = new Set(decided.map(({ kind, printed }) => `${kind} ${written(printed)}`))
  return (
    read.proposals
      .filter(({ kind, printed }) => !known.has(`${kind} ${written(printed)}`))
      // Nobody can be seen last year.
      .filter((proposal) => proposal.kind !== 'appointment' || proposal.date === null || proposal.date >= today)
      .map((proposal, position) => ({
        id: uuidv7(),
        user_id: document.user_id,
        document_id: document.id,
        position,
        kind: proposal.kind,
        content: JSON.stringify(proposalContent(proposal, around)),
        printed: cut(proposal.printed, 2_000),
        page: proposal.page,
        box: JSON.stringify(proposal.box),
        confidence: Math.round(proposal.confidence * 100) / 100,
        needs_review: proposal.needsReview,
        review_reason: proposal.reviewReason,
      }))
  )
}
