import { createAssistant } from './assistant/assistant.ts'
import type { Config } from './config.ts'
import { createAccountService, createApiTokenService } from './domains/accounts/index.ts'
import {
  type AnalysisContext,
  analyseRecordJob,
  analysisJobId,
  createAnalysisQueue,
  MISSED_DOSES_EVERY_MILLISECONDS,
  missedDosesJob,
} from './domains/analytics/index.ts'
import {
  createAttachedDocuments,
  createDocumentFiles,
  createReadingQueue,
  createUpload,
  type ReadingContext,
  readDocumentJob,
} from './domains/documents/index.ts'
import { catalogue, pendingActions } from './domains/index.ts'
import { createSearchIndexer, type EmbeddingContext, embedJobId, embedRecordJob } from './domains/search/index.ts'
import { createOperationExecutor } from './operations/execute-operation.ts'
import {
  createAccessTokens,
  createAuthenticator,
  createLiveCredentials,
  openSigningKeys,
} from './platform/auth/index.ts'
import { createUserKeys, localKeyWrapper, masterKeyOfFolder } from './platform/crypto/index.ts'
import { knownForIndianLanguages, openEmbedder } from './platform/models/embedder.ts'
import type { NamedChatModel } from './platform/models/index.ts'
import { openFolderStorage } from './platform/storage/index.ts'
import { createMetrics, type Logger } from './platform/telemetry/index.ts'
import { chunkDocument, createReader } from './reader/index.ts'
import type { Runtime } from './runtime/index.ts'

export type Services = Awaited<ReturnType<typeof openServices>>

const MAINTENANCE_MILLISECONDS = 60 * 60 * 1_000

/** Opens everything that the server works with, each thing on what it needs. Where that fails, the runtime is closed. */
export async function openServices(base: {
  readonly config: Config
  readonly logger: Logger
  readonly report: (error: unknown) => void
  readonly runtime: Runtime
}) {
  const { config, logger, report, runtime } = base
  try {
    const { database, jobs, events } = runtime
    const keyWrapper = localKeyWrapper(config.masterKey ?? (await masterKeyOfFolder(config.dataDirectory)))
    const storage = await openFolderStorage(config.storageDirectory)
    const signingKeys = await openSigningKeys({ database, keyWrapper })
    const userKeys = createUserKeys(keyWrapper)
    const accessTokens = createAccessTokens(signingKeys)
    const live = createLiveCredentials(database)
    const embedder = openEmbedder(config.embeddingModel)
    if (config.embeddingModel !== undefined && !knownForIndianLanguages(embedder.model)) {
      logger.warn({ model: embedder.model }, 'this embedding model is not known to find Hindi and Tamil texts')
    }
    const indexer = createSearchIndexer(embedder, (userId) =>
      jobs.enqueue(embedRecordJob, { user_id: userId }, { jobId: embedJobId(userId) }),
    )
    const noteStaleAnalyses = createAnalysisQueue((userId) =>
      jobs.enqueue(analyseRecordJob, { user_id: userId }, { jobId: analysisJobId(userId) }),
    )
    const files = createDocumentFiles({ database, storage, userKeys })
    const queue = createReadingQueue(jobs)
    const executor = createOperationExecutor({
      database,
      services: { documents: { files, queue }, search: { embedder, report } },
      changeListeners: [indexer.onChange, noteStaleAnalyses],
      report,
    })
    const upload = createUpload({ files, executor, queue })
    const attachedDocuments = createAttachedDocuments({ database, events, files, upload })
    const reader = createReader({ concurrency: config.readerConcurrency })
    const jobContext: ReadingContext & EmbeddingContext & AnalysisContext = {
      database,
      events,
      embedder,
      documentFiles: files,
      readBytes: (bytes, options) => reader.read(bytes, options),
      indexDocument: (transaction, { row, read }) =>
        indexer.indexDocument(transaction, {
          userId: row.user_id,
          documentId: row.id,
          pages: chunkDocument(read),
          at: row.document_date ?? undefined,
        }),
    }
    const runs = createAssistant({
      database,
      events,
      executor,
      pendingActions,
      catalogue,
      documents: attachedDocuments,
      indexMessage: indexer.indexMessage,
      embedder,
      models: await openChatModels(config),
      alone: runtime.profile === 'embedded',
      report,
      reportModelFailure: ({ model, reason }) => logger.warn({ model, reason }, 'a model could not answer'),
    })
    // Answers that an earlier process left unfinished.
    await runs.recover()
    await jobs.startWorkers([readDocumentJob, embedRecordJob, analyseRecordJob, missedDosesJob], jobContext, {
      concurrency: { reading: config.readerConcurrency },
    })
    await jobs.schedule(missedDosesJob, {}, { everyMilliseconds: MISSED_DOSES_EVERY_MILLISECONDS })
    const accounts = createAccountService({ database, accessTokens, live, userKeys })
    const maintain = (): void => {
      Promise.all([signingKeys.maintain(), accounts.removeExpiredSessions()]).catch(report)
    }
    const maintenance = setInterval(maintain, MAINTENANCE_MILLISECONDS)
    maintenance.unref()
    return {
      config,
      logger,
      report,
      database,
      jobs,
      events,
      storage,
      signingKeys,
      userKeys,
      metrics: createMetrics(),
      authenticator: createAuthenticator(accessTokens, live),
      accounts,
      apiTokens: createApiTokenService({ database, live }),
      executor,
      embedder,
      documents: { files, upload },
      runs,
      /** Seals what chat clients keep for us. */
      conversationKey: await keyWrapper.derive('conversations'),
      async close(): Promise<void> {
        clearInterval(maintenance)
        // Jobs get their time to end first; a reading that is cut off begins again at the next start.
        await runtime.close()
        await reader.close()
      },
    }
  } catch (error) {
    await runtime.close()
    throw error
  }
}

/** The clients of language models are heavy packages: they are loaded only where a server is configured. */
async function openChatModels({ chatModel }: Config): Promise<readonly NamedChatModel[]> {
  if (chatModel === undefined) {
    return []
  }
  const { openChatModel } = await import('./platform/models/chat-model.ts')
  return [openChatModel(chatModel)]
}
