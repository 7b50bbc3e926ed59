import { consultationOf } from '../consultation/index.ts'
import { answer } from './answer.ts'
import { AnswerDraft, type ComposedEvent } from './answer-draft.ts'
import { awaitedDocuments } from './awaited-documents.ts'
import { explainUnreadableFiles, readDocuments, tellUnread } from './documents.ts'
import { answerEmergency } from './emergency.ts'
import { keepAnswer, keepWhatWasSaid } from './keep.ts'
import { decideModelConsent } from './model-consent.ts'
import { decidePendingAction } from './pending-action.ts'
import type { ReceivedTurn } from './received-turn.ts'
import { renewSummary } from './renew-summary.ts'
import { assessUrgency } from './triage.ts'
import type { TurnDependencies } from './turn-dependencies.ts'
import type { TurnEvent } from './turn-events.ts'
import { TurnHandedOver, TurnStopped, untilStopped } from './until-stopped.ts'
import { explainWithdrawnConsent } from './withdrawn-consent.ts'

/**
 * Answers a message that has been received: one turn of the conversation, as the events that tell of it. Ends with
 * exactly one of `turn.completed` and `turn.cancelled`.
 * @param signal aborted by an explicit cancel with {@link TurnStopped}, or by the end of the process with
 * {@link TurnHandedOver}.
 * @throws whatever keeps the turn from ending well; what had been said by then is kept.
 */
export async function* runTurn(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const started = performance.now()
  const draft = new AnswerDraft()
  try {
    for await (const event of untilStopped(compose(dependencies, turn, signal), signal)) {
      draft.take(event)
      if (event.type !== 'answer.grounded') yield event
    }
  } catch (error) {
    if (error instanceof TurnHandedOver) throw error
    await keepWhatWasSaid(dependencies, turn, draft, performance.now() - started)
    if (!(error instanceof TurnStopped)) throw error
    yield { type: 'turn.cancelled' }
    return
  }
  yield { type: 'turn.completed', answer: await keepAnswer(dependencies, turn, draft, performance.now() - started) }
  // Nobody waits for it; where it fails, the line by line summary stays.
  renewSummary(dependencies, turn, draft.text).catch(dependencies.report)
}

/** The stages in their order. */
async function* compose(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  signal: AbortSignal,
): AsyncGenerator<ComposedEvent> {
  yield { type: 'turn.started', sessionId: turn.sessionId, userMessageId: turn.userMessageId ?? '' }
  yield { type: 'language.detected', form: turn.form, confidence: turn.formConfidence }

  // Asked while the rules work: neither waits for the other's way to the database.
  const mayProcess = dependencies.mayProcess?.(turn.caller)
  mayProcess?.catch(() => undefined)
  const consultation = consultationOf({ ...turn, now: new Date() })
  let urgency = yield* assessUrgency(dependencies, turn, [], undefined, consultation)
  if (urgency.level === 'emergency') return yield* answerEmergency(urgency)

  if ((await mayProcess) === false) return yield* explainWithdrawnConsent(turn)
  if (yield* decideModelConsent(dependencies, turn)) return
  // A yes to a question about a complaint saves nothing.
  if (consultation === undefined || consultation.begins) {
    const decided = yield* decidePendingAction(dependencies, turn)
    if (decided) return
  }

  const awaited = await awaitedDocuments(dependencies, turn)
  const documents = yield* readDocuments(dependencies, turn, awaited, signal)
  if (documents.read.length > 0) {
    urgency = yield* assessUrgency(dependencies, turn, documents.read, urgency, consultation)
    if (urgency.level === 'emergency') return yield* answerEmergency(urgency)
  }
  if (documents.nothingToAnswer) return yield* explainUnreadableFiles(turn, documents.unreadable)

  const leave = yield* admitted(dependencies, signal)
  try {
    yield* tellUnread(turn, documents.unread)
    yield* answer(dependencies, turn, { triage: urgency, documentIds: documents.meant, consultation }, signal)
  } finally {
    leave()
  }
}

/** Waits for a place among the answers being made, and says so where that takes a while. */
async function* admitted(
  { admission }: TurnDependencies,
  signal: AbortSignal,
): AsyncGenerator<ComposedEvent, () => void> {
  if (!admission.full) return await admission.enter(signal)
  yield { type: 'turn.queued' }
  const leave = await admission.enter(signal)
  yield { type: 'turn.admitted' }
  return leave
}
