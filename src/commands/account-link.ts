import { makeAccountLink } from '../domains/accounts/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run accounts:link -- reset-password|verify-email <address>`: says the link that a mail would hold, for an installation
 * without a mail server. It works once; whoever runs the command hands it to the person, and nobody else.
 */
await runCommand(async ({ config, database, arguments: [kind, email], say }) => {
  if ((kind !== 'reset-password' && kind !== 'verify-email') || email === undefined) {
    say('Say reset-password or verify-email, and the address of the account.')
    return 2
  }
  const link = await database.asSystem((transaction) => makeAccountLink(transaction, kind, email, config.publicUrl))
  say(link ?? 'No account with this address needs such a link.')
  return link === undefined ? 1 : 0
})
