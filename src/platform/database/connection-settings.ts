import { readFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import type { ClientConfig } from 'pg'
import { addressesOf } from './connection-addresses.ts'

/** A database address that cannot be used safely. The message is a sentence for the operator. */
export class UnsafeDatabaseAddress extends Error {
  override name = 'UnsafeDatabaseAddress'
}

/**
 * How to reach the database behind a `postgresql://` address. On this host (loopback or a socket folder) the connection is
 * plain unless the address asks for TLS; anywhere else it is TLS 1.3 with a verified certificate, and `sslmode=disable` is
 * refused. `sslrootcert` names a file with the certificate authority. Of an address with several hosts these are the settings
 * of its first one; `primaryClient` goes to the right one.
 * @throws {UnsafeDatabaseAddress}
 */
export function connectionSettings(databaseUrl: string): ClientConfig {
  const each = addressesOf(databaseUrl).map(settingsOfAddress)
  // What one of several servers needs, all get: each of them may become the one that is spoken to.
  return { ...each[0], ssl: each.find(({ ssl }) => ssl)?.ssl ?? false }
}

function settingsOfAddress(address: string): ClientConfig & Pick<Required<ClientConfig>, 'ssl'> {
  const url = new URL(address)
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
