import type { Transaction } from '../../../platform/database/index.ts'
import type { ServiceTokens } from './oauth-client.ts'

const TABLE = 'connected_services'

/** A person's access to a service, opened. */
export interface AccessRow {
  readonly id: string
  readonly user_id: string
  readonly service_name: string
  readonly access_token: string | null
  readonly refresh_token: string | null
  readonly token_expires_at: Date | null
  readonly synced_until: Date | null
}

export function findAccess(transaction: Transaction, serviceId: string): Promise<AccessRow | undefined> {
  return transaction.row<AccessRow>(
    transaction
      .sql(TABLE)
      .where({ id: serviceId })
      .select('id', 'user_id', 'service_name', 'access_token', 'refresh_token', 'token_expires_at', 'synced_until'),
  )
}

/** Keeps tokens, sealed with the person's key, in the place of those before. */
export async function keepTokens(
  transaction: Transaction,
  { id, user_id }: Pick<AccessRow, 'id' | 'user_id'>,
  { accessToken, refreshToken, expiresAt }: ServiceTokens,
): Promise<void> {
  const sealed = (column: string, text: string): Promise<string> =>
    transaction.texts.seal(transaction, { userId: user_id, column: `${TABLE}.${column}`, row: id }, text)
  await transaction.affected(
    transaction
      .sql(TABLE)
      .where({ id })
      .update({
        access_token: await sealed('access_token', accessToken),
        refresh_token: refreshToken === null ? null : await sealed('refresh_token', refreshToken),
        token_expires_at: expiresAt,
        access_problem: null,
      }),
  )
}

/** The service does not take the tokens any more. */
export async function dropTokens(transaction: Transaction, id: string, problem: string | null): Promise<void> {
  await transaction.affected(
    transaction
      .sql(TABLE)
      .where({ id })
      .update({ access_token: null, refresh_token: null, token_expires_at: null, access_problem: problem }),
  )
}

/** A sign-in that the person has come back from. */
export interface AuthorizationRow {
  readonly id: string
  readonly service_id: string
  readonly code_verifier: string
  readonly code: string
}

/** The sign-in that the person has come back from, if there is one. */
export function findAuthorization(transaction: Transaction, serviceId: string): Promise<AuthorizationRow | undefined> {
  return transaction.row<AuthorizationRow>(
    transaction
      .sql('service_authorizations')
      .where({ service_id: serviceId })
      .whereNotNull('code')
      .select('id', 'service_id', 'code_verifier', 'code'),
  )
}

/** A code works once, whatever came of it. */
export async function endAuthorization(transaction: Transaction, serviceId: string): Promise<void> {
  await transaction.affected(transaction.sql('service_authorizations').where({ service_id: serviceId }).delete())
}
