import { createTranscriber } from './assistant/agent/transcribe-page.ts'
import type { BackgroundContext } from './background-work.ts'
import type { Config } from './config.ts'
import { keepOldKeysDays, WRAPPED_COLUMNS } from './domains/accounts/index.ts'
import { analyseRecordJob, analysisJobId, createAnalysisQueue } from './domains/analytics/index.ts'
import { createDocumentFiles, createReadingQueue, settleReading } from './domains/documents/index.ts'
import { createEmergencyService } from './domains/emergency/index.ts'
import { createDeliveryService } from './domains/notifications/index.ts'
import { createArchiveStore, createPrivacyService, createSummaryMaker } from './domains/privacy/index.ts'
import { createSearchIndexer, embedJobId, embedRecordJob } from './domains/search/index.ts'
import {
  createAccessRelease,
  createImportFiles,
  createImportPlanner,
  createImportService,
  createServiceAccess,
  settleImport,
} from './domains/services/index.ts'
import { createAvatars } from './domains/settings/index.ts'
import { openKeyWrapper } from './open-key-wrapper.ts'
import { atMostEvery } from './operations/at-most-every.ts'
import { createOperationExecutor } from './operations/execute-operation.ts'
import { openSigningKeys } from './platform/auth/index.ts'
import { createTextVault, createUserKeys, openInstallationSecret } from './platform/crypto/index.ts'
import { openDeliveryChannels } from './platform/delivery/index.ts'
import { knownForIndianLanguages, openEmbedder } from './platform/models/embedder.ts'
import type { NamedChatModel } from './platform/models/index.ts'
import { openStorage } from './platform/storage/index.ts'
import type { Logger } from './platform/telemetry/index.ts'
import { chunkDocument, createReader } from './reader/index.ts'
import type { Runtime } from './runtime/index.ts'

/** So often the analyses of one person are computed while their record changes. What a process loses, the sweep finds. */
const ANALYSED_EVERY_MILLISECONDS = 5_000

export interface ServiceBase {
  readonly config: Config
  readonly logger: Logger
  readonly report: (error: unknown) => void
  readonly runtime: Runtime
}

/** What the record itself needs, in the server and in every worker: keys, files, operations, search and the reader. */
export async function openRecordServices({ config, logger, report, runtime }: ServiceBase) {
  const { database, jobs, events } = runtime
  const keyWrapper = await openKeyWrapper(config)
  const storage = await openStorage(config.storage)
  const userKeys = createUserKeys(keyWrapper, storage)
  database.useTexts(createTextVault(userKeys))
  const embedder = openEmbedder(config.embeddingModel)
  if (config.embeddingModel !== undefined && !knownForIndianLanguages(embedder.model)) {
    logger.warn({ model: embedder.model }, 'this embedding model is not known to find Hindi and Tamil texts')
  }
  const indexer = createSearchIndexer(embedder, (userId) =>
    jobs.enqueue(embedRecordJob, { user_id: userId }, { jobId: embedJobId(userId) }),
  )
  const noteStaleAnalyses = createAnalysisQueue(
    atMostEvery(
      ANALYSED_EVERY_MILLISECONDS,
      (userId: string) => jobs.enqueue(analyseRecordJob, { user_id: userId }, { jobId: analysisJobId(userId) }),
      report,
    ),
  )
  const files = createDocumentFiles({ database, storage, userKeys })
  const queue = createReadingQueue(jobs, database)
  // Without a data folder of its own a process cannot make push keys: they come from the settings there.
  const keyFolder = runtime.profile === 'embedded' ? config.dataDirectory : undefined
  const channels = await openDeliveryChannels(config.delivery, keyFolder)
  const importFiles = createImportFiles(storage)
  const serviceAccess = createServiceAccess(jobs, config.serviceAccess, config.publicUrl)
  const executor = createOperationExecutor({
    database,
    services: {
      documents: { files, queue, events },
      avatars: createAvatars(storage),
      search: { embedder, report },
      delivery: createDeliveryService(database, jobs, channels),
      emergency: createEmergencyService(jobs, config.emergencyEscalationMilliseconds),
      privacy: createPrivacyService(jobs),
      imports: createImportService(jobs, events),
      serviceAccess,
    },
    changeListeners: [indexer.onChange, noteStaleAnalyses],
    report,
  })
  // Its processes start with the first document that is read here. A long document lets another one in beside it.
  const models = await openChatModels(config)
  const reader = createReader({ concurrency: config.readerConcurrency + 1 })
  const archives = createArchiveStore({ database, storage, userKeys })
  const signingKeys = await openSigningKeys({ database, keyWrapper })
  const jobContext: BackgroundContext = {
    database,
    events,
    embedder,
    storage,
    documentFiles: files,
    auditKey: await openInstallationSecret(database, keyWrapper, 'audit'),
    // Whoever keeps the logs elsewhere can tell from them that nothing was cut off: `npm run audit:verify`.
    noteSeal: ({ position, hash }) => logger.info({ position, hash }, 'the audit log is sealed'),
    jobs,
    channels,
    keyRotation: {
      database,
      keyWrapper,
      userKeys,
      columns: WRAPPED_COLUMNS,
      keepOldDays: keepOldKeysDays(config.backup.keepDays),
    },
    noteOldMasterKey: (since) =>
      logger.warn({ since }, 'the master key is older than six months: make a new one (SECURITY.md, Keys)'),
    email: channels.email,
    publicUrl: config.publicUrl,
    now: () => new Date(),
    report,
    archives,
    indexer,
    signingKeys,
    makeSummary: createSummaryMaker(executor),
    exportDays: config.exportRetentionDays,
    auditDays: config.auditRetentionDays,
    importFiles,
    planImport: createImportPlanner({ database, files: importFiles, access: serviceAccess }),
    serviceAdapters: serviceAccess.adapters,
    keyWrapper,
    releaseAccess: createAccessRelease({ database, keyWrapper, jobs, report }),
    settleImport: (row) => settleImport(executor, row),
    settleReading: (document) => settleReading(executor, document),
    readBytes: (bytes, options) => reader.read(bytes, options),
    transcriberOf: createTranscriber({ database, models, report }),
    indexDocument: (transaction, { row, read }) =>
      indexer.indexDocument(transaction, {
        userId: row.user_id,
        documentId: row.id,
        pages: chunkDocument(read),
        at: row.document_date ?? undefined,
        isSensitive: row.is_sensitive,
      }),
  }
  return {
    keyWrapper,
    storage,
    userKeys,
    embedder,
    indexer,
    files,
    queue,
    importFiles,
    executor,
    channels,
    reader,
    models,
    archives,
    signingKeys,
    jobContext,
  }
}

/** The clients of language models are heavy packages: they are loaded only where a server is configured. */
async function openChatModels({ chatModel, fallbackChatModel }: Config): Promise<readonly NamedChatModel[]> {
  if (chatModel === undefined) {
    return []
  }
  const { openChatModel } = await import('./platform/models/chat-model.ts')
  return [chatModel, fallbackChatModel].flatMap((server) => (server === undefined ? [] : [openChatModel(server)]))
}
