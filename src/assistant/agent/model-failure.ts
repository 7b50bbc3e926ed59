import { ModelStalled, ModelStreamBroken } from '../../platform/models/model-errors.ts'

/** Why a model could not finish an answer; keys of `fallback.reason` in the locale. */
export type FailureReason = 'unreachable' | 'busy' | 'stalled' | 'broken' | 'limit' | 'refused' | 'empty'

/** The model took more steps or more time than a turn has. */
export class TurnLimitReached extends Error {
  override name = 'TurnLimitReached'
}

/** The model ended its turn without a word or a call. */
export class EmptyAnswer extends Error {
  override name = 'EmptyAnswer'
}

/** What kind of failure an error from a model is. */
export function failureReason(error: unknown): FailureReason {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each instanceof TurnLimitReached) return 'limit'
    if (each instanceof EmptyAnswer) return 'empty'
    if (each instanceof ModelStalled || each.name === 'ModelStalled') return 'stalled'
    if (each instanceof ModelStreamBroken || each.name === 'ModelStreamBroken') return 'broken'
    const status = (each as { status?: unknown }).status
    if (status === 429) return 'busy'
    if (typeof status === 'number' && status >= 500) return 'unreachable'
    if (typeof status === 'number' && status >= 400) return 'refused'
    if (each.name === 'SyntaxError' || /terminated|aborted|premature close|other side closed/i.test(each.message))
      return 'broken'
  }
  return 'unreachable'
}

/** Whether a model's server refused the request because of the tools offered with it. */
export function refusesTools(error: unknown): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const { status } = each as { status?: unknown }
    if ((status === 400 || status === 404 || status === 422 || status === 501) && TOOLS.test(each.message)) return true
  }
  return false
}

/** As Ollama, vLLM, llama.cpp, OpenRouter and others say it: "does not support tools", "tool choice requires …". */
const TOOLS = /\btools?\b|tool[_-]?(?:choice|calls?)|function[_ -]?call/i
