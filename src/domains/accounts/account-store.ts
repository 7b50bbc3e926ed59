import { v7 as uuidv7 } from 'uuid'
import type { Language } from '../../clinical/language-forms.ts'
import { enumerations, type Transaction } from '../../platform/database/index.ts'
import type { User } from './account.ts'

export interface UserRow extends Omit<User, 'created_at' | 'updated_at'> {
  created_at: Date
  updated_at: Date
  password_hash: string
  is_active: boolean
  locked_until: Date | null
}

/** The wire form of a row of `users`. */
export function userView(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    interests: row.interests,
    health_score: row.health_score,
    streak: row.streak,
    upcoming_appointments: row.upcoming_appointments,
    medications_due: row.medications_due,
    avatar: row.avatar,
    phone: row.phone,
    date_of_birth: row.date_of_birth,
    gender: row.gender,
    blood_group: row.blood_group,
    address: row.address,
    email_verified: row.email_verified,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/** Adds a person with the settings that everybody starts with. */
export async function insertUser(
  transaction: Transaction,
  person: { id: string; name: string; email: string; passwordHash: string; language: Language },
): Promise<UserRow> {
  const { sql } = transaction
  const row = await transaction.row<UserRow>(
    sql('users')
      .insert({
        id: person.id,
        name: person.name,
        email: person.email,
        password_hash: person.passwordHash,
        language: person.language,
      })
      .returning('*'),
  )
  if (row === undefined) {
    throw new Error('The inserted user was not returned.')
  }
  const ofUser = () => ({ id: uuidv7(), user_id: person.id })
  await transaction.affected(sql('user_profiles').insert(ofUser()))
  await transaction.affected(sql('user_preferences').insert({ ...ofUser(), primary_language: person.language }))
  await transaction.affected(sql('privacy_settings').insert(ofUser()))
  await transaction.affected(
    sql('notification_preferences').insert(
      enumerations.notification_preferences.notification_type.map((type) => ({ ...ofUser(), notification_type: type })),
    ),
  )
  return row
}

export function findUserByEmail(
  transaction: Transaction,
  email: string,
  lock?: 'for update',
): Promise<UserRow | undefined> {
  const query = transaction.sql('users').whereRaw('lower(email) = lower(?)', [email]).select('*')
  return transaction.row<UserRow>(lock === undefined ? query : query.forUpdate())
}

export function findUser(transaction: Transaction, id: string, lock?: 'for update'): Promise<UserRow | undefined> {
  const query = transaction.sql('users').where({ id }).select('*')
  return transaction.row<UserRow>(lock === undefined ? query : query.forUpdate())
}

/** Counts a wrong guess, and locks the account once there were too many in a row. Tells whether this one did. */
export async function countFailedSignIn(
  transaction: Transaction,
  userId: string,
  limit: { readonly attempts: number; readonly lockedUntil: Date },
): Promise<boolean> {
  const { sql } = transaction
  const isLast = 'failed_sign_ins + 1 >= ?'
  const counted = await transaction.row<{ failed_sign_ins: number }>(
    sql('users')
      .where({ id: userId })
      .update({
        failed_sign_ins: sql.raw(`case when ${isLast} then 0 else failed_sign_ins + 1 end`, [limit.attempts]),
        locked_until: sql.raw(`case when ${isLast} then ?::timestamptz else locked_until end`, [
          limit.attempts,
          limit.lockedUntil,
        ]),
      })
      .returning('failed_sign_ins'),
  )
  return counted?.failed_sign_ins === 0
}

export async function clearFailedSignIns(transaction: Transaction, userId: string): Promise<void> {
  await transaction.affected(
    transaction
      .sql('users')
      .where({ id: userId })
      .where((either) => either.where('failed_sign_ins', '>', 0).orWhereNotNull('locked_until'))
      .update({ failed_sign_ins: 0, locked_until: null }),
  )
}

export function queueActivity(
  transaction: Transaction,
  activity: {
    readonly userId: string
    readonly type: (typeof enumerations.user_activity.activity_type)[number]
    readonly ipAddress?: string | undefined
    readonly userAgent?: string | undefined
  },
): void {
  transaction.queue(
    transaction.sql('user_activity').insert({
      id: uuidv7(),
      user_id: activity.userId,
      activity_type: activity.type,
      ip_address: activity.ipAddress ?? null,
      user_agent: activity.userAgent ?? null,
    }),
  )
}
