import { compactVerify, decodeProtectedHeader, errors, importJWK, type JWK, SignJWT } from 'jose'
import type { SigningKeys } from '../../../platform/auth/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { ErasureRow, FoundData } from './erasure.ts'

const TYPE = 'erasure-certificate+jwt'
const ISSUER = 'swasthwrap'

export interface CertificateClaims {
  readonly jti: string
  readonly requested_at: string
  readonly completed_at: string
  readonly rows_erased: number
  readonly rows_by_table: Readonly<Record<string, number>>
  readonly files_erased: number
  readonly vectors_erased: number
  readonly jobs_erased: number
  readonly keys_destroyed: number
  readonly audit_lines_without_name: number
  readonly digest: string
  readonly statement: string
}

/** In English for whoever checks it; people are told in their own language. */
const STATEMENT =
  'The account and every row, file, vector, queued job, sign-in and key of it were erased from this installation. Lines of the audit log stay under a pseudonym, without values, addresses and devices. Copies in backups end with their period; files and sealed texts in them cannot be opened without the keys of that backup.'

export function claimsOf(
  row: ErasureRow,
  found: FoundData,
  outcome: { readonly jobs: number; readonly completedAt: Date },
): CertificateClaims {
  const { user_keys = 0, user_data_keys = 0 } = found.rows
  return {
    jti: row.id,
    requested_at: row.requested_at.toISOString(),
    completed_at: outcome.completedAt.toISOString(),
    rows_erased: Object.values(found.rows).reduce((sum, count) => sum + count, 0),
    rows_by_table: found.rows,
    files_erased: found.files,
    vectors_erased: found.vectors,
    jobs_erased: outcome.jobs,
    keys_destroyed: user_keys + user_data_keys,
    audit_lines_without_name: found.audit_lines,
    digest: found.digest,
    statement: STATEMENT,
  }
}

/** Signs with the key that the installation publishes (RFC 7515), under a type that no access token has. */
export async function signCertificate(keys: SigningKeys, claims: CertificateClaims): Promise<string> {
  await keys.refresh()
  const { id, privateKey } = keys.current()
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: id, typ: TYPE })
    .setIssuer(ISSUER)
    .setIssuedAt(new Date(claims.completed_at))
    .sign(privateKey)
}

/**
 * What a genuine certificate says; nothing for any other text. Keys that sign no more still prove what they signed,
 * unless they were revoked.
 */
export async function verifyCertificate(database: Database, certificate: string): Promise<unknown> {
  try {
    const { kid, typ } = decodeProtectedHeader(certificate)
    if (typ !== TYPE || kid === undefined || !/^[0-9a-f-]{36}$/.test(kid)) return undefined
    const row = await database.asSystem((transaction) =>
      transaction.row<{ public_key: JWK }>(
        transaction.sql('signing_keys').where({ id: kid }).whereNull('revoked_at').select('public_key'),
      ),
    )
    if (row === undefined) return undefined
    const { payload } = await compactVerify(certificate, await importJWK(row.public_key, 'RS256'), {
      algorithms: ['RS256'],
    })
    return JSON.parse(Buffer.from(payload).toString())
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}
