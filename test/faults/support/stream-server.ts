import { setTimeout as delay } from 'node:timers/promises'
import { openDatabase } from '../../../src/platform/database/index.ts'
import { say, startGatewayServer } from '../../integration/gateway/gateway-server.ts'

/**
 * A server process of its own for the fault tests, on a database that outlives it. Says its address on standard output.
 * Arguments: the database, the words to say as JSON, the milliseconds between them, and after how many seconds without a
 * heartbeat a run counts as abandoned; 0 for a process that is alone.
 */
const [, , connectionString = '', words = '[]', pause = '20', quietSeconds = '0'] = process.argv

const database = await openDatabase({
  connectionString,
  maxConnections: 4,
  report: (error) => process.stderr.write(`${String(error)}\n`),
})
const server = await startGatewayServer(database, {
  ...(quietSeconds === '0' ? { alone: true } : { alone: false, quietSeconds: Number(quietSeconds) }),
  script: say(JSON.parse(words) as string[], () => delay(Number(pause))),
})
process.stdout.write(`${server.url}\n`)
process.on('SIGTERM', () => {
  server
    .close()
    .then(() => database.close())
    .then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
})
