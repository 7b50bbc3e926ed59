import { keepOldKeysDays, WRAPPED_COLUMNS } from '../domains/accounts/index.ts'
import { createUserKeys, rotateKeys } from '../platform/crypto/index.ts'
import { openStorage } from '../platform/storage/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run keys:rotate`: does at once what the nightly job does: replaces users' keys that are half a year old, and wraps
 * with the present MASTER_KEY what an earlier one wrapped. The earlier one may then leave PREVIOUS_MASTER_KEYS.
 */
await runCommand(async ({ config, database, keyWrapper, say }) => {
  // The file of a data folder is the server's own, which may be running: a new master key is not made from here.
  const { rotate: _, ...wrapper } = keyWrapper
  const rotation = {
    database,
    keyWrapper: wrapper,
    userKeys: createUserKeys(keyWrapper, await openStorage(config.storage)),
    columns: WRAPPED_COLUMNS,
    keepOldDays: keepOldKeysDays(config.backup.keepDays),
  }
  const report = await rotateKeys(rotation)
  say(
    `${report.usersRotated} keys of users were replaced, ${report.dataKeysRewrapped} data keys wrapped anew, ${report.userKeysRemoved} old keys of users removed.`,
  )
  say(`${report.rewrappedByMasterKey} keys were wrapped anew by the master key ${keyWrapper.id}.`)
  return 0
})
