import { v7 as uuidv7 } from 'uuid'
import { findInLibrary, type LibraryPassage } from '../../domains/library/index.ts'
import { type FoundPassage, findPassages } from '../../domains/search/index.ts'
import type { Caller } from '../../operations/define-operation.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Embedder } from '../../platform/models/index.ts'
import type { Evidence, Fact, Passage, RetrievalRequest, TurnStages } from '../turn/stages.ts'
import { CONVERSATION } from './conversation-source.ts'
import { factWords } from './fact-words.ts'
import { localMoment } from './local-time.ts'
import { pastTalk } from './past-talk.ts'
import { type Intent, type Question, readQuestion } from './question.ts'
import { type FactWords, factOfRow } from './record-facts.ts'
import { needsNoRecord, needsSearch, readRecord, type TableRows } from './record-queries.ts'

export interface RetrievalDependencies {
  readonly database: Database
  readonly embedder: Embedder
  readonly now?: () => Date
  /** Settles once the shared library holds its texts. Absent: there is none. */
  readonly libraryReady?: () => Promise<void>
  /** Told when the embeddings server failed; the search by words goes on without it. */
  readonly report?: (error: unknown) => void
}

/** Characters of facts and of passages that go to a model; about 4 a token in English, 2 in Hindi and Tamil. */
const FACT_CHARACTERS = 12_000
const PASSAGE_CHARACTERS = 6_000
const PASSAGES = 8
/** Below this the built-in embedder has found nothing in common but chance. */
const LEAST_SIMILARITY = 0.12
/** What was said in conversations is no evidence: an answer must not cite an earlier answer. */
const EVIDENCE_TABLES = [
  'medical_documents',
  'medical_conditions',
  'condition_medications',
  'medications',
  'medication_schedules',
  'medication_intake',
  'allergies',
  'health_metrics',
  'health_goals',
  'goal_progress',
  'appointments',
] as const
/** A turn does not wait longer than this for an embeddings server. */
const EMBEDDING_MILLISECONDS = 3_000

/** Finds what is known about a question: facts by SQL, passages by words and by meaning, in one transaction. */
export function retrievalStage(dependencies: RetrievalDependencies): TurnStages['retrieve'] {
  const { database } = dependencies
  const now = dependencies.now ?? (() => new Date())
  return async (request) => {
    const question = readQuestion(request.text, request.form, request.history, request.documentIds.length > 0)
    const said = saidByPerson(request)
    if (needsNoRecord(question) && request.documentIds.length === 0) return { facts: said, passages: [] }
    const searched = searchText(request, question)
    // Nothing is open in the database while an embeddings server works.
    const vector = searched === '' ? undefined : await queryVector(dependencies, searched)
    const moment = now()
    const words = factWords(request.form)
    const documentIds = request.documentIds.length > 0 ? request.documentIds : documentMeant(request, question)
    const recalls = question.intent === 'recall'
    const general = vector !== undefined && ABOUT_HEALTH.has(question.intent)
    if (general) await dependencies.libraryReady?.()
    const [record, found, talk, library] = await database.asUser(request.caller.userId, async (transaction) => {
      queueAccessLog(transaction, request.caller, moment)
      const read = Promise.all([
        readRecord(
          transaction,
          question,
          searched,
          { documentIds, sessionId: request.sessionId, entries: request.history.length },
          moment,
        ),
        searched === '' || !needsSearch(question)
          ? []
          : findPassages(transaction, {
              userId: request.caller.userId,
              text: searched,
              form: request.form,
              vector,
              model: dependencies.embedder.model,
              limit: PASSAGES,
              tables: EVIDENCE_TABLES,
              // Other models have scales of their own.
              ...(dependencies.embedder.immediate ? { leastSimilarity: LEAST_SIMILARITY } : {}),
            }),
      ])
      const library =
        general && dependencies.libraryReady ? searchLibrary(dependencies, transaction, request, vector) : []
      if (!recalls) return [...(await read), [], await library] as const
      const [rows, none] = await read
      const { timeZone } = rows
      const today = localMoment(moment, timeZone).slice(0, 10)
      const options = { question, vector, model: dependencies.embedder.model, today, words, timeZone }
      return [rows, none, await pastTalk(transaction, request, options), await library] as const
    })
    const { tables, timeZone, summary, openDoses } = record
    const facts = [...within(FACT_CHARACTERS, [...talk, ...factsFrom(tables, words)]), ...said]
    return {
      facts,
      passages: [...library.map(libraryPassage), ...passagesFrom(found, facts, words, timeZone)],
      timeZone,
      ...(summary === undefined ? {} : { summary }),
      ...(openDoses === undefined ? {} : { openDoses }),
    } satisfies Evidence
  }
}

/** What texts about health in general may help to answer. */
const ABOUT_HEALTH = new Set<Intent>(['general', 'conditions', 'symptom'])
const LIBRARY_PASSAGES = 2

function searchLibrary(
  { embedder }: RetrievalDependencies,
  transaction: Transaction,
  { form }: RetrievalRequest,
  vector: readonly number[],
): Promise<readonly LibraryPassage[]> {
  return findInLibrary(transaction, {
    vector,
    model: embedder.model,
    form,
    leastSimilarity: closeEnough(embedder),
    limit: LIBRARY_PASSAGES,
  })
}

/** Models have scales of their own: with those of the E5 family everything is close to everything. */
function closeEnough({ immediate, model }: Embedder): number {
  if (immediate) return 0.4
  return /(^|[/_-])e5([_-]|$)/i.test(model) ? 0.82 : 0.5
}

/** A text that is not about the person. Its source is named with it. */
function libraryPassage({ title, source, url, text, similarity }: LibraryPassage): Passage {
  return {
    source: { kind: 'reference', title: `${title} (${source})`, ...(url === undefined ? {} : { url }) },
    title: `${title} (${source})`,
    text,
    score: similarity,
  }
}

/** "That report", "woh report", "andha report". */
const THAT =
  /(?<![\p{L}\p{M}])(?:that|this|it|same|above|woh|wo|vo|us|usi|is|isi|yeh|ye|andha|antha|indha|intha|adhu|idhu)(?![\p{L}\p{M}])|वह|वो|उस|उसी|यह|इस|இந்த|அந்த|அதை|இதை|அது|இது/iu

/** The document that the answer before rested on, where the message points back at it. */
function documentMeant({ text, history }: RetrievalRequest, { intent }: Question): readonly string[] {
  if (intent !== 'explain_report' || !THAT.test(text)) return []
  const before = history.findLast((entry) => entry.kind === 'message' && entry.role === 'assistant')
  return before?.kind === 'message' ? (before.documents ?? []).slice(0, 1) : []
}

/** The message with what it refers to: "and last year?" is searched with the question before it. */
function searchText({ text, history }: RetrievalRequest, question: Question): string {
  if (!question.fromHistory) return text
  const before = history.findLast((entry) => entry.kind === 'message' && entry.role === 'user')
  return before?.kind === 'message' ? `${text} ${before.text}` : text
}

async function queryVector(
  { embedder, report }: RetrievalDependencies,
  text: string,
): Promise<readonly number[] | undefined> {
  let timer: NodeJS.Timeout | undefined
  try {
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error('The embeddings server did not answer in time')),
        EMBEDDING_MILLISECONDS,
      )
    })
    return await Promise.race([embedder.embedQuery(text), late])
  } catch (error) {
    report?.(error)
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** Every reading of health data is logged; the row travels with COMMIT. */
function queueAccessLog(transaction: Transaction, caller: Caller, at: Date): void {
  transaction.queue(
    transaction.sql('audit_logs').insert({
      id: uuidv7(),
      user_id: caller.userId,
      action: 'assistant.retrieve',
      resource_type: 'assistant',
      ip_address: caller.ipAddress ?? null,
      user_agent: caller.userAgent ?? null,
      success: true,
      created_at: at,
    }),
  )
}

function factsFrom(record: readonly TableRows[], words: FactWords): readonly Fact[] {
  return record.flatMap(({ table, rows }) => rows.flatMap((row) => factOfRow(table, row, words) ?? []))
}

function within<Item extends { readonly text: string }>(characters: number, items: readonly Item[]): readonly Item[] {
  let left = characters
  return items.filter(({ text }) => {
    left -= text.length
    return left >= 0
  })
}

/** Numbers that the person said in this conversation, and that earlier answers said, may be said back. */
function saidByPerson({ text, history }: RetrievalRequest): readonly Fact[] {
  const messages = history
    .slice(-6)
    .flatMap((entry) =>
      entry.kind === 'message' ? [entry.text] : [entry.kind === 'client_tool_result' ? entry.output : ''],
    )
  return [text, ...messages]
    .filter((each) => /\p{Nd}/u.test(each) || each !== '')
    .map((each) => ({ source: CONVERSATION, title: CONVERSATION.title, text: each, values: [] }))
}

function passagesFrom(
  found: readonly FoundPassage[],
  facts: readonly Fact[],
  words: FactWords,
  timeZone: string,
): readonly Passage[] {
  const stated = new Set(facts.flatMap(({ source }) => (source.kind === 'record' ? [source.rowId] : [])))
  const passages = found
    .filter(({ rowId, table }) => table === 'medical_documents' || !stated.has(rowId))
    .map((passage): Passage => {
      const date = passage.at === undefined ? undefined : words.date(localMoment(passage.at, timeZone))
      const page = passage.page ?? 1
      const isDocument = passage.table === 'medical_documents'
      const name = passage.documentName ?? firstLine(passage.text)
      return {
        source: isDocument
          ? { kind: 'document', documentId: passage.rowId, page }
          : { kind: 'record', table: passage.table, rowId: passage.rowId },
        title: [name, date, isDocument ? words.page(page) : undefined].filter((part) => part !== undefined).join(', '),
        text: passage.text,
        score: passage.score,
      }
    })
  return within(PASSAGE_CHARACTERS, passages)
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}
