import { timingSafeEqual } from 'node:crypto'
import type { Database } from '../../platform/database/index.ts'
import { CHAIN_START, CHAINED_COLUMNS, type ChainedLine, chainHash, detailDigest, sealMac } from './chain-digest.ts'

/** What an examination of the audit log found. */
export interface AuditExamination {
  readonly lines: number
  /** Lines whose values were erased together with their person. */
  readonly erased: number
  /** Lines that are younger than the last sealing. */
  readonly waiting: number
  readonly end: { readonly position: number; readonly hash: string } | undefined
  /** Empty where nothing was changed. Each names a position or a line. */
  readonly faults: readonly string[]
}

interface Link extends ChainedLine {
  readonly position: number
  readonly log_id: string
  readonly salt: Buffer | null
  readonly detail_digest: Buffer
  readonly hash: Buffer
  readonly user_pseudonym: string | null
  readonly seal_hash: Buffer | null
  readonly seal_mac: Buffer | null
  /** The line itself is gone where this is null. */
  readonly id: string
}

const BATCH = 2_000
/** Lines older than this are chained, unless the job that does it has stopped. */
const CHAINED_WITHIN = '1 hour'
const MOST_FAULTS = 100

/**
 * Goes through the whole chain: that every line is there, unchanged and in its place, that none was put between, and that
 * the ends were signed with this installation's key.
 * @param expected An end of the chain that was noted earlier: it must still be part of it.
 */
export async function verifyAuditLogs(
  database: Database,
  auditKey: Uint8Array,
  expected?: { readonly position: number; readonly hash: string },
): Promise<AuditExamination> {
  const faults: string[] = []
  const note = (fault: string): void => {
    if (faults.length < MOST_FAULTS) faults.push(fault)
  }
  let lines = 0
  let erased = 0
  let place = await beginning(database)
  let wasFound = expected === undefined || (expected.position === place.position && expected.hash === hex(place.hash))
  let lastSealed = place.position
  for (;;) {
    const links = await linksAfter(database, place.position)
    for (const link of links) {
      lines += 1
      if (link.position !== place.position + 1) note(`position ${place.position + 1}: the line is missing`)
      const isErased = link.salt === null
      if (isErased) erased += 1
      const fault = faultOf(link, place.hash)
      if (fault !== undefined) note(`position ${link.position}, line ${link.log_id}: ${fault}`)
      if (link.seal_mac !== null) {
        const mac = sealMac(auditKey, link.position, link.hash)
        if (!equal(mac, link.seal_mac) || !equal(link.seal_hash, link.hash)) {
          note(`position ${link.position}: the seal is not of this installation`)
        }
        lastSealed = link.position
      }
      if (expected?.position === link.position && expected.hash === hex(link.hash)) wasFound = true
      place = { position: link.position, hash: link.hash }
    }
    if (links.length < BATCH) break
  }
  if (!wasFound) note(`position ${expected?.position}: the end that was noted is not part of the chain`)
  if (lastSealed !== place.position) note(`position ${place.position}: the end of the chain is not sealed`)
  const { waiting, late, beyond } = await outsideTheChain(database, place.position)
  if (late > 0) note(`${late} lines were never chained`)
  if (beyond > 0) note(`position ${place.position}: lines after this one were cut off`)
  const end = place.position === 0 ? undefined : { position: place.position, hash: hex(place.hash) }
  return { lines, erased, waiting, end, faults }
}

function faultOf(link: Link, before: Uint8Array): string | undefined {
  if (link.id === null) return 'the line was removed'
  if (!equal(chainHash(before, link.position, link, link.detail_digest), link.hash)) return 'the line was changed'
  if (link.salt !== null) {
    return equal(detailDigest(link, link.salt), link.detail_digest) ? undefined : 'values of the line were changed'
  }
  const { user_id, ip_address, user_agent, old_values, new_values } = link
  const isEmpty = [user_id, ip_address, user_agent, old_values, new_values].every((value) => value === null)
  return isEmpty && link.user_pseudonym !== null ? undefined : 'values of the line were put back or half erased'
}

interface Place {
  readonly position: number
  readonly hash: Uint8Array
}

/** The start of the chain, or the seal up to which retention has removed it. */
async function beginning(database: Database): Promise<Place> {
  const seal = await database.asSystem((transaction) =>
    transaction.row<Place>(
      transaction.sql.raw(
        `select position, hash from audit_seals
         where position < coalesce((select min(position) from audit_chain), 9223372036854775807)
         order by position desc limit 1`,
      ),
    ),
  )
  return seal ?? { position: 0, hash: CHAIN_START }
}

function linksAfter(database: Database, position: number): Promise<Link[]> {
  return database.asSystem((transaction) =>
    transaction.rows<Link>(
      transaction.sql.raw(
        `select ${CHAINED_COLUMNS}, l.user_pseudonym, c.position, c.log_id, c.salt, c.detail_digest, c.hash,
           s.hash as seal_hash, s.mac as seal_mac
         from audit_chain c
         left join audit_logs l on l.id = c.log_id
         left join audit_seals s on s.position = c.position
         where c.position > ? order by c.position limit ${BATCH}`,
        [position],
      ),
    ),
  )
}

async function outsideTheChain(database: Database, end: number) {
  const counts = await database.asSystem((transaction) =>
    transaction.row<{ waiting: number; late: number; beyond: number }>(
      transaction.sql.raw(
        `select count(*) filter (where created_at > current_timestamp - interval '${CHAINED_WITHIN}') as waiting,
           count(*) filter (where created_at <= current_timestamp - interval '${CHAINED_WITHIN}') as late,
           (select count(*) from audit_seals where position > ?) as beyond
         from audit_logs l where not exists (select from audit_chain c where c.log_id = l.id)`,
        [end],
      ),
    ),
  )
  return counts ?? { waiting: 0, late: 0, beyond: 0 }
}

function equal(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one !== null && other !== null && one.byteLength === other.byteLength && timingSafeEqual(one, other)
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
