import type { Language } from '../../clinical/language-forms.ts'
import type { Database } from '../database/index.ts'
import { TOKEN_SCOPES, type TokenScope } from './caller.ts'

/** Whose a credential is that may still be used. */
export interface LiveCredential {
  readonly userId: string
  readonly language: Language
  readonly scopes: ReadonlySet<TokenScope>
  /** Absent for API tokens. */
  readonly sessionId?: string
}

export interface LiveCredentials {
  /** The sign-in of an access token, unless it has ended. */
  session(userId: string, sessionId: string): Promise<LiveCredential | undefined>
  /** The API token with this digest, unless it was revoked or has expired. */
  apiToken(digest: string): Promise<LiveCredential | undefined>
  /** Forgets what is remembered of a sign-in, or of all of a user's credentials, so that its end holds at once. */
  forget(ended: { readonly userId: string }): void
}

/** So long may another process's sign-out take to be noticed here. */
const REMEMBERED_MILLISECONDS = 5_000
const REMEMBERED = 20_000
const USE_NOTED_EVERY = '1 minute'

/** Looks credentials up in the database, and remembers the answer for five seconds. */
export function createLiveCredentials(database: Database, now: () => number = Date.now): LiveCredentials {
  const remembered = new Map<string, { readonly credential: LiveCredential; readonly until: number }>()

  async function recall(
    key: string,
    load: () => Promise<LiveCredential | undefined>,
  ): Promise<LiveCredential | undefined> {
    const known = remembered.get(key)
    if (known !== undefined && known.until > now()) {
      return known.credential
    }
    remembered.delete(key)
    const credential = await load()
    if (credential !== undefined) {
      if (remembered.size >= REMEMBERED) {
        remembered.delete(remembered.keys().next().value ?? '')
      }
      remembered.set(key, { credential, until: now() + REMEMBERED_MILLISECONDS })
    }
    return credential
  }

  return {
    session: (userId, sessionId) =>
      recall(`session:${sessionId}:${userId}`, () =>
        database.asSystem(async (transaction) => {
          const { sql } = transaction
          const [row] = await transaction.last<{ language: Language }>(
            sql('user_sessions')
              .join('users', 'users.id', 'user_sessions.user_id')
              .where({
                'user_sessions.family_id': sessionId,
                'user_sessions.user_id': userId,
                'users.is_active': true,
              })
              .whereNull('user_sessions.ended_at')
              .whereNull('user_sessions.used_at')
              .where('user_sessions.expires_at', '>', sql.raw('current_timestamp'))
              .select('users.language')
              .limit(1),
          )
          return row && { userId, sessionId, language: row.language, scopes: new Set(TOKEN_SCOPES) }
        }),
      ),

    apiToken: (digest) =>
      recall(`token:${digest}`, () =>
        database.asSystem(async (transaction) => {
          const { sql } = transaction
          const row = await transaction.row<{ id: string; user_id: string; language: Language; scopes: TokenScope[] }>(
            sql('api_tokens')
              .join('users', 'users.id', 'api_tokens.user_id')
              .where({ 'api_tokens.token_digest': digest, 'users.is_active': true })
              .whereNull('api_tokens.revoked_at')
              .where((either) =>
                either
                  .whereNull('api_tokens.expires_at')
                  .orWhere('api_tokens.expires_at', '>', sql.raw('current_timestamp')),
              )
              .select('api_tokens.id', 'api_tokens.user_id', 'api_tokens.scopes', 'users.language'),
          )
          if (row === undefined) {
            return undefined
          }
          transaction.queue(
            sql('api_tokens')
              .where({ id: row.id })
              .where((either) =>
                either
                  .whereNull('last_used_at')
                  .orWhere('last_used_at', '<', sql.raw(`current_timestamp - interval '${USE_NOTED_EVERY}'`)),
              )
              .update({ last_used_at: sql.raw('current_timestamp') }),
          )
          return { userId: row.user_id, language: row.language, scopes: new Set(row.scopes) }
        }),
      ),

    forget({ userId }) {
      for (const [key, { credential }] of remembered) {
        if (credential.userId === userId) {
          remembered.delete(key)
        }
      }
    },
  }
}
