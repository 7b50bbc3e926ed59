import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { type LiveCredentials, newApiToken, type TokenScope } from '../../platform/auth/index.ts'
import { sha256Hex } from '../../platform/crypto/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { Conflict, NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import type { ApiToken, NewApiToken } from './account.ts'
import type { Device } from './session-store.ts'

const MAXIMUM_TOKENS = 100

interface Row {
  id: string
  name: string
  scopes: TokenScope[]
  last_used_at: Date | null
  expires_at: Date | null
  created_at: Date
}

export type ApiTokenService = ReturnType<typeof createApiTokenService>

/** Named tokens with which other programs work for a person. */
export function createApiTokenService(services: { readonly database: Database; readonly live: LiveCredentials }) {
  const { database, live } = services
  return {
    list: (userId: string): Promise<ApiToken[]> =>
      database.asUser(userId, async (transaction) => {
        const rows = await transaction.rows<Row>(
          transaction
            .sql('api_tokens')
            .where({ user_id: userId })
            .whereNull('revoked_at')
            .orderBy('created_at', 'desc')
            .limit(MAXIMUM_TOKENS)
            .select('*'),
        )
        return rows.map(view)
      }),

    /**
     * Makes a token. Its text is known to the caller alone from then on.
     * @throws {Problem} `conflict` where there are 100 already.
     */
    create: (
      userId: string,
      input: z.output<typeof NewApiToken>,
      device: Device,
    ): Promise<{ readonly apiToken: ApiToken; readonly token: string }> =>
      database.asUser(userId, async (transaction) => {
        const { sql } = transaction
        const existing = await transaction.row<{ count: number }>(
          sql('api_tokens').where({ user_id: userId }).whereNull('revoked_at').count({ count: '*' }),
        )
        if ((existing?.count ?? 0) >= MAXIMUM_TOKENS) {
          throw new Problem(Conflict)
        }
        const token = newApiToken()
        const row = await transaction.row<Row>(
          sql('api_tokens')
            .insert({
              id: uuidv7(),
              user_id: userId,
              name: input.name,
              token_digest: sha256Hex(token),
              scopes: JSON.stringify([...new Set(input.scopes)]),
              expires_at: input.expires_at ?? null,
            })
            .returning('*'),
        )
        if (row === undefined) {
          throw new Error('The inserted token was not returned.')
        }
        queueAuditEntry(transaction, {
          userId,
          action: 'accounts.tokens.add',
          resourceType: 'api_tokens',
          resourceId: row.id,
          success: true,
          ...device,
        })
        return { apiToken: view(row), token }
      }),

    /** @throws {Problem} `not-found` */
    async revoke(userId: string, id: string, device: Device): Promise<void> {
      await database.asUser(userId, async (transaction) => {
        const { sql } = transaction
        const revoked = await transaction.affected(
          sql('api_tokens')
            .where({ user_id: userId, id })
            .whereNull('revoked_at')
            .update({ revoked_at: sql.raw('current_timestamp') }),
        )
        if (revoked === 0) {
          throw new Problem(NotFound)
        }
        queueAuditEntry(transaction, {
          userId,
          action: 'accounts.tokens.remove',
          resourceType: 'api_tokens',
          resourceId: id,
          success: true,
          ...device,
        })
      })
      live.forget({ userId })
    },
  }
}

function view(row: Row): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    last_used_at: row.last_used_at?.toISOString() ?? null,
    expires_at: row.expires_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}
