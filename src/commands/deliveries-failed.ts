import { listFailedDeliveries } from '../domains/notifications/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run deliveries:failed [-- <days>]`: lists messages that were given up in the last days (30), the newest first: when,
 * by which channel, of what kind, after how many attempts and why. Neither whom they were for nor what they said is told.
 */
await runCommand(async ({ database, arguments: [written = '30'], say }) => {
  const days = Number(written)
  if (!Number.isInteger(days) || days < 1 || days > 3_650) {
    say('How many days to look back is a number from 1 to 3650.')
    return 2
  }
  const failed = await listFailedDeliveries(database, new Date(Date.now() - days * 86_400_000))
  for (const { id, kind, channel, failed_at, attempts, reason } of failed) {
    say(
      [failed_at.toISOString(), channel, kind, `attempts=${attempts}`, `reason=${reason ?? 'unknown'}`, id].join('  '),
    )
  }
  say(failed.length === 0 ? 'No message was given up.' : `${failed.length} messages were given up.`)
  return 0
})
