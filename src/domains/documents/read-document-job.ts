import { z } from 'zod'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { EventBus } from '../../platform/events/index.ts'
import { defineJob, type JobAttempt } from '../../platform/jobs/index.ts'
import type { EarlierResult, PictureMemory, ReadDocument, TranscribePage } from '../../reader/index.ts'
import { ReadError } from '../../reader/index.ts'
import { mayProcess, ProcessingNotAllowed } from '../consents/index.ts'
import { FileProblems, ReadingFailed } from './document.ts'
import type { DocumentFiles } from './document-files.ts'
import {
  abandonStaleReadings,
  beginReading,
  type DocumentRow,
  failReading,
  readAgainWhereAllowed,
  somebodyElseWaits,
  storedFileOf,
  suspendReading,
  unfinishedDocuments,
} from './document-store.ts'
import { keepReading } from './keep-reading.ts'
import { accountPerson } from './person/account-person.ts'
import type { AccountPerson } from './person/person-match.ts'
import { pictureMemoryOf } from './read-pictures.ts'
import { onCancelling, publishProgress, type ReadingProgress } from './reading-progress.ts'
import { jobIdOf } from './reading-request.ts'
import { earlierResults } from './results/earlier-results.ts'

/** Whose document it probably is, and what their other ones say. */
type ReadFor = AccountPerson & { readonly earlierResults: readonly EarlierResult[] }

/** Reads the bytes of an upload. */
type ReadBytes = (
  bytes: Uint8Array,
  options: {
    readonly person: ReadFor
    readonly pictures: PictureMemory
    readonly transcribe?: TranscribePage
    readonly signal: AbortSignal
    readonly onProgress: (progress: { readonly stage: string; readonly page: number; readonly pages: number }) => void
  },
) => Promise<ReadDocument>

/** Makes what was read findable, within the transaction that keeps it. */
type IndexDocument = (
  transaction: Transaction,
  document: { readonly row: DocumentRow; readonly read: ReadDocument },
) => Promise<void>

export interface ReadingContext {
  readonly database: Database
  readonly events: EventBus
  readonly documentFiles: DocumentFiles
  readonly readBytes: ReadBytes
  /** Who else may look at pages of this person; nobody where none is set up or the person has not agreed. */
  readonly transcriberOf: (userId: string) => Promise<TranscribePage | undefined>
  readonly indexDocument: IndexDocument
  /** Lets in what the person has agreed to beforehand, once a reading is kept. */
  readonly settleReading: (document: Pick<DocumentRow, 'id' | 'user_id'>) => Promise<void>
}

const SWEPT_AT_ONCE = 500
/** No reading takes this long; the reader's own limits end it before. */
const STALE_MILLISECONDS = 60 * 60_000

/** Reads a document: text, lab values and what makes it findable. Running it twice does no harm. */
export const readDocumentJob = defineJob({
  name: 'documents.read',
  lane: 'reading',
  payload: z.strictObject({ document_id: z.uuid(), user_id: z.uuid() }),
  attempts: 3,
  run: async (context: ReadingContext, { document_id: id, user_id: userId }, attempt) => {
    const { database, events } = context
    const tell = (progress: ReadingProgress): void => publishProgress(events, userId, id, progress)
    const row = await database.asUser(userId, async (transaction) => {
      if (await mayProcess(transaction, userId)) return beginReading(transaction, id, new Date())
      await failReading(transaction, id, ProcessingNotAllowed.type)
      return 'not allowed'
    })
    if (row === 'not allowed') {
      return tell({ status: 'failed', stage: 'failed', page: 0, pages: 0, problem: ProcessingNotAllowed.type })
    }
    if (row === undefined) {
      return
    }
    tell({ status: 'in_progress', stage: 'started', page: 0, pages: 0 })
    const cancelled = new AbortController()
    const stopListening = onCancelling(events, userId, id, () => cancelled.abort())
    try {
      const { account, earlier } = await database.asUser(userId, async (transaction) => ({
        account: await accountPerson(transaction, row),
        earlier: await earlierResults(transaction, id),
      }))
      const signal = AbortSignal.any([attempt.signal, cancelled.signal])
      const sharing = shareWithOthers(context, userId, attempt)
      const read = await readFile(
        context,
        row,
        { person: { ...account, earlierResults: earlier }, signal },
        (progress) => {
          tell(progress)
          sharing.onPage()
        },
      )
      await sharing.asked()
      const isKept = await database.asUser(userId, async (transaction) => {
        if (!(await mayProcess(transaction, userId))) {
          await failReading(transaction, id, ProcessingNotAllowed.type)
          return false
        }
        const kept = await keepReading(transaction, row, read, { account, now: new Date() })
        if (kept !== undefined) await context.indexDocument(transaction, { row: kept, read })
        return kept !== undefined
      })
      // Somebody ended it, deleted the document, or took their consent back, while it was being read.
      if (!isKept) return
      await context.settleReading(row)
      tell({ status: 'completed', stage: 'reviewed', page: read.pages.length, pages: read.pages.length })
    } catch (error) {
      if (cancelled.signal.aborted) return
      const problem = finalProblem(error, attempt)
      if (problem === undefined) {
        await database.asUser(userId, (transaction) => suspendReading(transaction, id, attempt.last))
        throw error
      }
      await database.asUser(userId, (transaction) => failReading(transaction, id, problem))
      tell({ status: 'failed', stage: 'failed', page: 0, pages: 0, problem })
      if (!(error instanceof ReadError)) {
        throw error
      }
    } finally {
      stopListening()
    }
  },
  sweep: async ({ database, events }: ReadingContext) => {
    const { abandoned, unfinished } = await database.asSystem(async (transaction) => {
      const begunBefore = new Date(Date.now() - STALE_MILLISECONDS)
      await readAgainWhereAllowed(transaction, ProcessingNotAllowed.type)
      return {
        abandoned: await abandonStaleReadings(transaction, begunBefore, ReadingFailed.type),
        unfinished: await unfinishedDocuments(transaction, SWEPT_AT_ONCE),
      }
    })
    for (const { id, user_id } of abandoned) {
      const progress: ReadingProgress = {
        status: 'failed',
        stage: 'failed',
        page: 0,
        pages: 0,
        problem: ReadingFailed.type,
      }
      publishProgress(events, user_id, id, progress)
    }
    return unfinished.map(({ id, user_id, processing_attempts, place }) => ({
      jobId: jobIdOf({ documentId: id, userId: user_id, attempts: processing_attempts }),
      priority: place,
      payload: { document_id: id, user_id },
    }))
  },
})

async function readFile(
  context: ReadingContext,
  row: DocumentRow,
  { person, signal }: { readonly person: ReadFor; readonly signal: AbortSignal },
  tell: (progress: ReadingProgress) => void,
): Promise<ReadDocument> {
  const bytes = await context.documentFiles.readWhole(storedFileOf(row))
  const transcribe = await context.transcriberOf(row.user_id)
  return context.readBytes(bytes, {
    ...(transcribe && { transcribe }),
    person,
    pictures: pictureMemoryOf(context.database, row.user_id),
    signal,
    onProgress: ({ stage, page, pages }) => tell({ status: 'in_progress', stage, page, pages }),
  })
}

/** A reading that goes on for longer lets other people's documents in beside it. */
const LONG_MILLISECONDS = 4_000

/** Looks at each page of a long reading whether somebody else waits, and then stands aside. */
function shareWithOthers({ database }: ReadingContext, userId: string, attempt: JobAttempt) {
  const begun = performance.now()
  let asking: Promise<void> | undefined
  async function ask(): Promise<void> {
    if (await database.asSystem((transaction) => somebodyElseWaits(transaction, userId))) attempt.standAside()
  }
  return {
    onPage(): void {
      if (performance.now() - begun < LONG_MILLISECONDS) return
      asking = asking === undefined ? ask() : asking.then(ask)
    },
    /** @throws where it could not be found out. */
    asked: async (): Promise<void> => asking,
  }
}

/** What the person is told, where trying again makes no sense. */
function finalProblem(error: unknown, attempt: JobAttempt): string | undefined {
  if (attempt.signal.aborted || (error instanceof ReadError && error.code === 'cancelled')) {
    // The process stops: whoever starts next reads it.
    return undefined
  }
  if (error instanceof ReadError && error.code !== 'timeout') {
    return FileProblems[error.code].type
  }
  return attempt.last ? problemOfLastAttempt(error) : undefined
}

function problemOfLastAttempt(error: unknown): string {
  return error instanceof ReadError ? FileProblems[error.code].type : ReadingFailed.type
}
