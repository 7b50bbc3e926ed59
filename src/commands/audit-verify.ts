import { verifyAuditLogs } from '../domains/audit/index.ts'
import { openInstallationSecret } from '../platform/crypto/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run audit:verify [-- <position>:<hash>]`: goes through the whole audit log and says whether anything in it was
 * changed, removed or put between. With an end of the chain that was noted earlier, that nothing was cut off and made anew
 * either. Exits with 1 where something was.
 */
await runCommand(async ({ database, keyWrapper, arguments: [noted], say }) => {
  const expected = noted === undefined ? undefined : /^(\d+):([0-9a-f]{64})$/.exec(noted)
  if (expected === null) {
    say('An end of the chain is written as <position>:<64 hexadecimal digits>.')
    return 2
  }
  const auditKey = await openInstallationSecret(database, keyWrapper, 'audit')
  const examined = await verifyAuditLogs(
    database,
    auditKey,
    expected && { position: Number(expected[1]), hash: expected[2] ?? '' },
  )
  say(`${examined.lines} lines in the chain, of which ${examined.erased} were erased; ${examined.waiting} wait for it.`)
  for (const fault of examined.faults) say(`FAULT ${fault}`)
  if (examined.end !== undefined) say(`The chain ends at ${examined.end.position}:${examined.end.hash}`)
  say(examined.faults.length === 0 ? 'Nothing was changed.' : 'The audit log was changed.')
  return examined.faults.length === 0 ? 0 : 1
})
