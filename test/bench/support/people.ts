import { createAccessTokens, openSigningKeys } from '../../../src/platform/auth/index.ts'
import { localKeyWrapper } from '../../../src/platform/crypto/index.ts'
import { openDatabase } from '../../../src/platform/database/index.ts'
import type { BenchServices } from './services.ts'

const masterKey = Buffer.alloc(32, 7)
export const MASTER_KEY = masterKey.toString('base64')

/** SQL of the id of a person, and of their sign-in, from a number. */
export const PERSON = (number: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

export const personId = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** People numbered from 1, or from the first that is not there yet, up to `count`, each signed in. */
export async function addPeople({ connection }: BenchServices, count: number, present = 0): Promise<void> {
  await connection.query(`
    insert into users (id, name, email, password_hash, date_of_birth, gender)
    select ${PERSON('n')}, 'Person ' || n, 'person' || n || '@example.org', '-', '1970-01-01', 'female'
    from generate_series(${present + 1}, ${count}) n`)
  await connection.query(`
    insert into user_sessions (user_id, family_id, session_token, expires_at)
    select ${PERSON('n')}, ${PERSON('n')}, md5(n::text), now() + interval '1 day'
    from generate_series(${present + 1}, ${count}) n`)
}

/** Access tokens of the first `count` people, signed with RS256 by the installation's own key, valid for 15 minutes. */
export async function tokensOf({ databaseUrl }: BenchServices, count: number): Promise<readonly string[]> {
  const database = await openDatabase({
    connectionString: databaseUrl,
    maxConnections: 1,
    report: (error) => {
      throw error
    },
  })
  try {
    const keys = await openSigningKeys({ database, keyWrapper: localKeyWrapper(masterKey) })
    const tokens = createAccessTokens(keys)
    return await Promise.all(
      Array.from({ length: count }, (_, index) => tokens.issue(personId(index + 1), personId(index + 1))),
    )
  } finally {
    await database.close()
  }
}
