import type { GroundedEvent } from './stages.ts'
import type { Citation, TriageLevel, TurnEvent } from './turn-events.ts'

/** What the stages say: everything that clients see, and at the end what the answer rests on. */
export type ComposedEvent = TurnEvent | AnswerBasis
export type AnswerBasis = Extract<GroundedEvent, { type: 'answer.grounded' }>

type ToolCall = Extract<TurnEvent, { type: 'tool.called' }>
type ClientToolCall = Extract<TurnEvent, { type: 'client_tool.called' }>
type Triage = Extract<TurnEvent, { type: 'triage.assessed' }>

/** Collects an answer from the events that go by, for the keeping. */
export class AnswerDraft {
  text = ''
  readonly citations: Citation[] = []
  readonly toolCalls: ToolCall[] = []
  readonly clientToolCalls: ClientToolCall[] = []
  triage: Triage | undefined
  basis: AnswerBasis | undefined

  take(event: ComposedEvent): void {
    switch (event.type) {
      case 'text.delta':
        this.text += event.text
        return
      case 'citation.added':
        this.citations.push(event.citation)
        return
      case 'tool.called':
        this.toolCalls.push(event)
        return
      case 'client_tool.called':
        this.clientToolCalls.push(event)
        return
      case 'triage.assessed':
        this.triage = event
        return
      case 'answer.grounded':
        this.basis = event
        return
    }
  }

  get level(): TriageLevel | undefined {
    return this.triage?.level
  }
}

/**
 * The basis of a text that people wrote and reviewed beforehand: nothing in it is a claim of a model, so its confidence
 * has one part only.
 */
export function reviewedBasis(intent: string, suggestions: readonly string[] = []): AnswerBasis {
  return {
    type: 'answer.grounded',
    sources: [],
    confidence: 1,
    confidenceParts: { reviewed_text: 1 },
    model: REVIEWED_TEXT,
    usage: { inputTokens: 0, outputTokens: 0 },
    intent,
    entities: {},
    suggestions,
  }
}

/** Stands in `model` where no model was asked. */
const REVIEWED_TEXT = 'swasthwrap-reviewed-text'
