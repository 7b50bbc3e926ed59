/** A document whose reading is wanted. */
export interface ReadingRequest {
  readonly documentId: string
  readonly userId: string
  /** How often the reading was asked for again: part of the job's id, since a failed job keeps its own. */
  readonly attempts: number
}

export interface ReadingQueue {
  ask(request: ReadingRequest): Promise<void>
}

export function jobIdOf({ documentId, attempts }: ReadingRequest): string {
  return `${documentId}-${attempts}`
}
