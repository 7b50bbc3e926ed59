import type { RecordRow } from '../../../operations/record-store.ts'
import { ConstraintViolation, type Database, InvalidValue, type Transaction } from '../../../platform/database/index.ts'
import { SETTING_OF } from '../../consents/index.ts'
import { archivePaths } from '../archive-format.ts'
import { ownedTables } from '../owned-tables.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { type CheckedArchive, type Columns, SEALED_COLUMNS } from './check-archive.ts'
import { rowsOfPart } from './read-rows.ts'
import { renamed } from './renamed.ts'

/** What of `users` is the person and not the account. */
const OF_THE_PERSON = [
  'name',
  'language',
  'interests',
  'phone',
  'date_of_birth',
  'gender',
  'blood_group',
  'address',
  'created_at',
]
/** An account with a row in any of them is in use: what its person has set there stays. */
const SIGNS_OF_USE = [
  'medical_conditions',
  'allergies',
  'medical_documents',
  'health_metrics',
  'health_goals',
  'medications',
  'appointments',
  'emergency_contacts',
  'chat_sessions',
]

/** Whether nothing of a record is in the account yet. */
export async function isEmptyAccount(database: Database, userId: string): Promise<boolean> {
  const row = await database.asUser(userId, (transaction) =>
    transaction.row<{ used: boolean }>(
      transaction.sql.raw(
        `select ${SIGNS_OF_USE.map((table) => `exists (select from ${table})`).join(' or ')} as used`,
      ),
    ),
  )
  return row?.used !== true
}

/**
 * Puts the archive's profile, preferences and settings in the place of those that every account begins with, all or none.
 * Consents are not among them: an archive cannot give one.
 * @throws {ArchiveRefused}
 */
export async function bringInSettings(
  context: { readonly database: Database; readonly userId: string; readonly columns: Columns },
  checked: CheckedArchive,
): Promise<void> {
  const { database, userId, columns } = context
  const given: { table: string; file: string; number: number; row: RecordRow }[] = []
  for (const { table, part } of ownedTables()) {
    const file = archivePaths.table(table)
    const found = checked.parts.get(file)
    if (part !== 'settings' || found === undefined) continue
    for await (const { number, row } of rowsOfPart(checked.archive, found)) {
      const { [SEALED_COLUMNS]: _, ...values } = row
      given.push({ table, file, number, row: renamed(values, checked.newIds) })
    }
  }
  await database.asUser(userId, async (transaction) => {
    for (const { table, file, number, row } of given) {
      try {
        if (table === 'users') await changePerson(transaction, userId, row)
        else await replaceRow(transaction, userId, table, row, columns.get(table)?.writable ?? new Set())
      } catch (cause) {
        if (!(cause instanceof ConstraintViolation || cause instanceof InvalidValue)) throw cause
        throw new ArchiveRefused('bad_value', { file, row: number, cause })
      }
    }
  })
}

function changePerson(transaction: Transaction, userId: string, row: RecordRow): Promise<number> {
  const columns = OF_THE_PERSON.filter((column) => column in row)
  return transaction.affected(
    transaction.sql.raw(
      `update users u set ${columns.map(() => '?? = r.??').join(', ')}
       from jsonb_populate_record(cast(null as users), cast(? as jsonb)) r where u.id = ?`,
      [...columns.flatMap((column) => [column, column]), JSON.stringify(row), userId],
    ),
  )
}

async function replaceRow(
  transaction: Transaction,
  userId: string,
  table: string,
  row: RecordRow,
  writable: ReadonlySet<string>,
): Promise<void> {
  const { sql } = transaction
  const type = row['notification_type']
  const own = type === undefined ? { user_id: userId } : { user_id: userId, notification_type: String(type) }
  const before = await transaction.row<RecordRow>(sql(table).where(own))
  const consents = Object.values(SETTING_OF).filter((setting) => setting in row)
  const kept = Object.fromEntries(consents.map((setting) => [setting, before?.[setting] ?? false]))
  const stored: RecordRow = { ...row, ...kept, user_id: userId }
  const names = Object.keys(stored).filter((column) => writable.has(column))
  await transaction.affected(sql(table).where(own).delete())
  await transaction.affected(
    sql.raw(
      `insert into ?? (${names.map(() => '??').join(', ')})
       select ${names.map(() => '??').join(', ')} from jsonb_populate_record(cast(null as ??), cast(? as jsonb))`,
      [table, ...names, ...names, table, JSON.stringify(stored)],
    ),
  )
}
