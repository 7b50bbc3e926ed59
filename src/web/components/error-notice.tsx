import { ApiProblem, PageProblem, Unreachable } from '../api/problem.ts'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** What went wrong, in words for people. */
export function describeError(error: unknown): { readonly title: string; readonly detail: string } {
  if (error instanceof ApiProblem && error.title !== '') return { title: error.title, detail: error.detail }
  if (error instanceof Unreachable) return { title: t('errors.unreachable'), detail: t('errors.unreachableDetail') }
  if (error instanceof PageProblem) return { title: t(error.key), detail: '' }
  return { title: t('errors.unknown'), detail: t('errors.unknownDetail') }
}

/** An error where it happened, read out at once, with another try where one may help. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail } = describeError(error)
  return (
    <div class="notice notice--danger" role="alert">
      <Icon name="warning" size={20} />
      <div class="notice__text">
        <strong>{title}</strong>
        {detail && <p>{detail}</p>}
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
