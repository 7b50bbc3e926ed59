import type { OperationScope } from '../../../operations/define-operation.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { personMatch } from '../../documents/index.ts'
import { settingsOperations } from '../../settings/index.ts'
import type { NamedPatient } from './import-plan.ts'
import { operationNamed } from './operation-named.ts'

const updateAccount = operationNamed(settingsOperations, 'me.update')

/** The person whose account it is, as far as a patient can be compared with them. */
export interface AccountRow {
  readonly name: string
  readonly gender: 'male' | 'female' | 'other' | null
  readonly date_of_birth: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly blood_group: string | null
}

/** @param lock Lets one import of a person go on at a time: each then sees what the other has kept. */
export async function readAccount(transaction: Transaction, lock?: 'for update'): Promise<AccountRow> {
  const query = transaction.sql('users').select('name', 'gender', 'date_of_birth', 'phone', 'address', 'blood_group')
  const row = await transaction.row<AccountRow>(lock === undefined ? query : query.forUpdate())
  if (row === undefined) throw new Error('The caller has no account')
  return row
}

/** Whether the patient is the person. Day of birth and sex can only speak against it; the name decides. */
export function comparePerson(
  patient: NamedPatient | undefined,
  account: AccountRow,
): 'same' | 'different' | 'unknown' {
  if (patient === undefined) return 'unknown'
  const { birthDate, gender, name } = patient
  if (birthDate !== null && account.date_of_birth !== null && birthDate !== account.date_of_birth) return 'different'
  const sexOf = (each: NamedPatient['gender']) => (each === 'male' || each === 'female' ? each : undefined)
  return personMatch(
    { patientName: name, patientAge: null, patientSex: sexOf(gender) ?? null },
    { name: account.name, sex: sexOf(account.gender), ageYears: undefined },
  )
}

/** "B Rh(D) positive", "O -": the groups that people know by a letter and a sign. */
const BLOOD_GROUP = /^(AB|A|B|O)\b\s*(?:rh\s*(?:\(?d\)?)?\s*)?(\+|-|−|pos|neg)/i

function bloodGroupOf(written: string | undefined): string | undefined {
  const [, letter, sign] = BLOOD_GROUP.exec(written?.trim() ?? '') ?? []
  if (letter === undefined || sign === undefined) return undefined
  return `${letter.toUpperCase()}${/^(?:\+|pos)/i.test(sign) ? '+' : '-'}`
}

/** Fills in what the account does not say yet. What it says stands. */
export async function fillAccount(
  scope: OperationScope,
  account: AccountRow,
  patient: NamedPatient | undefined,
  bloodGroup: string | undefined,
): Promise<number> {
  const offered = {
    gender: patient?.gender,
    date_of_birth: patient?.birthDate,
    phone: patient?.phone,
    address: patient?.address,
    blood_group: bloodGroupOf(bloodGroup),
  }
  const missing = Object.entries(offered).filter(
    ([name, value]) => value !== null && value !== undefined && account[name as keyof AccountRow] === null,
  )
  if (missing.length === 0) return 0
  await scope.perform(updateAccount, Object.fromEntries(missing))
  return 1
}
