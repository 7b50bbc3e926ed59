import { readFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import type { ClientConfig } from 'pg'

/** A database address that cannot be used safely. The message is a sentence for the operator. */
export class UnsafeDatabaseAddress extends Error {
  override name = 'UnsafeDatabaseAddress'
}

/**
 * How to reach the database behind a `postgresql://` address. On this host (loopback or a socket folder) the connection is
 * plain unless the address asks for TLS; anywhere else it is TLS 1.3 with a verified certificate, and `sslmode=disable` is
 * refused. `sslrootcert` names a file with the certificate authority.
 * @throws {UnsafeDatabaseAddress}
 */
export function connectionSettings(databaseUrl: string): ClientConfig {
  const url = new URL(databaseUrl)
  const mode = url.searchParams.get('sslmode')
  const authority = url.searchParams.get('sslrootcert')
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  const local = isThisHost(host)
  if (!local && mode === 'disable') {
    throw new UnsafeDatabaseAddress(
      `DATABASE_URL names the host ${host} with sslmode=disable. Health data does not travel unencrypted: use TLS.`,
    )
  }
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name)
  const encrypted = !local || (mode !== null && mode !== 'disable')
  return {
    connectionString: url.href,
    ssl: encrypted && {
      minVersion: 'TLSv1.3',
      rejectUnauthorized: true,
      ...(authority === null ? {} : { ca: readFileSync(authority, 'utf8') }),
    },
  }
}

function isThisHost(host: string): boolean {
  const loopback = host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
  return loopback || host === '' || host.startsWith('/')
}
