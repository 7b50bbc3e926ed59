import { type Intent, readQuestion } from '../retrieval/question.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TurnDependencies } from './turn-dependencies.ts'

/** Questions that a report may answer which is still being read. */
const ABOUT_REPORTS = new Set<Intent>(['explain_report', 'value', 'trend', 'overview'])

export interface AwaitedDocuments {
  readonly documents: readonly { readonly id: string; readonly name: string }[]
  /** Whether the message asks about the report itself, so that these are what it is about. */
  readonly areMeant: boolean
}

/** The documents of the person that were sent a moment ago and that the answer to this message should wait for. */
export async function awaitedDocuments(
  { documents }: TurnDependencies,
  { caller, text, form, history, documents: attached }: ReceivedTurn,
): Promise<AwaitedDocuments> {
  const none: AwaitedDocuments = { documents: [], areMeant: false }
  if (text === '' || attached.length > 0) return none
  const { intent } = readQuestion(text, form, history)
  if (!ABOUT_REPORTS.has(intent)) return none
  return { documents: await documents.beingRead(caller), areMeant: intent === 'explain_report' }
}
