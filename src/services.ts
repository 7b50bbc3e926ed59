import { v7 as uuidv7 } from 'uuid'
import { createAssistant } from './assistant/assistant.ts'
import { startBackgroundWork } from './background-work.ts'
import {
  accountMailJob,
  createAccountService,
  createApiTokenService,
  createPasskeyService,
  createPasswordService,
  createProofOfIdentity,
  createRepeatedAnswers,
  createSecondFactorService,
  type SendAccountMail,
} from './domains/accounts/index.ts'
import { createAttachedDocuments, createUpload } from './domains/documents/index.ts'
import { createFhirImport } from './domains/fhir/index.ts'
import { catalogue, pendingActions } from './domains/index.ts'
import { createArchiveUpload } from './domains/services/index.ts'
import { createAccessTokens, createAuthenticator, createLiveCredentials } from './platform/auth/index.ts'
import { openInstallationSecret } from './platform/crypto/index.ts'
import { createRequestCounter } from './platform/http/index.ts'
import { createMetrics } from './platform/telemetry/index.ts'
import { createPageImages } from './reader/index.ts'
import { openRecordServices, type ServiceBase } from './record-services.ts'

export type Services = Awaited<ReturnType<typeof openServices>>

const MAINTENANCE_MILLISECONDS = 60 * 60 * 1_000
const KEYS_REFRESHED_MILLISECONDS = 30_000

/**
 * Opens everything that the server works with, each thing on what it needs, and begins the background work where the
 * settings leave it to this process. Where that fails, the runtime is closed.
 */
export async function openServices(base: ServiceBase) {
  const { config, logger, report, runtime } = base
  try {
    const { database, jobs, events } = runtime
    const record = await openRecordServices(base)
    const { keyWrapper, storage, userKeys, executor, files, embedder, indexer, reader, signingKeys } = record
    const accessTokens = createAccessTokens(signingKeys)
    const live = createLiveCredentials(database)
    const uploadArchive = createArchiveUpload({ database, files: record.importFiles, executor })
    const upload = createUpload({ files, executor, queue: record.queue })
    const attachedDocuments = createAttachedDocuments({ database, events, files, upload })
    const pageImages = createPageImages()
    const runs = createAssistant({
      database,
      events,
      executor,
      pendingActions,
      catalogue,
      documents: attachedDocuments,
      indexMessage: indexer.indexMessage,
      embedder,
      models: record.models,
      alone: runtime.profile === 'embedded',
      report,
      reportModelFailure: ({ model, reason }) => logger.warn({ model, reason }, 'a model could not answer'),
    })
    // Answers that an earlier process left unfinished.
    await runs.recover()
    if (config.workers === 'here') {
      await startBackgroundWork(jobs, record.jobContext, { concurrency: { reading: config.readerConcurrency } })
    }
    const now = () => new Date()
    const sendMail: SendAccountMail = async (kind, id) => {
      if (config.delivery.email !== undefined) await jobs.enqueue(accountMailJob, { kind, id }, { jobId: uuidv7() })
    }
    const secondFactor = createSecondFactorService({ database, userKeys, sendMail, now })
    const accounts = createAccountService({ database, accessTokens, live, userKeys, secondFactor, sendMail })
    const hasMailServer = config.delivery.email !== undefined
    const passwords = createPasswordService({ database, live, sendMail, hasMailServer, now })
    const repeatedAnswers = createRepeatedAnswers({
      database,
      secret: await openInstallationSecret(database, keyWrapper, 'repeated-answers'),
      now,
    })
    // What a process knows of them is its own, so each looks for itself.
    const maintenance = setInterval(() => void signingKeys.maintain().catch(report), MAINTENANCE_MILLISECONDS)
    maintenance.unref()
    // A key that was revoked in another process is trusted no longer than this.
    const refreshing = setInterval(() => void signingKeys.refresh().catch(report), KEYS_REFRESHED_MILLISECONDS)
    refreshing.unref()
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
      passwords,
      secondFactor,
      proveIdentity: createProofOfIdentity({ database, secondFactor, sendMail, now }),
      live,
      archives: record.archives,
      repeatedAnswers,
      passkeys: createPasskeyService({ database, sendMail, now }),
      requestCounter: createRequestCounter({ database, report }),
      executor,
      channels: record.channels,
      embedder,
      documents: { files, upload, pageImages },
      importFhir: createFhirImport({ database, executor, files, upload }),
      uploadArchive,
      runs,
      /** Seals what chat clients keep for us. */
      conversationKey: await openInstallationSecret(database, keyWrapper, 'conversations'),
      async close(): Promise<void> {
        clearInterval(maintenance)
        clearInterval(refreshing)
        // Jobs get their time to end first; a reading that is cut off begins again at the next start.
        await runtime.close()
        await Promise.all([reader.close(), pageImages.close()])
      },
    }
  } catch (error) {
    await runtime.close()
    throw error
  }
}
