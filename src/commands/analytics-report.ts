import { computeStatistics } from '../domains/privacy/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run analytics:report [-- analytics|research]`: statistics about the people who agreed to be counted, as JSON. Groups
 * of 10 people or fewer are left out.
 */
await runCommand(async ({ database, arguments: [purpose = 'analytics'], say }) => {
  if (purpose !== 'analytics' && purpose !== 'research') {
    say('The report is either for analytics or for research.')
    return 2
  }
  say(JSON.stringify(await computeStatistics(database, { purpose, now: new Date() }), null, 2))
  return 0
})
