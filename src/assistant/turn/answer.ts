import { type Consultation, factOfStep, nextStep } from '../consultation/index.ts'
import { factsOf } from '../retrieval/fact-details.ts'
import type { ComposedEvent } from './answer-draft.ts'
import { afterLanguagesSpoken } from './languages-spoken.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { ConsultationStep, Evidence, TurnImage } from './stages.ts'
import type { TriageOutcome, TurnDependencies } from './turn-dependencies.ts'

/** Retrieval, agent and grounding in a row: what is known, what is made of it, and what of that holds. */
export async function* answer(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  known: {
    readonly triage: TriageOutcome
    readonly documentIds: readonly string[]
    readonly consultation: Consultation | undefined
  },
  signal: AbortSignal,
): AsyncGenerator<ComposedEvent> {
  const { caller, sessionId, text, form, history } = turn
  const [found, images, modelTerms] = await Promise.all([
    dependencies.retrieve({ caller, sessionId, text, form, history, documentIds: known.documentIds }),
    imagesOf(dependencies, turn, known.documentIds),
    dependencies.modelTerms?.(caller),
  ])
  const consultation = stepOf(known.consultation, known.triage, turn, found)
  const evidence = consultation ? { ...found, facts: [...found.facts, factOfStep(consultation)] } : found
  const answered = dependencies.runAgent({
    caller,
    sessionId,
    text,
    form,
    history,
    evidence,
    triage: { level: known.triage.level, redFlags: known.triage.redFlags },
    consultation,
    images,
    clientTools: turn.clientTools,
    clientToolChoice: turn.clientToolChoice,
    instructions: turn.instructions,
    modelTerms,
    signal,
  })
  const said = turn.neighbour === undefined ? answered : afterLanguagesSpoken(turn, answered)
  yield* dependencies.ground(said, evidence, { form, question: text })
}

function stepOf(
  consultation: Consultation | undefined,
  triage: TriageOutcome,
  { form }: ReceivedTurn,
  { facts }: Evidence,
): ConsultationStep | undefined {
  if (consultation === undefined) return undefined
  const medicines = factsOf(facts, 'medications').length > 0
  return nextStep(consultation, { form, person: triage.person ?? {}, medicines, triage })
}

async function imagesOf(
  { documents }: TurnDependencies,
  { caller }: ReceivedTurn,
  documentIds: readonly string[],
): Promise<TurnImage[]> {
  const images = await Promise.all(documentIds.map((id) => documents.image(caller, id)))
  return images.filter((image) => image !== undefined)
}
