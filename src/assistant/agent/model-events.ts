import { translator } from '../../platform/i18n/translator.ts'
import type { Question } from '../retrieval/question.ts'
import type {
  AgentEvent,
  AgentRequest,
  ConsultationState,
  ConsultationStep,
  RequestState,
  Usage,
} from '../turn/stages.ts'
import type { ModelEvent } from './run-model.ts'
import { toolEvidence } from './tool-evidence.ts'

/** What a model did, with the words and the evidence that go with it. */
export function toAgentEvent(event: Exclude<ModelEvent, { type: 'usage' }>, { form }: AgentRequest): AgentEvent {
  switch (event.type) {
    case 'text':
      return { type: 'text.delta', text: event.text }
    case 'client_call':
      return { type: 'client_tool.called', callId: event.callId, name: event.name, arguments: event.arguments }
    case 'called': {
      const { outcome } = event
      const status = outcome?.status ?? 'failed'
      return {
        type: 'tool.called',
        callId: event.callId,
        name: outcome?.operation ?? event.name,
        input: outcome?.input ?? {},
        status,
        ...(outcome?.pendingActionId === undefined ? {} : { pendingActionId: outcome.pendingActionId }),
        summary: translator(form)(`builtin:toolSummary.${status}`, { name: outcome?.summary ?? event.name }),
        evidence: toolEvidence(outcome, form),
      }
    }
  }
}

/** The end of an answer, with what the message was understood to be about. */
export function finishedEvent(answer: {
  readonly model: string
  readonly usage: Usage
  readonly question: Question
  readonly suggestions: readonly string[]
  readonly consultation: ConsultationStep | undefined
  readonly request: RequestState | undefined
}): Extract<AgentEvent, { type: 'finished' }> {
  const { model, usage, question, suggestions, consultation, request } = answer
  const ids = (concepts: readonly { readonly id: string }[]) => concepts.map(({ id }) => id)
  return {
    type: 'finished',
    model,
    usage: { ...usage },
    intent: consultation === undefined ? question.intent : 'symptom',
    entities: {
      measures: ids(question.measures.map(({ concept }) => concept)),
      medicines: ids(question.medicines),
      conditions: ids(question.conditions),
      symptoms: ids(question.symptoms),
      ...(question.reading === undefined ? {} : { reading: question.reading }),
      ...(consultation === undefined ? {} : { consultation: stateOf(consultation) }),
      ...(request === undefined ? {} : { request }),
    },
    suggestions,
  }
}

function stateOf({ complaint, asked, question }: ConsultationStep): ConsultationState {
  return { complaint, asked, open: question?.id ?? null }
}
