import type { RendererOptions } from '../open-responses/event-renderer.ts'
import { responseId } from '../open-responses/identifiers.ts'
import type { RunRecord } from './run-record.ts'

/** How the events of a run are rendered, wherever and whenever that happens. */
export function rendererOptions(run: RunRecord): RendererOptions {
  const { echo, origin, extensions } = run.request
  return {
    runId: run.id,
    answerMessageId: run.answer_message_id,
    frame: {
      id: responseId(run.id),
      conversationId: run.session_id,
      createdAt: run.created_at,
      request: echo,
    },
    origin,
    extensions,
  }
}
