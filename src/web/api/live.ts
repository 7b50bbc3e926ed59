import { signal } from '@preact/signals'
import { language } from '../words/words.ts'
import { ensureFreshSession, renewSession } from './session.ts'

/** A frame of the server's socket; `type` says what else is in it. */
export interface LiveFrame {
  readonly type: string
  readonly [field: string]: unknown
}

export type Connection = 'closed' | 'connecting' | 'open'

const FIRST_DELAY = 500
const LONGEST_DELAY = 15_000
/** A phone that slept this long may hold a connection that nobody answers any more. */
const ASLEEP = 15_000

const connection = signal<Connection>('closed')
const frameListeners = new Set<(frame: LiveFrame) => void>()
const openListeners = new Set<() => void>()

let socket: WebSocket | undefined
let wanted = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let hiddenAt = 0

/** The one socket of the page: answers stream on it, and whatever happens in the account is told on it. */
export const live = {
  /** For components to show. */
  connection: (): Connection => connection.value,

  /** Connects, and stays connected until {@link live.stop}. */
  start(): void {
    if (wanted) return
    wanted = true
    failures = 0
    void connect()
  },

  stop(): void {
    wanted = false
    clearTimeout(timer)
    close()
  },

  /** Gives up the connection for a new one: the old one may be dead without knowing it. */
  restart(): void {
    if (!wanted) return
    clearTimeout(timer)
    close()
    void connect()
  },

  /** Whether the frame was handed to an open connection. */
  send(frame: LiveFrame): boolean {
    if (socket?.readyState !== WebSocket.OPEN) return false
    socket.send(JSON.stringify(frame))
    return true
  },

  /** Hears every frame until the returned function is called. */
  onFrame(listener: (frame: LiveFrame) => void): () => void {
    frameListeners.add(listener)
    return () => frameListeners.delete(listener)
  },

  /** Called whenever a connection has been made, also at once where there is one. */
  onOpen(listener: () => void): () => void {
    openListeners.add(listener)
    if (socket?.readyState === WebSocket.OPEN) listener()
    return () => openListeners.delete(listener)
  },
}

async function connect(): Promise<void> {
  if (socket || !wanted) return
  if (!navigator.onLine) {
    connection.value = 'closed'
    return
  }
  connection.value = 'connecting'
  // Browsers do not say why a socket was refused; the cookie having run out is the usual reason.
  await (failures === 0 ? ensureFreshSession() : renewSession())
  if (socket || !wanted) return
  const address = new URL('/v1/responses', location.href)
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  address.searchParams.set('language', language())
  const opening = new WebSocket(address)
  socket = opening
  opening.addEventListener('open', () => {
    if (socket !== opening) return
    failures = 0
    connection.value = 'open'
    for (const listener of openListeners) listener()
  })
  opening.addEventListener('message', ({ data }) => {
    if (socket !== opening) return
    const frame = JSON.parse(String(data)) as LiveFrame
    for (const listener of frameListeners) listener(frame)
  })
  opening.addEventListener('close', () => {
    if (socket !== opening) return
    socket = undefined
    retryLater()
  })
}

function retryLater(): void {
  if (!wanted) return
  connection.value = navigator.onLine ? 'connecting' : 'closed'
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures) * (0.5 + Math.random() / 2)
  failures += 1
  clearTimeout(timer)
  timer = setTimeout(() => void connect(), delay)
}

function close(): void {
  const closing = socket
  socket = undefined
  connection.value = 'closed'
  closing?.close()
}

addEventListener('online', () => {
  failures = 0
  live.restart()
})
addEventListener('offline', close)
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    hiddenAt = Date.now()
    return
  }
  if (Date.now() - hiddenAt > ASLEEP || !socket) live.restart()
})
