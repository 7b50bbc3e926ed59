import { z } from 'zod'
import { type KeyRotation, ROTATED_EVERY_DAYS, rotateKeys, type WrappedColumn } from '../../platform/crypto/index.ts'
import { defineJob } from '../../platform/jobs/index.ts'

/** Everything that users' keys wrap. A new column of wrapped keys is one more line. */
export const WRAPPED_COLUMNS: readonly WrappedColumn[] = [
  {
    table: 'medical_documents',
    keyColumn: 'encryption_key',
    versionColumn: 'encryption_key_version',
    identityOf: (id) => `document:${id}`,
  },
  {
    table: 'user_data_keys',
    keyColumn: 'wrapped_key',
    versionColumn: 'user_key_version',
    identityOf: (id) => `user-data-key:${id}`,
  },
  {
    table: 'totp_credentials',
    keyColumn: 'wrapped_secret',
    versionColumn: 'user_key_version',
    identityOf: (id) => `totp:${id}`,
  },
  {
    table: 'data_exports',
    keyColumn: 'encryption_key',
    versionColumn: 'encryption_key_version',
    identityOf: (id) => `data-export:${id}`,
  },
  {
    table: 'data_imports',
    keyColumn: 'encryption_key',
    versionColumn: 'encryption_key_version',
    identityOf: (id) => `data-import:${id}`,
  },
]

/** A database from before a backup ends needs the keys of then; whole copies are taken weekly, so one may be a week older. */
export const keepOldKeysDays = (backupKeepDays: number): number => backupKeepDays + 7

export interface KeyRotationContext {
  readonly keyRotation: KeyRotation
  /** Told when the master key is due and only the operator can replace it. */
  readonly noteOldMasterKey: (since: Date) => void
}

/** At night, when few people wait. */
export const KEYS_ROTATED_AT = { pattern: '40 20 * * *', timezone: 'UTC' } as const

/** Looks every night whether any key is half a year old. */
export const rotateKeysJob = defineJob({
  name: 'keys.rotate',
  payload: z.object({}),
  run: async ({ keyRotation, noteOldMasterKey }: KeyRotationContext, _payload, { signal }) => {
    const { masterKeyInUseSince } = await rotateKeys(keyRotation, signal)
    const due = Date.now() - ROTATED_EVERY_DAYS * 24 * 60 * 60 * 1_000
    if (masterKeyInUseSince !== undefined && masterKeyInUseSince.getTime() < due) noteOldMasterKey(masterKeyInUseSince)
  },
})
