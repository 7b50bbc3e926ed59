import type { Language } from '../../../clinical/language-forms.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import type { AccountPerson } from './person-match.ts'

export interface AccountOwner extends AccountPerson {
  readonly language: Language
}

/** Whose account it is, by default today. Ranges for "other" are not known, so none is assumed. */
export async function accountPerson(
  transaction: Transaction,
  document?: { readonly document_date: string | null; readonly created_at: Date },
): Promise<AccountOwner> {
  const { sql } = transaction
  const on = document?.document_date ?? (document?.created_at ?? new Date()).toISOString()
  const user = await transaction.row<{ name: string; gender: string | null; age: number | null; language: Language }>(
    sql('users').select(
      'name',
      'gender',
      'language',
      sql.raw('extract(year from age(?::timestamptz, date_of_birth))::int as age', [on]),
    ),
  )
  const gender = user?.gender
  return {
    name: user?.name ?? '',
    language: user?.language ?? 'en',
    sex: gender === 'male' || gender === 'female' ? gender : undefined,
    ageYears: user?.age ?? undefined,
  }
}
