import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '../../../operations/define-operation.ts'
import { type Transaction, UniqueViolation } from '../../../platform/database/index.ts'
import { Problem } from '../../../platform/errors/problem.ts'
import { loadHistory } from '../../turn/conversation-history.ts'
import { formOfMessage } from '../../turn/form-of-message.ts'
import { openSession, receive } from '../../turn/receive.ts'
import type { ReceivedTurn } from '../../turn/received-turn.ts'
import type { PastEntry } from '../../turn/stages.ts'
import type { AttachedDocument, TurnDependencies } from '../../turn/turn-dependencies.ts'
import type { TurnInput } from '../../turn/turn-input.ts'
import { GatewayError } from '../gateway-error.ts'
import { responseId } from '../open-responses/identifiers.ts'
import type { ReadRequest } from '../open-responses/read-request.ts'
import { queueChatAccess } from './access-log.ts'
import type { RunRecord, StoredRequest } from './run-record.ts'

export interface BeginOptions {
  readonly origin: string
  /** Whether the run with this id may be continued although it was asked not to be stored. */
  readonly remembers: (runId: string) => boolean
}

export type BegunRun =
  | { readonly fresh: true; readonly run: RunRecord; readonly turn: ReceivedTurn }
  /** The message was sent before: this is the run that it made. */
  | { readonly fresh: false; readonly run: RunRecord }

interface Files {
  readonly documents: readonly AttachedDocument[]
  readonly refused: StoredRequest['refusedFiles']
}

/**
 * Begins the run that answers a request: files become documents, and message and run are stored together. The same
 * client message id with the same request gives the run of the first time.
 * @throws {GatewayError} where the request refers to what is not there.
 */
export async function beginRun(
  dependencies: TurnDependencies,
  caller: Caller,
  request: ReadRequest,
  options: BeginOptions,
): Promise<BegunRun> {
  const { turn } = request
  const digest = digestOf(turn)
  const earlier = await dependencies.database.asUser(caller.userId, (transaction) =>
    findSame(transaction, turn, digest),
  )
  if (earlier) return { fresh: false, run: earlier }
  const files = await addFiles(dependencies, caller, turn)
  try {
    return await dependencies.database.asUser(caller.userId, (transaction) =>
      insertRun(transaction, { dependencies, caller, request, options, digest, files }),
    )
  } catch (error) {
    if (!(error instanceof UniqueViolation) || turn.clientMessageId === undefined) throw error
    // The same message arrived twice at the same moment, and the other one was first.
    const first = await dependencies.database.asUser(caller.userId, (transaction) =>
      findSame(transaction, turn, digest),
    )
    if (!first) throw error
    return { fresh: false, run: first }
  }
}

async function findSame(transaction: Transaction, turn: TurnInput, digest: string): Promise<RunRecord | undefined> {
  if (turn.clientMessageId === undefined) return undefined
  const run = await transaction.row<RunRecord>(
    transaction.sql('response_runs').where('client_message_id', turn.clientMessageId),
  )
  if (run && run.request_digest !== digest) throw new GatewayError('duplicate_message', 'input')
  return run
}

interface Insertion {
  readonly dependencies: TurnDependencies
  readonly caller: Caller
  readonly request: ReadRequest
  readonly options: BeginOptions
  readonly digest: string
  readonly files: Files
}

async function insertRun(transaction: Transaction, insertion: Insertion): Promise<BegunRun> {
  const { dependencies, caller, request, options, digest, files } = insertion
  const input = request.turn
  const found = await findSession(transaction, input, options)
  const sessionId = found ?? uuidv7()
  const stored = found ? await loadHistory(transaction, found) : { entries: [], forms: [] }
  const before = [...stored.entries, ...input.supplied]
  requireOutstandingCalls(before, input.toolResults)
  const language = formOfMessage(dependencies.detectLanguage, {
    text: input.text,
    forms: stored.forms,
    history: stored.entries,
  })
  const form = input.forcedForm ?? (input.text === '' ? stored.forms.at(-1) : undefined) ?? language.form
  const hasAttachment = input.attachments.length > 0
  const { text, clientMessageId } = input
  const now = new Date()
  const hasMessage = text !== '' || hasAttachment
  if (!found && !hasMessage) await openSession(transaction, caller.userId, { sessionId, form })
  const messageId = hasMessage
    ? await receive(transaction, caller.userId, {
        sessionId,
        newSession: !found,
        text,
        form,
        documents: files.documents,
        hasAttachment,
        clientMessageId,
        at: now,
      })
    : null
  const storedRequest: StoredRequest = {
    caller: { language: caller.language, scopes: [...caller.scopes] },
    echo: request.echo,
    extensions: request.extensions,
    origin: options.origin,
    form,
    formConfidence: input.forcedForm ? 1 : language.confidence,
    neighbour: input.forcedForm || input.text === '' ? undefined : language.neighbour,
    supplied: input.supplied,
    toolResults: input.toolResults,
    refusedFiles: files.refused,
    instructions: input.instructions,
    clientTools: input.clientTools,
    clientToolChoice: input.clientToolChoice,
  }
  const run: RunRecord = {
    id: uuidv7(),
    user_id: caller.userId,
    session_id: sessionId,
    message_id: messageId,
    answer_message_id: uuidv7(),
    previous_run_id: input.previousRunId ?? null,
    client_message_id: clientMessageId ?? null,
    request_digest: digest,
    status: 'in_progress',
    attempts: 1,
    request: storedRequest,
    created_at: now,
    ended_at: null,
  }
  transaction.queue(
    transaction.sql('response_runs').insert({
      ...run,
      request: JSON.stringify(storedRequest),
      heartbeat_at: now,
      started_at: now,
    }),
  )
  queueChatAccess(transaction, caller, { action: 'chat.ask', table: 'response_runs', id: run.id })
  return { fresh: true, run, turn: receivedTurn(caller, run, { text, documents: files.documents, history: before }) }
}

/** The turn behind a run, from its row and what is stored about its message. */
export function receivedTurn(
  caller: Caller,
  run: RunRecord,
  message: {
    readonly text: string
    readonly documents: readonly { readonly id: string; readonly name: string }[]
    /** Without the results of the client's functions that came with the request. */
    readonly history: readonly PastEntry[]
  },
): ReceivedTurn {
  const { request } = run
  return {
    caller: { ...caller, surface: 'assistant' },
    sessionId: run.session_id,
    userMessageId: run.message_id ?? undefined,
    answerMessageId: run.answer_message_id,
    text: message.text,
    form: request.form,
    formConfidence: request.formConfidence,
    neighbour: request.neighbour,
    history: [
      ...message.history,
      ...request.toolResults.map(({ callId, output }) => ({ kind: 'client_tool_result' as const, callId, output })),
    ],
    documents: message.documents.map(({ id, name }) => ({ id, name })),
    refusedFiles: request.refusedFiles,
    instructions: request.instructions,
    clientTools: request.clientTools,
    clientToolChoice: request.clientToolChoice,
  }
}

/** The conversation that the request goes on with; undefined for a new one. */
async function findSession(
  transaction: Transaction,
  input: TurnInput,
  options: BeginOptions,
): Promise<string | undefined> {
  const { sql } = transaction
  if (input.previousRunId !== undefined) {
    const previous = await transaction.row<Pick<RunRecord, 'session_id' | 'request'>>(
      sql('response_runs').select('session_id', 'request').where('id', input.previousRunId),
    )
    const reachable = previous && (previous.request.echo.store || options.remembers(input.previousRunId))
    if (!reachable) {
      throw new GatewayError('previous_response_not_found', 'previous_response_id', {
        id: responseId(input.previousRunId),
      })
    }
    if (input.conversationId !== undefined && input.conversationId !== previous.session_id) {
      throw new GatewayError('invalid_parameter', 'conversation')
    }
    return previous.session_id
  }
  if (input.conversationId === undefined) return undefined
  const session = await transaction.row<{ id: string }>(
    sql('chat_sessions').select('id').where('id', input.conversationId),
  )
  if (!session) throw new GatewayError('conversation_not_found', 'conversation')
  return session.id
}

function requireOutstandingCalls(history: readonly PastEntry[], results: TurnInput['toolResults']): void {
  const calls = new Set(history.flatMap((entry) => (entry.kind === 'client_tool_call' ? [entry.callId] : [])))
  const unknown = results.find((result) => !calls.has(result.callId))
  if (unknown) throw new GatewayError('tool_call_not_found', 'input', { id: unknown.callId })
}

async function addFiles({ documents }: TurnDependencies, caller: Caller, turn: TurnInput): Promise<Files> {
  const added: AttachedDocument[] = []
  const refused: { name: string; problem: string }[] = []
  for (const attachment of turn.attachments) {
    if (attachment.kind === 'document') {
      const [document] = await documents.find(caller, [attachment.documentId])
      if (!document) throw new GatewayError('file_not_found', 'file_id')
      added.push(document)
      continue
    }
    try {
      added.push(await documents.add(caller, attachment))
    } catch (error) {
      if (!(error instanceof Problem) || error.definition.status >= 500) throw error
      refused.push({ name: attachment.name, problem: error.definition.type })
    }
  }
  return { documents: added, refused }
}

function digestOf(turn: TurnInput): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([turn.conversationId, turn.previousRunId, turn.text, turn.toolResults]))
  for (const attachment of turn.attachments) {
    hash.update(attachment.kind === 'upload' ? attachment.bytes : attachment.documentId)
  }
  return hash.digest('hex')
}
