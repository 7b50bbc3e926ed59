import { loadConfig, requireServerProfile } from './config.ts'
import type { JobLane } from './platform/jobs/index.ts'
import { createLogger, openTracing } from './platform/telemetry/index.ts'
import { openRuntime } from './runtime/index.ts'

export { sentenceFor } from './start.ts'

/**
 * Starts a worker of the server profile: background work without a server. It stops by itself on SIGTERM and SIGINT.
 * Any number of workers may run, on any number of machines that share the database and the folder of uploads.
 * @param lanes What it works on.
 */
export async function startWorker(lanes: readonly JobLane[]): Promise<void> {
  const config = loadConfig()
  requireServerProfile(config)
  const logger = createLogger(config.logLevel)
  const report = (error: unknown): void => logger.error({ err: error }, 'a background task failed')
  const tracing = await openTracing(config.tracing)
  const { dataDirectory, databaseUrl, redisUrl } = config
  const [runtime, { openRecordServices }, { startBackgroundWork }] = await Promise.all([
    openRuntime({ dataDirectory, databaseUrl, redisUrl, report }),
    import('./record-services.ts'),
    import('./background-work.ts'),
  ])
  const { jobContext, reader } = await openRecordServices({ config, logger, report, runtime })
  const stop = async (): Promise<void> => {
    await runtime.close()
    await reader.close()
    await tracing?.close()
    process.exit(0)
  }
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return
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
  await startBackgroundWork(runtime.jobs, jobContext, { lanes, concurrency: { reading: config.readerConcurrency } })
  process.stdout.write(`Swasthwrap works on ${lanes.join(', ')}\n`)
}
