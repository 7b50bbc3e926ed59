import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../operations/define-operation.ts'
import { entityTag, matchesEntityTag } from '../../operations/entity-tag.ts'
import { identifier, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { randomToken, sha256Hex } from '../../platform/crypto/index.ts'
import { NotFound, PreconditionFailed, Problem } from '../../platform/errors/problem.ts'
import { SharingOff, shareDerived, shareInput } from './share.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000
const GUIDANCE = 'tools/documents'
const table = 'document_shares'
const path = '/documents/{document_id}/shares'

const shares = recordDomain({
  name: 'documents.shares',
  noun: 'share of a document',
  table,
  path,
  parent: {
    table: 'medical_documents',
    column: 'document_id',
    description: 'The document.',
    foreignKey: 'document_shares_document_fkey',
  },
  fields: {},
  derived: shareDerived,
  filterable: ['share_type'],
  sortable: ['-created_at', 'expires_at'],
  verbs: ['list', 'get'],
  guidance: GUIDANCE,
})

const document_id = identifier('The document.')
const [, getShare] = shares.operations

const addShare = defineOperation({
  name: 'documents.shares.add',
  summary: 'Share a document by a link that works for one e-mail address',
  effect: 'write',
  input: z.strictObject({ document_id, ...shareInput }),
  output: shares.record.extend({
    link: text('The link. It is told once: only its digest is kept.', {
      example: '/shared/swd_Zk3qJ0m1V8xw2sYt5uB7cD9eF1gH3iK5lM7nP9qR1sT',
    }).nullable(),
  }),
  secretOutput: () => ({ link: null }),
  errors: [NotFound, SharingOff],
  conflicts: { document_shares_document_fkey: NotFound },
  rest: { method: 'POST', path },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { document_id: documentId, valid_days, ...share }) => {
    const { transaction, caller, now } = scope
    const { sql } = transaction
    const [document, privacy] = await Promise.all([
      transaction.row(sql('medical_documents').select('id').where({ id: documentId })),
      transaction.row<{ share_data_with_doctors: boolean | null }>(
        sql('privacy_settings').select('share_data_with_doctors'),
      ),
    ])
    if (!document) throw new Problem(NotFound)
    if (privacy?.share_data_with_doctors === false) throw new Problem(SharingOff)
    const token = randomToken('swd_')
    const row = await transaction.row<RecordRow>(
      sql(table)
        .insert({
          ...share,
          id: uuidv7(),
          user_id: caller.userId,
          document_id: documentId,
          expires_at: new Date(now.getTime() + valid_days * DAY_MILLISECONDS),
          token_digest: sha256Hex(token),
        })
        .returning('*'),
    )
    const record = shares.store.fromRow(row ?? {})
    const id = String(record['id'])
    await scope.changed({ kind: 'created', table, id, before: null, after: record })
    scope.about({ table, id, version: entityTag(record) })
    return { ...record, link: `/shared/${token}` }
  },
})

const revokeShare = defineOperation({
  name: 'documents.shares.delete',
  summary: 'Take a shared link back; the row stays, with the time',
  effect: 'destructive',
  input: z.strictObject({ document_id, id: identifier('The share.') }),
  output: shares.record,
  ...(getShare && { subject: { read: getShare, columns: ['shared_with', 'share_type', 'expires_at'] } }),
  errors: [NotFound, PreconditionFailed],
  rest: { method: 'DELETE', path: `${path}/{id}` },
  tool: { guidance: GUIDANCE, confirm: 'always' },
  run: async (scope, { document_id: documentId, id }) => {
    const { transaction, ifMatch, now } = scope
    const before = await shares.store.lock(transaction, { id, parentId: documentId })
    if (!before) throw new Problem(NotFound)
    if (ifMatch && !matchesEntityTag(ifMatch, entityTag(before))) throw new Problem(PreconditionFailed)
    scope.about({ table, id, version: entityTag(before) })
    if (before['revoked_at'] !== null) return before
    const after = { revoked_at: now.toISOString() }
    transaction.queue(transaction.sql(table).where({ id }).update({ revoked_at: now }))
    await scope.changed({ kind: 'updated', table, id, before: { revoked_at: null }, after })
    return { ...before, ...after }
  },
})

/** Links to documents for people outside: an answer to each says what it did, and its token never leaves twice. */
export const shareOperations: readonly AnyOperation[] = [...shares.operations, addShare, revokeShare]
