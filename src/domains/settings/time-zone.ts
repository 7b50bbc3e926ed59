import type { OperationScope } from '../../operations/define-operation.ts'
import { InvalidValue } from '../../platform/database/index.ts'
import { Problem, ValidationFailed } from '../../platform/errors/problem.ts'

/** Names of the tz database; offsets such as `+05:30` mean the opposite to PostgreSQL, and know no summer. */
const NAME = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/

/** @throws {Problem} ValidationFailed where the database does not know the time zone. */
export async function requireTimeZone({ transaction }: OperationScope, timezone: string): Promise<void> {
  const unknown = new Problem(ValidationFailed, { errors: [{ pointer: '/timezone', code: 'not_a_time_zone' }] })
  if (!NAME.test(timezone)) throw unknown
  try {
    await transaction.rows(transaction.sql.raw('select current_timestamp at time zone ?::text', [timezone]))
  } catch (error) {
    throw error instanceof InvalidValue ? unknown : error
  }
}
