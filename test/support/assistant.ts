import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { type AgentDependencies, agentStage } from '../../src/assistant/agent/index.ts'
import { ground } from '../../src/assistant/grounding/index.ts'
import { retrievalStage } from '../../src/assistant/retrieval/index.ts'
import type { AgentRequest, Evidence, GroundedEvent, PastEntry } from '../../src/assistant/turn/stages.ts'
import type { Citation } from '../../src/assistant/turn/turn-events.ts'
import { type LanguageForm, languageOf } from '../../src/clinical/language-forms.ts'
import { catalogue, pendingActions } from '../../src/domains/index.ts'
import { putStarterLibrary } from '../../src/domains/library/index.ts'
import { createSearchIndexer, type SearchIndexer } from '../../src/domains/search/index.ts'
import type { Caller, OperationServices } from '../../src/operations/define-operation.ts'
import { createOperationExecutor, type OperationExecutor } from '../../src/operations/execute-operation.ts'
import { type Embedder, openEmbedder } from '../../src/platform/models/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from './database.ts'

/** Retrieval, agent and grounding on a fresh database, as the turn puts them together. */
export interface TestAssistant {
  readonly testDatabase: TestDatabase
  readonly executor: OperationExecutor
  readonly indexer: SearchIndexer
  newPerson(): Promise<Caller>
  /** Calls an operation by its name. */
  perform(caller: Caller, operation: string, input: object): Promise<Record<string, unknown>>
  /** A report that was read: its results, and its text for the search. */
  addReport(caller: Caller, report: ReportSample): Promise<string>
  /** Questions with their answers and moments, in a conversation of their own. */
  addTalk(
    caller: Caller,
    exchanges: readonly (readonly [question: string, answer: string, at: string])[],
  ): Promise<void>
  retrieve(caller: Caller, text: string, form: LanguageForm, more?: Partial<AskOptions>): Promise<Evidence>
  ask(caller: Caller, text: string, form: LanguageForm, more?: Partial<AskOptions>): Promise<Asked>
  close(): Promise<void>
}

export interface AskOptions {
  readonly history: readonly PastEntry[]
  readonly documentIds: readonly string[]
  readonly sessionId: string
  readonly request: Partial<AgentRequest>
  readonly agent: Partial<AgentDependencies>
}

export interface Asked {
  readonly text: string
  readonly citations: readonly Citation[]
  readonly events: readonly GroundedEvent[]
  readonly result: Extract<GroundedEvent, { type: 'answer.grounded' }>
  readonly evidence: Evidence
}

export interface ReportSample {
  readonly name: string
  readonly date?: string
  readonly results: readonly {
    readonly test: string
    readonly code?: string
    readonly value: string
    readonly unit?: string
    readonly low?: number
    readonly high?: number
    readonly flag?: string
    readonly page?: number
    readonly needsReview?: boolean
  }[]
  /** Text of the pages; made of the results where absent. */
  readonly pages?: readonly string[]
}

const noFiles = {
  documents: { files: { remove: async () => undefined }, queue: { ask: async () => undefined } },
} as unknown as OperationServices

export async function openTestAssistant(
  settings: { embedder?: Embedder; now?: () => Date } = {},
): Promise<TestAssistant> {
  const testDatabase = await openTestDatabase()
  const { database } = testDatabase
  const embedder = settings.embedder ?? openEmbedder(undefined)
  const indexer = createSearchIndexer(embedder, () => undefined)
  const now = settings.now ?? (() => new Date())
  const executor = createOperationExecutor({
    database,
    services: { ...noFiles, search: { embedder, report: (error) => testDatabase.reported.push(error) } },
    changeListeners: [indexer.onChange],
    now,
  })
  let library: Promise<void> | undefined
  const libraryReady = () => {
    library ??= putStarterLibrary({ database, embedder })
    return library
  }
  const retrieve = retrievalStage({ database, embedder, now, libraryReady })

  const assistant: TestAssistant = {
    testDatabase,
    executor,
    indexer,
    newPerson: async () => {
      const userId = await addUser(database)
      await database.asSystem(async (transaction) => {
        for (const table of ['user_profiles', 'user_preferences', 'privacy_settings']) {
          transaction.queue(transaction.sql(table).insert({ user_id: userId }))
        }
      })
      return {
        userId,
        surface: 'rest',
        scopes: new Set(['read', 'write', 'chat'] as const),
        language: 'en',
        requestId: 'test',
      }
    },
    perform: async (caller, name, input) => {
      const operation = catalogue.find((each) => each.name === name)
      if (operation === undefined) throw new Error(`There is no operation ${name}`)
      const { output } = await executor.executeOperation(operation, caller, input)
      return output as Record<string, unknown>
    },
    addReport: async (caller, report) => {
      const documentId = uuidv7()
      const pageCount = report.pages?.length ?? Math.max(...report.results.map(({ page }) => page ?? 1))
      const pages = Array.from({ length: pageCount }, (_, at) => ({
        page: at + 1,
        text:
          report.pages?.[at] ??
          [report.name, ...report.results.filter(({ page }) => (page ?? 1) === at + 1).map(printedLine)].join('\n'),
      }))
      await database.asUser(caller.userId, async (transaction) => {
        const { sql } = transaction
        transaction.queue(
          sql('medical_documents').insert({
            id: documentId,
            user_id: caller.userId,
            document_name: report.name,
            original_filename: 'report.pdf',
            file_path: `uploads/documents/${caller.userId}/${documentId}`,
            file_size: 1000,
            file_type: 'pdf',
            mime_type: 'application/pdf',
            category: 'laboratory',
            document_date: report.date ?? null,
            status: 'reviewed',
          }),
        )
        if (report.results.length > 0) {
          transaction.queue(
            sql('document_results').insert(
              report.results.map((result, position) => ({
                id: uuidv7(),
                user_id: caller.userId,
                document_id: documentId,
                position,
                test: result.test,
                code: result.code ?? null,
                value: result.value,
                value_number: /^\d+(\.\d+)?$/.test(result.value) ? result.value : null,
                unit: result.unit ?? null,
                reference_low: result.low ?? null,
                reference_high: result.high ?? null,
                flag: result.flag ?? null,
                page: result.page ?? 1,
                needs_review: result.needsReview ?? false,
              })),
            ),
          )
        }
        await indexer.indexDocument(transaction, { userId: caller.userId, documentId, pages, at: report.date })
      })
      return documentId
    },
    addTalk: async (caller, exchanges) => {
      const sessionId = await newSession(testDatabase, caller, 'en')
      await database.asUser(caller.userId, async (transaction) => {
        const { sql } = transaction
        for (const [question, answer, at] of exchanges) {
          const said = [
            ['user', question, new Date(at)],
            ['ai', answer, new Date(Date.parse(at) + 1_000)],
          ] as const
          for (const [message_type, content, created_at] of said) {
            const id = uuidv7()
            const message = { id, user_id: caller.userId, session_id: sessionId, message_type, content, language: 'en' }
            transaction.queue(sql('chat_messages').insert({ ...message, created_at }))
            const at = created_at.toISOString()
            await indexer.indexMessage(transaction, { userId: caller.userId, messageId: id, text: content, at })
          }
        }
      })
    },
    retrieve: (caller, text, form, more = {}) =>
      retrieve({
        caller,
        text,
        form,
        sessionId: more.sessionId ?? randomUUID(),
        history: more.history ?? [],
        documentIds: more.documentIds ?? [],
      }),
    ask: async (caller, text, form, more = {}) => {
      const speaking: Caller = { ...caller, language: languageOf(form) }
      const sessionId = more.sessionId ?? (await newSession(testDatabase, caller, form))
      const history = more.history ?? []
      const evidence = await assistant.retrieve(speaking, text, form, { ...more, sessionId })
      const runAgent = agentStage({ models: [], operations: catalogue, executor, pendingActions, now, ...more.agent })
      const said = runAgent({
        caller: speaking,
        sessionId,
        text,
        form,
        history,
        evidence,
        triage: { level: 'routine', redFlags: [] },
        images: [],
        clientTools: [],
        clientToolChoice: 'auto',
        instructions: undefined,
        signal: new AbortController().signal,
        ...more.request,
      })
      return { ...(await collect(ground(said, evidence, { form }))), evidence }
    },
    close: () => testDatabase.close(),
  }
  return assistant
}

/** Everything that a grounded answer said. */
export async function collect(events: AsyncIterable<GroundedEvent>): Promise<Omit<Asked, 'evidence'>> {
  const all: GroundedEvent[] = []
  for await (const event of events) all.push(event)
  const result = all.at(-1)
  if (result?.type !== 'answer.grounded') throw new Error(`The answer ended with ${result?.type}`)
  return {
    events: all,
    result,
    text: all.map((event) => (event.type === 'text.delta' ? event.text : '')).join(''),
    citations: all.flatMap((event) => (event.type === 'citation.added' ? [event.citation] : [])),
  }
}

async function newSession({ database }: TestDatabase, caller: Caller, form: LanguageForm): Promise<string> {
  const id = uuidv7()
  await database.asUser(caller.userId, (transaction) =>
    transaction.affected(
      transaction.sql('chat_sessions').insert({ id, user_id: caller.userId, language: languageOf(form) }),
    ),
  )
  return id
}

function printedLine({ test, value, unit, low, high, flag }: ReportSample['results'][number]): string {
  return [
    test,
    value,
    unit,
    low === undefined && high === undefined ? '' : `${low ?? ''} - ${high ?? ''}`,
    flag === 'normal' ? '' : flag,
  ]
    .filter(Boolean)
    .join('   ')
}
