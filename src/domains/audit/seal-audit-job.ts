import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import { CHAIN_START, CHAINED_COLUMNS, type ChainedLine, chainHash, detailDigest, sealMac } from './chain-digest.ts'

export interface SealContext {
  readonly database: Database
  /** 32 bytes, the same in every process. */
  readonly auditKey: Uint8Array
  /** Told of every new end of the chain: whoever keeps it elsewhere can tell later that nothing was cut off. */
  readonly noteSeal: (seal: Seal) => void
}

export interface Seal {
  readonly position: number
  /** Hexadecimal. */
  readonly hash: string
}

export const SEAL_EVERY_MILLISECONDS = 60_000

const BATCH = 1_000
/** Names the lock that one sealing holds. The number means nothing. */
const SEALING = 8_213_640
const SALT_BYTES = 16
/** A transaction may be open for half a minute, and clocks of processes differ: a line may come later than its time. */
const LATE = '10 minutes'

/**
 * Chains the lines of the audit log that are not chained yet. A request pays nothing for it: the chain is made here, once
 * a minute, by whichever process the job falls to, and never by two at once.
 */
export const sealAuditJob = defineJob({
  name: 'audit.seal',
  payload: z.object({ everything: z.boolean().optional() }),
  run: async (context: SealContext, { everything }, { signal }) => {
    let sealed = BATCH
    while (sealed === BATCH && !signal.aborted) {
      sealed = await sealAuditLogs(context, { everything: everything ?? false })
    }
  },
})

/**
 * Chains up to 1,000 lines and signs the new end.
 * @param options.everything Looks for lines of any age, and not only for those since the last sealing.
 * @returns how many lines were chained.
 */
export async function sealAuditLogs(context: SealContext, options: { readonly everything: boolean }): Promise<number> {
  const { database, auditKey, noteSeal } = context
  return database.asSystem(async (transaction) => {
    const { sql } = transaction
    await transaction.rows(sql.raw('select pg_advisory_xact_lock(?)', [SEALING]))
    const last = await endOfChain(transaction)
    const lines = await unchained(transaction, last?.created_at, options.everything)
    if (lines.length === 0) return 0
    let position = last?.position ?? 0
    let hash: Uint8Array = last?.hash ?? CHAIN_START
    const links = lines.map((line) => {
      const salt = randomBytes(SALT_BYTES)
      const details = detailDigest(line, salt)
      position += 1
      hash = chainHash(hash, position, line, details)
      return { position, log_id: line.id, salt, detail_digest: details, hash }
    })
    await transaction.affected(sql('audit_chain').insert(links))
    await transaction.affected(sql('audit_seals').insert({ position, hash, mac: sealMac(auditKey, position, hash) }))
    const seal = { position, hash: Buffer.from(hash).toString('hex') }
    transaction.afterCommit(() => noteSeal(seal))
    return lines.length
  })
}

interface End {
  readonly position: number
  readonly hash: Buffer
  readonly created_at: Date | null
}

/** The last link, or where retention has removed all of them the seal that they ended with. */
function endOfChain(transaction: Transaction): Promise<End | undefined> {
  return transaction.row<End>(
    transaction.sql.raw(
      `select e.position, e.hash, l.created_at
       from (
         (select position, hash, log_id from audit_chain order by position desc limit 1)
         union all
         (select position, hash, null from audit_seals order by position desc limit 1)
       ) e left join audit_logs l on l.id = e.log_id
       order by e.position desc, e.log_id nulls last limit 1`,
    ),
  )
}

function unchained(transaction: Transaction, last: Date | null | undefined, everything: boolean) {
  const since = everything || !last ? null : last
  return transaction.rows<ChainedLine>(
    transaction.sql.raw(
      `select ${CHAINED_COLUMNS} from audit_logs l
       where (cast(:since as timestamptz) is null or l.created_at > cast(:since as timestamptz) - interval '${LATE}')
         and not exists (select from audit_chain c where c.log_id = l.id)
       order by l.created_at, l.id limit ${BATCH}`,
      { since },
    ),
  )
}
