import { sha256Hex } from '../../platform/crypto/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { type DocumentRow, findDocument } from './document-store.ts'

/** What somebody who opens a link says. */
export interface SharedVisit {
  readonly ipAddress?: string | undefined
  readonly userAgent?: string | undefined
  readonly token: string
  readonly email: string
  /** Whether the file itself is handed out now, which counts. */
  readonly takesFile: boolean
}

interface OpenShare {
  readonly user_id: string
  readonly document_id: string
  readonly share_type: 'view' | 'download'
}

/**
 * Opens a shared document for whoever has the link and knows the e-mail address that it was sent to.
 * @throws {Problem} `not-found`, after the same statements, whether the link is unknown, expired or taken back, the address
 *   another one, or sharing switched off since.
 */
export async function openSharedDocument(
  database: Database,
  visit: SharedVisit,
): Promise<{ readonly document: DocumentRow; readonly shareType: OpenShare['share_type'] }> {
  const digest = sha256Hex(visit.token)
  const opened = await database.asSystem(async (transaction) => {
    const { sql } = transaction
    const share = await transaction.row<OpenShare>(
      sql.raw(
        `update document_shares s
         set access_count = access_count + :times,
           last_accessed = case when :times > 0 then now() else last_accessed end
         where token_digest = :digest and lower(shared_with) = lower(:email)
           and revoked_at is null and (expires_at is null or expires_at > now())
           and not exists (
             select from privacy_settings p where p.user_id = s.user_id and p.share_data_with_doctors = false)
         returning user_id, document_id, share_type`,
        { times: visit.takesFile ? 1 : 0, digest, email: visit.email.trim() },
      ),
    )
    const known = await transaction.row<{ id: string; user_id: string }>(
      sql('document_shares').select('id', 'user_id').where({ token_digest: digest }),
    )
    queueAuditEntry(transaction, {
      userId: known?.user_id,
      action: visit.takesFile ? 'documents.shares.content' : 'documents.shares.open',
      resourceType: 'document_shares',
      resourceId: known?.id,
      success: share !== undefined,
      problem: share === undefined ? NotFound.type : undefined,
      ipAddress: visit.ipAddress,
      userAgent: visit.userAgent,
    })
    return share
  })
  if (opened === undefined) throw new Problem(NotFound)
  const document = await database.asUser(opened.user_id, (transaction) => findDocument(transaction, opened.document_id))
  if (document === undefined) throw new Problem(NotFound)
  return { document, shareType: opened.share_type }
}
