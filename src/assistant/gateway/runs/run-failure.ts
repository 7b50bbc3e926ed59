import type { LanguageForm } from '../../../clinical/language-forms.ts'
import { toProblem } from '../../../platform/http/index.ts'
import type { TurnEvent } from '../../turn/turn-events.ts'
import { wordsIn } from '../../turn/words.ts'
import { AnswerDiverged } from './except-what-was-said.ts'

/** A run that failed, for dialects that answer with an error instead of a failed response. */
export class RunFailed extends Error {
  override name = 'RunFailed'
  readonly code: string

  constructor(error: { readonly code: string; readonly message: string }) {
    super(error.message)
    this.code = error.code
  }
}

/** How a turn that threw is told to the person. What is our fault is reported as well. */
export function failureEvent(error: unknown, form: LanguageForm, report: (error: unknown) => void): TurnEvent {
  if (error instanceof AnswerDiverged) return interrupted(form)
  const problem = toProblem(error, 0)
  if (problem.definition.status >= 500) report(error)
  const { type } = problem.definition
  const [title, detail] = ['title', 'detail'].map((part) => wordsIn(form)(`errors:${type}.${part}`, problem.values))
  return { type: 'turn.failed', problem: type, message: `${title} – ${detail}` }
}

/** A run that was begun too often without coming to its end. */
export async function* giveUp(form: LanguageForm): AsyncGenerator<TurnEvent> {
  yield interrupted(form)
}

function interrupted(form: LanguageForm): TurnEvent {
  return {
    type: 'turn.failed',
    problem: 'answer-interrupted',
    message: wordsIn(form)('assistant:answer_interrupted'),
  }
}
