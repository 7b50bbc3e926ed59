import { openSigningKeys } from '../platform/auth/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run keys:signing -- list | rotate | revoke <id>`: the keys that sign access tokens. `rotate` lets tokens of the old
 * key run out; `revoke`, for a key that leaked, ends them all: running servers notice within half a minute.
 */
await runCommand(async ({ database, keyWrapper, arguments: [action, id], say }) => {
  const keys = await openSigningKeys({ database, keyWrapper })
  const isKnown = keys.publicKeySet().keys.some((key) => key.kid === id)
  if (action === 'rotate') await keys.rotate()
  else if (action === 'revoke' && id !== undefined && isKnown) await keys.revoke(id)
  else if (action !== 'list') {
    say(action === 'revoke' ? 'There is no such key.' : 'Say list, rotate, or revoke <id>.')
    return 2
  }
  for (const key of keys.publicKeySet().keys) say(`${key.kid}${key.kid === keys.current().id ? '  signs' : ''}`)
  return 0
})
