import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TurnDependencies } from './turn-dependencies.ts'
import type { TurnEvent } from './turn-events.ts'
import { wordsIn } from './words.ts'

export interface UnreadableFile {
  readonly name: string
  /** Why, in the person's language: a whole sentence. */
  readonly message: string
}

export interface ReadDocuments {
  /** Ids of the documents whose text and values are there now. */
  readonly read: readonly string[]
  readonly unreadable: readonly UnreadableFile[]
  /** Whether the message was nothing but files and none of them could be read. */
  readonly nothingToAnswer: boolean
}

/** Waits until the files of the message are read, and says how it goes. */
export async function* readDocuments(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent, ReadDocuments> {
  const words = wordsIn(turn.form)
  const sentence = (problem: string) => words(`errors:${problem}.detail`)
  const read: string[] = []
  const unreadable = turn.refusedFiles.map(({ name, problem }) => ({ name, message: sentence(problem) }))
  for (const { id, name } of turn.documents) {
    for await (const progress of dependencies.documents.reading(turn.caller, id, signal)) {
      const { status, stage, page, pages } = progress
      const message = status === 'failed' ? sentence(progress.problem ?? 'internal-error') : undefined
      yield {
        type: 'document.progress',
        documentId: id,
        name,
        status,
        stage,
        page,
        pages,
        ...(message === undefined ? {} : { message }),
      }
      if (status === 'completed') read.push(id)
      if (message !== undefined) unreadable.push({ name, message })
    }
  }
  return { read, unreadable, nothingToAnswer: turn.text === '' && read.length === 0 && unreadable.length > 0 }
}

/** Answers a message of files alone that could not be read: which, why, and what to do about it. */
export async function* explainUnreadableFiles(
  turn: ReceivedTurn,
  files: readonly UnreadableFile[],
): AsyncGenerator<ComposedEvent> {
  const words = wordsIn(turn.form)
  const text = files.map(({ name, message }) => words('assistant:unreadable_file', { name, message })).join('\n\n')
  yield { type: 'text.delta', text }
  yield reviewedBasis('unreadable_file')
}
