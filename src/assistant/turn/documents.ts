import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import type { AwaitedDocuments } from './awaited-documents.ts'
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
  /** Of these, the ones that the message is about. */
  readonly meant: readonly string[]
  /** Names of those that the answer does without: reading them takes longer than anybody waits. */
  readonly unread: readonly string[]
  readonly unreadable: readonly UnreadableFile[]
  /** Whether the message was nothing but files and none of them could be read. */
  readonly nothingToAnswer: boolean
}

/** An answer waits so long for a report that does not belong to its message. */
const AWAITED_MILLISECONDS = 90_000

/** Waits until the files of the message are read, and those that it may be about, and says how it goes. */
export async function* readDocuments(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
  awaited: AwaitedDocuments,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent, ReadDocuments> {
  const words = wordsIn(turn.form)
  const sentence = (problem: string) => words(`errors:${problem}.detail`)
  const read: string[] = []
  const unread: string[] = []
  const unreadable = turn.refusedFiles.map(({ name, problem }) => ({ name, message: sentence(problem) }))
  const follow = async function* ({ id, name }: { id: string; name: string }, until: AbortSignal) {
    for await (const progress of dependencies.documents.reading(turn.caller, id, until)) {
      const { status, stage, page, pages } = progress
      const message = status === 'failed' ? sentence(progress.problem ?? 'internal-error') : undefined
      yield {
        type: 'document.progress' as const,
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
  for (const document of turn.documents) yield* follow(document, signal)
  const enough = AbortSignal.timeout(AWAITED_MILLISECONDS)
  for (const document of awaited.documents) {
    try {
      yield* follow(document, AbortSignal.any([signal, enough]))
    } catch (error) {
      if (signal.aborted || !enough.aborted) throw error
      unread.push(document.name)
    }
  }
  const attached = new Set(turn.documents.map(({ id }) => id))
  return {
    read,
    meant: awaited.areMeant ? read : read.filter((id) => attached.has(id)),
    unread,
    unreadable,
    nothingToAnswer: turn.text === '' && read.length === 0 && unreadable.length > 0,
  }
}

/** Says before an answer what it does not know yet. */
export function* tellUnread(turn: ReceivedTurn, names: readonly string[]): Generator<TurnEvent> {
  if (names.length === 0) return
  const text = wordsIn(turn.form)('assistant:still_reading', { names: names.join(', ') })
  yield { type: 'text.delta', text: `${text}\n\n` }
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
