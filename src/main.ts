import { buildApp } from './app.ts'
import { ConfigurationError, loadConfig } from './config.ts'
import { DecryptionError, MasterKeyError } from './platform/crypto/index.ts'
import { DatabaseUnavailable, UnprotectedTable, UnsafeDatabaseAddress } from './platform/database/index.ts'
import { createLogger } from './platform/telemetry/index.ts'
import { DataFolderInUse } from './runtime/index.ts'
import { openServices } from './services.ts'

/** What the operator can put right: said in a sentence, without a stack. */
const SENTENCES = [
  ConfigurationError,
  DataFolderInUse,
  DatabaseUnavailable,
  MasterKeyError,
  UnprotectedTable,
  UnsafeDatabaseAddress,
]

/** Requests that are being answered, and jobs, may take this long to end. */
const STOPPING_MILLISECONDS = 25_000

try {
  await start()
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`)
  // Threads of the embedded database would otherwise keep a process alive that failed to start.
  process.exit(1)
}

async function start(): Promise<void> {
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  const services = await openServices(config, logger)
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
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an error was not handled')
    process.exit(1)
  })

  try {
    const address = await app.listen({ host: config.host, port: config.port })
    process.stdout.write(`Swasthwrap is ready at ${address}\n`)
  } catch (error) {
    await services.close()
    throw portProblem(error, config.host, config.port)
  }
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

function sentenceFor(error: unknown): string {
  if (error instanceof DecryptionError) {
    return 'The master key does not open the keys in the database. Use the MASTER_KEY, or the master.key file, that this database was made with.'
  }
  if (error instanceof Error && SENTENCES.some((kind) => error instanceof kind)) {
    return error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
