import { t } from '../words/words.ts'

/** Something is on its way. */
export function Spinner({ label }: { label?: string }) {
  return (
    <div class="spinner" role="status">
      <span class="spinner__ring" aria-hidden="true" />
      <span class={label ? '' : 'visually-hidden'}>{label ?? t('common.loading')}</span>
    </div>
  )
}
