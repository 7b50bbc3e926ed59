import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { sha256Hex } from '../../platform/crypto/index.ts'
import type { Transaction } from '../../platform/database/index.ts'

const CODES = 10
/** Without letters and digits that people take for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 6
const GROUP_LETTERS = 4

/** Makes ten codes of 118 bits, each good for one sign-in, in the place of all earlier ones. They are shown this once. */
export async function replaceRecoveryCodes(transaction: Transaction, userId: string): Promise<readonly string[]> {
  const { sql } = transaction
  const codes = Array.from({ length: CODES }, newCode)
  await transaction.affected(sql('recovery_codes').where({ user_id: userId }).delete())
  await transaction.affected(
    sql('recovery_codes').insert(codes.map((code) => ({ id: uuidv7(), user_id: userId, code_digest: digestOf(code) }))),
  )
  return codes
}

/** Spends a code. Tells whether it was one of the user's that was still good. */
export async function spendRecoveryCode(
  transaction: Transaction,
  userId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const spent = await transaction.affected(
    transaction
      .sql('recovery_codes')
      .where({ user_id: userId, code_digest: digestOf(code) })
      .whereNull('used_at')
      .update({ used_at: now }),
  )
  return spent > 0
}

function newCode(): string {
  const group = () => Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** However people write it: capitals, spaces and hyphens do not count. */
function digestOf(code: string): string {
  return sha256Hex(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}
