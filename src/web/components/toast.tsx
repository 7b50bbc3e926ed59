import { signal } from '@preact/signals'

interface Toast {
  readonly id: number
  readonly text: string
}

const SHOWN_MILLISECONDS = 5_000
const toasts = signal<readonly Toast[]>([])
let last = 0

/** Says something in passing: "Copied". Errors that need the person stay where they belong, as an `ErrorNotice`. */
export function say(text: string): void {
  last += 1
  const toast = { id: last, text }
  toasts.value = [...toasts.value.slice(-1), toast]
  setTimeout(() => {
    toasts.value = toasts.value.filter(({ id }) => id !== toast.id)
  }, SHOWN_MILLISECONDS)
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text }) => (
        <p class="toast" key={id}>
          {text}
        </p>
      ))}
    </div>
  )
}
