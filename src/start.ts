import { flushCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ConfigurationError, loadConfig } from './config.ts'
import { DecryptionError, MasterKeyError } from './platform/crypto/index.ts'
import { DatabaseUnavailable, UnprotectedTable, UnsafeDatabaseAddress } from './platform/database/index.ts'
import { StorageUnavailable } from './platform/storage/index.ts'
import { createLogger, openTracing } from './platform/telemetry/index.ts'
import { DataFolderInUse, openRuntime } from './runtime/index.ts'

/** What the operator can put right: said in a sentence, without a stack. */
const SENTENCES = [
  ConfigurationError,
  DataFolderInUse,
  DatabaseUnavailable,
  MasterKeyError,
  StorageUnavailable,
  UnprotectedTable,
  UnsafeDatabaseAddress,
]

/** Requests that are being answered, and jobs, may take this long to end. */
const STOPPING_MILLISECONDS = 25_000

/** By then whoever waited for the start has been answered. */
const MEMORY_RELEASED_MILLISECONDS = 1_000

/**
 * Connections that the system holds while this process comes to take them (at most its own `somaxconn`). After a restart
 * everybody comes at once; of those beyond Node's own 511 some would wait for seconds or be refused.
 */
const WAITING_CONNECTIONS = 4_096

/** Starts the server; returns once it listens. It stops by itself on SIGTERM and SIGINT. */
export async function start(): Promise<void> {
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  const report = (error: unknown): void => logger.error({ err: error }, 'a background task failed')
  const tracing = await openTracing(config.tracing)
  // The database opens in a thread of its own while this one loads the rest of the program.
  const [runtime, { openServices }, { buildApp }] = await Promise.all([
    openRuntime({
      dataDirectory: config.dataDirectory,
      databaseUrl: config.databaseUrl,
      replicaDatabaseUrl: config.replicaDatabaseUrl,
      redisUrl: config.redisUrl,
      report,
    }),
    import('./services.ts'),
    import('./app.ts'),
  ])
  const services = await openServices({ config, logger, report, runtime })
  const app = await buildApp(services)

  let isStopping = false
  const stop = async (): Promise<void> => {
    const timer = setTimeout(() => {
      logger.warn('some connections did not end in time and were cut')
      app.server.closeAllConnections()
    }, STOPPING_MILLISECONDS)
    await app.close()
    clearTimeout(timer)
    await services.close()
    await tracing?.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) {
        return
      }
      isStopping = true
      stop().catch((error: unknown) => {
        logger.fatal({ err: error }, 'stopping failed')
        process.exit(1)
      })
    })
  }
  // Nobody reads what is written there, which is no reason to stop.
  process.stdout.on('error', (error) => logger.debug({ err: error }, 'standard output is closed'))
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an error was not handled')
    process.exit(1)
  })

  try {
    const address = await app.listen({ host: config.host, port: config.port, backlog: WAITING_CONNECTIONS })
    process.stdout.write(`Swasthwrap is ready at ${address}\n`)
    // Kept now, for starts after a `kill -9`.
    flushCompileCache()
    setTimeout(releaseMemoryOfStarting, MEMORY_RELEASED_MILLISECONDS).unref()
  } catch (error) {
    await services.close()
    throw portProblem(error, config.host, config.port)
  }
}

/** What was needed only for starting would otherwise stay with the process until it is short of memory. */
function releaseMemoryOfStarting(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { type: 'major'; flavor: 'last-resort' }) => void
  collect({ type: 'major', flavor: 'last-resort' })
}

function portProblem(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `The port ${port} on ${host} is in use by another program. Stop it, or set PORT to another number.`,
    EACCES: `The port ${port} on ${host} may not be used by this user. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `The address ${host} is not one of this machine. Set HOST to one that is.`,
    ENOTFOUND: `The address ${host} cannot be found. Set HOST to an address of this machine.`,
  }
  const reason = reasons[code ?? '']
  return reason === undefined ? error : new ConfigurationError(reason, { cause: error })
}

/** What to tell the operator of a start that failed. */
export function sentenceFor(error: unknown): string {
  if (error instanceof DecryptionError) {
    return 'The master key does not open the keys in the database. Use the MASTER_KEY, or the master.key file, that this database was made with.'
  }
  if (error instanceof Error && SENTENCES.some((kind) => error instanceof kind)) {
    return error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
