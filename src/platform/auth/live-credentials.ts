import type { Knex } from 'knex'
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
  /** Looks up again, in one statement, the sign-ins that are in use. Done by itself every two seconds. */
  renew(): Promise<void>
}

/** So long may another process's sign-out take to be noticed here. */
const REMEMBERED_MILLISECONDS = 5_000
/** How often sign-ins that are in use are asked about again, so that no request of theirs has to wait for it. */
const RENEWED_EVERY_MILLISECONDS = 2_000
const REMEMBERED = 20_000
const USE_NOTED_EVERY = '1 minute'

interface Remembered {
  readonly credential: LiveCredential
  readonly until: number
  /** Whether anybody asked for it since it was looked up. */
  inUse: boolean
}

/**
 * Looks credentials up in the database, and remembers the answer for five seconds. Sign-ins that are in use are looked up
 * again before that, all of them in one statement.
 */
export function createLiveCredentials(database: Database, now: () => number = Date.now): LiveCredentials {
  const remembered = new Map<string, Remembered>()
  /** What is being looked up: a thousand sockets that open at once are one question. */
  const asked = new Map<string, { readonly answer: Promise<LiveCredential | undefined> }>()
  let willRenew = false

  async function recall(
    key: string,
    load: () => Promise<LiveCredential | undefined>,
  ): Promise<LiveCredential | undefined> {
    const known = remembered.get(key)
    if (known !== undefined && known.until > now()) {
      known.inUse = true
      return known.credential
    }
    remembered.delete(key)
    const underWay = asked.get(key)
    if (underWay !== undefined) return underWay.answer
    const until = now() + REMEMBERED_MILLISECONDS
    const question = { answer: load() }
    asked.set(key, question)
    try {
      const credential = await question.answer
      // Where something was forgotten meanwhile, the answer may be of before.
      if (credential !== undefined && asked.get(key) === question) remember(key, { credential, until, inUse: false })
      return credential
    } finally {
      if (asked.get(key) === question) asked.delete(key)
    }
  }

  function remember(key: string, known: Remembered): void {
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(key, known)
    renewSoon()
  }

  function renewSoon(): void {
    if (willRenew) return
    willRenew = true
    setTimeout(() => {
      willRenew = false
      // What could not be asked about is forgotten in time, and whoever comes next is told why it cannot be looked up.
      renew().catch(() => undefined)
    }, RENEWED_EVERY_MILLISECONDS).unref()
  }

  async function renew(): Promise<void> {
    const until = now() + REMEMBERED_MILLISECONDS
    const inUse = [...remembered].filter(([, { credential, inUse }]) => inUse && credential.sessionId !== undefined)
    if (inUse.length === 0) return
    renewSoon()
    const sessions = JSON.stringify(
      inUse.map(([, { credential }]) => ({ session_id: credential.sessionId, user_id: credential.userId })),
    )
    const rows = await database.asSystem((transaction) =>
      transaction.last<{ session_id: string; user_id: string; language: Language }>(
        liveSessions(transaction.sql)
          .joinRaw(
            `join jsonb_to_recordset(?::jsonb) as asked (session_id uuid, user_id uuid)
             on asked.session_id = user_sessions.family_id and asked.user_id = user_sessions.user_id`,
            [sessions],
          )
          .distinct('asked.session_id', 'asked.user_id', 'users.language'),
      ),
    )
    const languages = new Map(rows.map(({ session_id, user_id, language }) => [keyOf(user_id, session_id), language]))
    for (const [key, entry] of inUse) {
      // What was forgotten meanwhile stays so.
      if (remembered.get(key) !== entry) continue
      const language = languages.get(key)
      if (language === undefined) remembered.delete(key)
      else remembered.set(key, { credential: { ...entry.credential, language }, until, inUse: false })
    }
  }

  return {
    renew,

    session: (userId, sessionId) =>
      recall(keyOf(userId, sessionId), () =>
        database.asSystem(async (transaction) => {
          const [row] = await transaction.last<{ language: Language }>(
            liveSessions(transaction.sql)
              .where({ 'user_sessions.family_id': sessionId, 'user_sessions.user_id': userId })
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
      asked.clear()
      for (const [key, { credential }] of remembered) {
        if (credential.userId === userId) {
          remembered.delete(key)
        }
      }
    },
  }
}

const keyOf = (userId: string, sessionId: string) => `session:${sessionId}:${userId}`

/** Sign-ins that have not ended, of accounts that may be used. */
function liveSessions(sql: Knex): Knex.QueryBuilder {
  return sql('user_sessions')
    .join('users', 'users.id', 'user_sessions.user_id')
    .where({ 'users.is_active': true })
    .whereNull('user_sessions.ended_at')
    .whereNull('user_sessions.used_at')
    .where('user_sessions.expires_at', '>', sql.raw('current_timestamp'))
}
