/** A file of a message. It has been uploaded before the message is sent. */
export interface SentFile {
  readonly documentId: string
  readonly name: string
}

/** A message that has not been answered yet. It is kept until it is, whatever happens to the page or the network. */
export interface OutgoingMessage {
  /** The server answers a message with the same id once, however often it arrives. */
  readonly id: string
  /** Key of the conversation on this page: the server's id, or one of ours until it has one. */
  readonly thread: string
  /** The server's id of the conversation that it goes on with; none begins a new one. Part of what must stay the same. */
  readonly conversationId: string | undefined
  readonly text: string
  readonly files: readonly SentFile[]
  /** RFC 3339 */
  readonly at: string
  /** Set once the server has it: from then on it is followed, not sent. */
  readonly responseId: string | undefined
}

export interface OutboxStorage {
  read(): string | undefined
  write(text: string | undefined): unknown
}

/** Messages on their way, oldest first, kept by the browser. */
export class Outbox {
  readonly #storage: OutboxStorage
  #messages: readonly OutgoingMessage[]

  constructor(storage: OutboxStorage) {
    this.#storage = storage
    this.#messages = read(storage.read())
  }

  get messages(): readonly OutgoingMessage[] {
    return this.#messages
  }

  add(message: OutgoingMessage): void {
    this.#keep([...this.#messages.filter(({ id }) => id !== message.id), message])
  }

  change(id: string, changes: Partial<Pick<OutgoingMessage, 'conversationId' | 'responseId' | 'thread'>>): void {
    this.#keep(this.#messages.map((message) => (message.id === id ? { ...message, ...changes } : message)))
  }

  remove(id: string): void {
    this.#keep(this.#messages.filter((message) => message.id !== id))
  }

  clear(): void {
    this.#keep([])
  }

  /**
   * The messages that may be sent or followed now: of each thread the first, since what comes after belongs behind its
   * answer, in a conversation that may not exist yet.
   */
  heads(): readonly OutgoingMessage[] {
    return this.#messages.filter(
      ({ thread }, at) => this.#messages.findIndex((other) => other.thread === thread) === at,
    )
  }

  #keep(messages: readonly OutgoingMessage[]): void {
    this.#messages = messages
    this.#storage.write(messages.length === 0 ? undefined : JSON.stringify(messages))
  }
}

function read(text: string | undefined): readonly OutgoingMessage[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.filter(isMessage) : []
  } catch {
    return []
  }
}

function isMessage(value: unknown): value is OutgoingMessage {
  const message = value as Partial<OutgoingMessage> | null
  return (
    typeof message?.id === 'string' &&
    typeof message.thread === 'string' &&
    typeof message.text === 'string' &&
    typeof message.at === 'string' &&
    Array.isArray(message.files)
  )
}

/** The frame that sends a message. It must be the same each time: the server refuses another message with the same id. */
export function createFrame(message: OutgoingMessage) {
  const content = [
    ...(message.text === '' ? [] : [{ type: 'input_text', text: message.text }]),
    ...message.files.map(({ documentId }) => ({ type: 'input_file', file_id: documentId })),
  ]
  return {
    type: 'response.create',
    stream_id: message.id,
    model: 'swasthwrap',
    input: [{ type: 'message', role: 'user', id: message.id, content }],
    ...(message.conversationId === undefined ? {} : { conversation: message.conversationId }),
  }
}

/** The frame that follows an answer from where it was left. */
export function resumeFrame(message: OutgoingMessage, responseId: string, sequence: number) {
  return {
    type: 'swasthwrap:response.resume',
    stream_id: message.id,
    response_id: responseId,
    starting_after: sequence,
  }
}
