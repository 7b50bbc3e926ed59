import { signal } from '@preact/signals'

/** The browser's own voice and ear, where it has them. */

const VOICES: Readonly<Record<string, string>> = { en: 'en-IN', hi: 'hi-IN', ta: 'ta-IN' }
const reading = signal<string | undefined>(undefined)

export const canSpeak = 'speechSynthesis' in globalThis

/** Which text is being read aloud. */
export const spokenKey = (): string | undefined => reading.value

/**
 * Reads a text aloud, or stops where it is being read.
 * @param key tells this text from others.
 * @param form language and script (BCP 47); Latin letters are read as English reads them.
 */
export function toggleSpeech(key: string, text: string, form: string): void {
  const wasReading = reading.peek() === key
  speechSynthesis.cancel()
  reading.value = undefined
  if (wasReading) return
  const utterance = new SpeechSynthesisUtterance(plainText(text))
  utterance.lang = VOICES[form] ?? 'en-IN'
  const end = (): void => {
    if (reading.peek() === key) reading.value = undefined
  }
  utterance.addEventListener('end', end)
  utterance.addEventListener('error', end)
  reading.value = key
  speechSynthesis.speak(utterance)
}

/** Markdown without its signs, for ears. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[#>]+|[-*•]|\d+\.)\s+/gm, '')
    .replace(/[*_`|]+/g, '')
}

interface RecognitionResult {
  readonly isFinal: boolean
  readonly [index: number]: { readonly transcript: string }
}

interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  start(): void
  stop(): void
}

type RecognitionClass = new () => Recognition

function recognitionClass(): RecognitionClass | undefined {
  const names = globalThis as unknown as Record<string, RecognitionClass | undefined>
  return names['SpeechRecognition'] ?? names['webkitSpeechRecognition']
}

export const canListen = recognitionClass() !== undefined

/**
 * Writes down what is said.
 * @param onText told all that was understood so far, again and again.
 * @returns how to stop.
 */
export function listen(language: string, onText: (text: string) => void, onEnd: () => void): () => void {
  const Class = recognitionClass()
  if (!Class) return () => undefined
  const recognition = new Class()
  recognition.lang = VOICES[language] ?? 'en-IN'
  recognition.continuous = true
  recognition.interimResults = true
  recognition.addEventListener('result', (event) => {
    const { results } = event as Event & { readonly results: ArrayLike<RecognitionResult> }
    onText(Array.from(results, (result) => result[0]?.transcript ?? '').join(' '))
  })
  recognition.addEventListener('end', onEnd)
  recognition.addEventListener('error', onEnd)
  recognition.start()
  return () => recognition.stop()
}
