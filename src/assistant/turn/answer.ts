import type { ComposedEvent } from './answer-draft.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TriageAssessment, TurnImage } from './stages.ts'
import type { TurnDependencies } from './turn-dependencies.ts'

/** Retrieval, agent and grounding in a row: what is known, what is made of it, and what of that holds. */
export async function* answer(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  known: { readonly triage: TriageAssessment; readonly documentIds: readonly string[] },
  signal: AbortSignal,
): AsyncGenerator<ComposedEvent> {
  const { caller, sessionId, text, form, history } = turn
  const [evidence, images] = await Promise.all([
    dependencies.retrieve({ caller, sessionId, text, form, history, documentIds: known.documentIds }),
    imagesOf(dependencies, turn, known.documentIds),
  ])
  const said = dependencies.runAgent({
    caller,
    sessionId,
    text,
    form,
    history,
    evidence,
    triage: { level: known.triage.level, redFlags: known.triage.redFlags },
    images,
    clientTools: turn.clientTools,
    clientToolChoice: turn.clientToolChoice,
    instructions: turn.instructions,
    signal,
  })
  yield* dependencies.ground(said, evidence, { form })
}

async function imagesOf(
  { documents }: TurnDependencies,
  { caller }: ReceivedTurn,
  documentIds: readonly string[],
): Promise<TurnImage[]> {
  const images = await Promise.all(documentIds.map((id) => documents.image(caller, id)))
  return images.filter((image) => image !== undefined)
}
