import type { Caller } from '../../operations/define-operation.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { ModelTerms } from '../turn/stages.ts'
import type { Identity } from './pseudonyms.ts'

/** Whether the person has said that a language model outside this installation may read what they write and keep. */
export async function mayUseExternalModel({ transaction }: { readonly transaction: Transaction }): Promise<boolean> {
  const consent = await transaction.row(
    transaction
      .sql('consents')
      .select('id')
      .where({ purpose: 'external_language_model' })
      .whereNull('withdrawn_at')
      .limit(1),
  )
  return consent !== undefined
}

/** What holds for one person's text where models outside are configured: the consent, and what must never go out. */
export function modelTermsOf(database: Database): (caller: Caller) => Promise<ModelTerms> {
  return (caller) =>
    database.asUser(caller.userId, async (transaction) => {
      const [allowed, identities] = await Promise.all([mayUseExternalModel({ transaction }), identitiesOf(transaction)])
      return { allowed, identities }
    })
}

interface IdentityRow {
  readonly kind: Identity['kind']
  readonly text: string | null
}

/** Names, numbers and addresses of the person and of those around them, as the record has them. */
async function identitiesOf(transaction: Transaction): Promise<readonly Identity[]> {
  const rows = await transaction.rows<IdentityRow>(
    transaction.sql.raw(
      `select kind, text from users cross join lateral (values
         ('NAME', name), ('EMAIL', email), ('PHONE', phone), ('ADDRESS', address)) as known (kind, text)
       union all
       select kind, text from user_profiles cross join lateral (values
         ('NAME', emergency_contact_name), ('PHONE', emergency_contact_phone), ('EMAIL', emergency_contact_email),
         ('NUMBER', insurance_number)) as known (kind, text)
       union all
       select kind, text from emergency_contacts cross join lateral (values
         ('NAME', contact_name), ('PHONE', primary_phone), ('PHONE', secondary_phone), ('EMAIL', email),
         ('ADDRESS', address)) as known (kind, text)`,
    ),
  )
  return rows.flatMap(({ kind, text }) => (text ? [{ kind, text }] : []))
}
