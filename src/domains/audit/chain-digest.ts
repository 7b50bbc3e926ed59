import { createHash, createHmac } from 'node:crypto'

/** A line of the audit log as it is chained. Values are the database's own text, so that every process agrees on them. */
export interface ChainedLine {
  readonly id: string
  /** UTC with microseconds. */
  readonly created_at: string
  readonly action: string
  readonly resource_type: string
  readonly success: boolean
  readonly error_message: string | null
  // What erasure takes away.
  readonly user_id: string | null
  readonly resource_id: string | null
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly old_values: string | null
  readonly new_values: string | null
}

/** Columns of `audit_logs` as {@link ChainedLine} has them; the table is called `l`. */
export const CHAINED_COLUMNS = `l.id, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
  l.action, l.resource_type, l.success, l.error_message, l.user_id, l.resource_id, l.ip_address, l.user_agent,
  l.old_values::text as old_values, l.new_values::text as new_values`

/** What the first line is chained to. */
export const CHAIN_START = Buffer.alloc(32)

/**
 * Digest of what erasure takes away. Salted, so that once salt and values are gone the digest tells nothing of a value
 * that could be guessed, such as a weight.
 */
export function detailDigest(line: ChainedLine, salt: Uint8Array): Buffer {
  const details = [line.user_id, line.resource_id, line.ip_address, line.user_agent, line.old_values, line.new_values]
  return createHash('sha256').update(salt).update(JSON.stringify(details)).digest()
}

/** The hash of a line: SHA-256 over the hash before it, its position, what stays of it, and the digest of what may go. */
export function chainHash(before: Uint8Array, position: number, line: ChainedLine, details: Uint8Array): Buffer {
  const lasting = [
    position,
    line.id,
    line.created_at,
    line.action,
    line.resource_type,
    line.success,
    line.error_message,
  ]
  return createHash('sha256').update(before).update(details).update(JSON.stringify(lasting)).digest()
}

/** Signs an end of the chain with a key that the database does not hold in the clear. */
export function sealMac(key: Uint8Array, position: number, hash: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`audit seal ${position} `).update(hash).digest()
}
