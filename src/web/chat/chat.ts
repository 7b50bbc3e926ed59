import { effect, signal } from '@preact/signals'
import { type LiveFrame, live } from '../api/live.ts'
import { readSetting, writeSetting } from '../browser/settings.ts'
import { language } from '../words/words.ts'
import { type Answer, type AnswerEvent, isOver, leavesGap, NO_ANSWER, withEvent } from './answer.ts'
import { createFrame, Outbox, type OutgoingMessage, resumeFrame, type SentFile } from './outbox.ts'

/** A question of this visit with its answer, from the moment it is written. */
export interface Turn {
  readonly message: OutgoingMessage
  readonly answer: Answer
}

interface ErrorFrame extends LiveFrame {
  readonly stream_id?: string
  readonly status?: number
  readonly error?: { readonly code?: string; readonly message?: string }
}

const OUTBOX_SETTING = 'outbox'
/** Begins the key of a conversation that the server does not know yet; the id of its first message follows. */
const NEW = 'new-'
/** An answer that says nothing for so long is asked after: the connection may be dead. */
const SILENCE_MILLISECONDS = 30_000
const BUSY_MILLISECONDS = 4_000
/** The run is gone, or was never there: the message is sent anew, and answered once. */
const GONE = new Set(['response_not_found'])

const turns = signal<readonly Turn[]>([])
/** Messages that this connection has been asked about. */
const asked = new Set<string>()
const stopping = new Set<string>()
let outbox: Outbox | undefined
let leave: (() => void) | undefined
let heardAt = Date.now()

/** Every question of this visit. Components that call it are drawn again when an answer grows. */
export const liveTurns = (): readonly Turn[] => turns.value

/** Takes up what was left unanswered, and stays with it. Called when somebody is signed in. */
export function startChat(): void {
  if (leave) return
  outbox = new Outbox({
    read: () => readSetting(OUTBOX_SETTING),
    write: (text) => writeSetting(OUTBOX_SETTING, text),
  })
  turns.value = outbox.messages.map((message) => ({
    message,
    answer: { ...NO_ANSWER, responseId: message.responseId, conversationId: message.conversationId },
  }))
  const offFrame = live.onFrame(receive)
  const offOpen = live.onOpen(() => {
    asked.clear()
    heardAt = Date.now()
    pump()
  })
  const watch = setInterval(() => {
    const isWaiting = turns.peek().some(({ message, answer }) => asked.has(message.id) && !isOver(answer))
    if (isWaiting && Date.now() - heardAt > SILENCE_MILLISECONDS) {
      heardAt = Date.now()
      live.restart()
    }
  }, SILENCE_MILLISECONDS / 3)
  let spoken = language()
  const offLanguage = effect(() => {
    if (language() === spoken) return
    // A connection speaks the language that it was opened in.
    spoken = language()
    live.restart()
  })
  leave = () => {
    offFrame()
    offOpen()
    offLanguage()
    clearInterval(watch)
  }
  live.start()
}

/** Forgets everything of this visit. Called when somebody signs out. */
export function endChat(): void {
  leave?.()
  leave = undefined
  live.stop()
  outbox = undefined
  turns.value = []
  asked.clear()
  stopping.clear()
}

/** Sends a message, now or when there is a connection again. Returns the key of its conversation on this page. */
export function ask(question: {
  /** Key of the conversation; none begins a new one. */
  readonly thread: string | undefined
  readonly text: string
  readonly files: readonly SentFile[]
}): string {
  const id = crypto.randomUUID()
  const { text, files } = question
  const conversationId = question.thread === undefined ? undefined : conversationOf(question.thread)
  const thread = conversationId ?? question.thread ?? NEW + id
  const message: OutgoingMessage = {
    id,
    thread,
    conversationId,
    text,
    files,
    at: new Date().toISOString(),
    responseId: undefined,
  }
  outbox?.add(message)
  turns.value = [...turns.value, { message, answer: NO_ANSWER }]
  pump()
  return thread
}

/** Stops an answer. One that has not been sent yet is taken back. */
export function stopAnswer(messageId: string): void {
  const turn = turnOf(messageId)
  if (!turn || isOver(turn.answer)) return
  const { responseId } = turn.answer
  if (responseId !== undefined) {
    live.send({ type: 'swasthwrap:response.cancel', response_id: responseId })
  } else if (asked.has(messageId)) {
    stopping.add(messageId)
  } else {
    outbox?.remove(messageId)
    turns.value = turns.value.filter(({ message }) => message.id !== messageId)
    pump()
  }
}

/** Asks a question again whose answer failed. */
export function askAgain(messageId: string): void {
  const turn = turnOf(messageId)
  if (!turn) return
  turns.value = turns.value.filter(({ message }) => message.id !== messageId)
  const { text, files } = turn.message
  ask({ thread: turn.answer.conversationId ?? turn.message.thread, text, files })
}

/** The key under which a conversation goes on: the server's id as soon as it has one. */
export function conversationOf(thread: string): string | undefined {
  if (!thread.startsWith(NEW)) return thread
  return turns.value.find(({ message }) => NEW + message.id === thread)?.answer.conversationId
}

/** Sends what may be sent, and follows what is being answered. */
function pump(): void {
  if (!outbox || live.connection() !== 'open') return
  for (const message of outbox.heads()) {
    if (asked.has(message.id)) continue
    const answer = turnOf(message.id)?.answer ?? NO_ANSWER
    const responseId = answer.responseId ?? message.responseId
    const frame = responseId === undefined ? createFrame(message) : resumeFrame(message, responseId, answer.sequence)
    if (!live.send(frame)) return
    asked.add(message.id)
  }
}

function receive(frame: LiveFrame): void {
  heardAt = Date.now()
  const { stream_id: messageId } = frame as ErrorFrame
  const turn = messageId === undefined ? undefined : turnOf(messageId)
  if (!turn) return
  if (frame.type === 'error') {
    receiveError(turn, frame as ErrorFrame)
    return
  }
  const event = frame as unknown as AnswerEvent
  if (leavesGap(turn.answer, event)) {
    const { responseId } = turn.answer
    if (responseId) live.send(resumeFrame(turn.message, responseId, turn.answer.sequence))
    return
  }
  const answer = withEvent(turn.answer, event)
  if (answer === turn.answer) return
  put({ ...turn, answer })
  if (event.type === 'response.created') begun(turn.message, answer)
  if (isOver(answer)) {
    outbox?.remove(turn.message.id)
    pump()
  }
}

/** The server has the message: from now on its answer is followed, in its conversation. */
function begun(message: OutgoingMessage, { responseId, conversationId }: Answer): void {
  outbox?.change(message.id, { responseId })
  if (conversationId !== undefined && conversationId !== message.thread) {
    for (const waiting of outbox?.messages ?? []) {
      if (waiting.thread !== message.thread) continue
      // What has been sent stays as it was sent.
      const changes = waiting.id === message.id ? {} : { conversationId }
      outbox?.change(waiting.id, { ...changes, thread: conversationId })
    }
    turns.value = turns.value.map((turn) =>
      turn.message.thread === message.thread
        ? { ...turn, message: outbox?.messages.find(({ id }) => id === turn.message.id) ?? turn.message }
        : turn,
    )
  }
  if (stopping.delete(message.id)) stopAnswer(message.id)
}

function receiveError(turn: Turn, { status = 500, error = {} }: ErrorFrame): void {
  const { message } = turn
  asked.delete(message.id)
  if (GONE.has(error.code ?? '')) {
    outbox?.change(message.id, { responseId: undefined })
    put({ message: { ...message, responseId: undefined }, answer: NO_ANSWER })
    pump()
  } else if (status === 429 || status === 503) {
    setTimeout(pump, BUSY_MILLISECONDS)
  } else {
    put({ message, answer: { ...turn.answer, status: 'failed', problem: error.message } })
    outbox?.remove(message.id)
    pump()
  }
}

function turnOf(messageId: string): Turn | undefined {
  return turns.peek().find(({ message }) => message.id === messageId)
}

function put(turn: Turn): void {
  turns.value = turns.value.map((known) => (known.message.id === turn.message.id ? turn : known))
}
