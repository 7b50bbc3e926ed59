import type { EventBus, UserEvent } from '../../platform/events/index.ts'

/** How the reading of a document goes. */
export interface ReadingProgress {
  readonly status: 'in_progress' | 'completed' | 'failed'
  readonly stage: string
  /** From 1; 0 before the first page. */
  readonly page: number
  /** 0 while not known. */
  readonly pages: number
  /** Type of the problem, where it failed: a key of `locales/<language>/errors.json`. */
  readonly problem?: string
}

const EVENT_TYPE = 'document.progress'

/** Tells every listener of the person. Ids, counts and kinds; nothing of what the document says. */
export function publishProgress(events: EventBus, userId: string, documentId: string, progress: ReadingProgress): void {
  events.publish(userId, { type: EVENT_TYPE, document_id: documentId, ...progress })
}

/** The progress that an event tells about this document, if it does. */
export function progressOf(event: UserEvent, documentId: string): ReadingProgress | undefined {
  if (event.type !== EVENT_TYPE || event['document_id'] !== documentId) {
    return undefined
  }
  const { status, stage, page, pages, problem } = event
  if (status !== 'in_progress' && status !== 'completed' && status !== 'failed') {
    return undefined
  }
  return {
    status,
    stage: String(stage),
    page: Number(page),
    pages: Number(pages),
    ...(typeof problem === 'string' ? { problem } : {}),
  }
}

const CANCELLING = 'document.cancelling'

/** Tells whichever process reads the document to leave off. Nothing of it would be kept anyway. */
export function publishCancelling(events: EventBus, userId: string, documentId: string): void {
  events.publish(userId, { type: CANCELLING, document_id: documentId })
}

/** Calls back when somebody ends the reading of this document. @returns what ends the listening. */
export function onCancelling(events: EventBus, userId: string, documentId: string, callback: () => void): () => void {
  return events.subscribe(userId, (event) => {
    if (event.type === CANCELLING && event['document_id'] === documentId) callback()
  })
}
