import type { TurnEvent } from '../../turn/turn-events.ts'

/** What clients have been sent already of a run that is answered a second time. */
export interface AlreadySaid {
  readonly text: string
  readonly citations: number
  /** How many output items there are of each kind. */
  readonly items: Readonly<Partial<Record<TurnEvent['type'], number>>>
  /** Documents whose reading is told to its end. */
  readonly finishedDocuments: ReadonlySet<string>
}

/** The second answer is not the first one: what was sent cannot be taken back, so the two must not be mixed. */
export class AnswerDiverged extends Error {
  override name = 'AnswerDiverged'
}

/**
 * The events of a turn that is run again after its process died, without what clients have been sent: they go on where
 * they were left.
 * @throws {AnswerDiverged} as soon as the text differs.
 */
export async function* exceptWhatWasSaid(
  events: AsyncGenerator<TurnEvent>,
  said: AlreadySaid,
): AsyncGenerator<TurnEvent> {
  const left = { ...said.items, 'citation.added': said.citations }
  let heard = ''
  for await (const event of events) {
    if (event.type === 'text.delta') {
      const rest = restOf(event.text, said.text.slice(heard.length))
      heard += event.text
      if (rest !== '') yield { type: 'text.delta', text: rest }
    } else if (event.type === 'document.progress') {
      if (!said.finishedDocuments.has(event.documentId)) yield event
    } else if (event.type === 'turn.completed') {
      if (heard.length < said.text.length) throw new AnswerDiverged('The second answer is shorter')
      yield event
    } else {
      const known = left[event.type as keyof typeof left] ?? 0
      if (known === 0) yield event
      else left[event.type as keyof typeof left] = known - 1
    }
  }
}

/** What of `delta` goes beyond `expected`, which is what comes next of the text that was said. */
function restOf(delta: string, expected: string): string {
  const overlap = Math.min(delta.length, expected.length)
  if (delta.slice(0, overlap) !== expected.slice(0, overlap)) throw new AnswerDiverged('The second answer differs')
  return delta.slice(overlap)
}
