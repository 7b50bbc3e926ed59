import { v7 as uuidv7 } from 'uuid'
import { languageOf } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { type AnswerBasis, type AnswerDraft, reviewedBasis } from './answer-draft.ts'
import type { ReceivedTurn } from './received-turn.ts'
import { concernsSensitive, sealedMessage } from './seal-messages.ts'
import { queueMemory } from './session-memory.ts'
import type { TurnDependencies } from './turn-dependencies.ts'
import type { Answer } from './turn-events.ts'

/**
 * Keeps a finished answer: message, sources, suggestions, tool calls, usage, timing and confidence, and the
 * conversation's counters, in one transaction. Keeping the same answer again changes nothing.
 * @param milliseconds from the beginning of the turn.
 */
export async function keepAnswer(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  draft: AnswerDraft,
  milliseconds: number,
): Promise<Answer> {
  const basis = draft.basis ?? reviewedBasis('unknown')
  const answer = answerOf(turn, draft, basis, Math.round(milliseconds))
  // A turn that ends with a call of the client's function has nothing to show yet.
  if (draft.text !== '') {
    await store(dependencies, turn, draft, answer)
  }
  return answer
}

/** Keeps what had been said when a turn was cancelled or failed, so that the conversation shows what the person saw. */
export async function keepWhatWasSaid(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  draft: AnswerDraft,
  milliseconds: number,
): Promise<void> {
  if (draft.text === '') return
  const basis: AnswerBasis = {
    ...(draft.basis ?? reviewedBasis('interrupted')),
    sources: draft.citations,
    confidence: 0,
    confidenceParts: { interrupted: 0 },
  }
  const answer = answerOf(turn, draft, basis, Math.round(milliseconds))
  try {
    await store(dependencies, turn, draft, answer)
  } catch (error) {
    // What interrupted the turn is what counts for the caller.
    dependencies.report(error)
  }
}

function answerOf(turn: ReceivedTurn, draft: AnswerDraft, basis: AnswerBasis, milliseconds: number): Answer {
  return {
    messageId: turn.answerMessageId,
    text: draft.text,
    form: turn.form,
    intent: basis.intent,
    entities: basis.entities,
    sources: basis.sources,
    suggestions: basis.suggestions,
    confidence: basis.confidence,
    confidenceParts: basis.confidenceParts,
    model: basis.model,
    usage: basis.usage,
    milliseconds,
  }
}

function store(
  { database, indexMessage }: TurnDependencies,
  turn: ReceivedTurn,
  draft: AnswerDraft,
  answer: Answer,
): Promise<void> {
  return database.asUser(turn.caller.userId, async (transaction) => {
    const isSensitive = await concernsSensitive(transaction, turn, answer)
    if (!(await insertAnswer(transaction, turn, draft, answer, isSensitive))) return
    if (isSensitive) await sealQuestion(transaction, turn)
    await index(transaction, turn, answer, { indexMessage, isSensitive })
  })
}

async function index(
  transaction: Transaction,
  { caller: { userId }, userMessageId, text }: ReceivedTurn,
  answer: Answer,
  {
    indexMessage,
    isSensitive,
  }: { readonly indexMessage: TurnDependencies['indexMessage']; readonly isSensitive: boolean },
): Promise<void> {
  const about = { userId, at: new Date().toISOString(), isSensitive }
  if (userMessageId && text !== '') await indexMessage(transaction, { ...about, messageId: userMessageId, text })
  await indexMessage(transaction, { ...about, messageId: answer.messageId, text: answer.text })
}

/** The question was stored before anybody knew what its answer would cite. */
async function sealQuestion(transaction: Transaction, turn: ReceivedTurn): Promise<void> {
  const { userMessageId: id, text } = turn
  const { userId } = turn.caller
  if (!id || text === '') return
  const content = await sealedMessage(transaction, { userId, id, text })
  transaction.queue(transaction.sql('chat_messages').where({ id }).update({ content }))
}

/** @returns whether the answer was not there before. */
async function insertAnswer(
  transaction: Transaction,
  turn: ReceivedTurn,
  draft: AnswerDraft,
  answer: Answer,
  isSensitive: boolean,
): Promise<boolean> {
  const { sql } = transaction
  const userId = turn.caller.userId
  const { messageId: id, text } = answer
  const inserted = await transaction.affected(
    sql('chat_messages')
      .insert({
        id: answer.messageId,
        user_id: userId,
        session_id: turn.sessionId,
        message_type: 'ai',
        content: isSensitive ? await sealedMessage(transaction, { userId, id, text }) : text,
        language: languageOf(answer.form),
        language_form: answer.form,
        ai_confidence: answer.confidence,
        processing_time_ms: answer.milliseconds,
        created_at: new Date(),
        token_count: answer.usage.inputTokens + answer.usage.outputTokens,
      })
      .onConflict('id')
      .ignore(),
  )
  if (inserted === 0) return false
  transaction.queue(
    sql('ai_responses').insert({
      id: uuidv7(),
      user_id: userId,
      message_id: answer.messageId,
      sources: JSON.stringify(answer.sources),
      suggestions: JSON.stringify(answer.suggestions),
      intent_detected: answer.intent,
      entities_extracted: JSON.stringify(answer.entities),
      triage: JSON.stringify(draft.triage ? { level: draft.triage.level, red_flags: draft.triage.redFlags } : null),
      tool_calls: JSON.stringify(draft.toolCalls.map(({ type: _, ...call }) => call)),
      confidence_basis: JSON.stringify(answer.confidenceParts),
      usage: JSON.stringify(answer.usage),
      model: answer.model,
    }),
  )
  transaction.queue(
    // Pauses of half an hour and more do not count towards the conversation's duration.
    sql('chat_sessions')
      .where('id', turn.sessionId)
      .update({
        total_messages: sql.raw('total_messages + 1'),
        duration_minutes: sql.raw(
          `(select ceil(coalesce(sum(extract(epoch from pause)) filter (where pause < interval '30 minutes'), 0) / 60)
            from (
              select created_at - lag(created_at) over (order by created_at) as pause
              from chat_messages where session_id = ?
            ) as pauses)`,
          [turn.sessionId],
        ),
      }),
  )
  queueMemory(transaction, { userId, sessionId: turn.sessionId, question: turn.text, history: turn.history }, answer)
  return true
}
