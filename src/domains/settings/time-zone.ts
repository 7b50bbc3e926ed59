import type { OperationScope } from '../../operations/define-operation.ts'
import { InvalidValue } from '../../platform/database/index.ts'
import { Problem, ValidationFailed } from '../../platform/errors/problem.ts'

/** What both JavaScript and the database know by the same meaning. PostgreSQL alone would take `UTC+5` for five hours west. */
function isZoneName(timezone: string): boolean {
  // An offset such as `+05:30` means the opposite to PostgreSQL, and knows no summer.
  if (!/^[A-Za-z]/.test(timezone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** @throws {Problem} ValidationFailed where it is not the name of a time zone. */
export async function requireTimeZone({ transaction }: OperationScope, timezone: string): Promise<void> {
  const unknown = new Problem(ValidationFailed, { errors: [{ pointer: '/timezone', code: 'not_a_time_zone' }] })
  if (!isZoneName(timezone)) throw unknown
  try {
    await transaction.rows(transaction.sql.raw('select current_timestamp at time zone ?::text', [timezone]))
  } catch (error) {
    throw error instanceof InvalidValue ? unknown : error
  }
}
