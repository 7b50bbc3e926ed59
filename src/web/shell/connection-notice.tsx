import { signal } from '@preact/signals'
import { t } from '../words/words.ts'

const online = signal(navigator.onLine)
addEventListener('online', () => {
  online.value = true
})
addEventListener('offline', () => {
  online.value = false
})

/** Says that there is no network, and that nothing is lost by it. */
export function ConnectionNotice() {
  return (
    <div role="status" aria-live="polite">
      {!online.value && <p class="offline">{t('errors.offline')}</p>}
    </div>
  )
}
