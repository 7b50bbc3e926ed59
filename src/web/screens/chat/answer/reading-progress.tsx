import { documentProgress } from '../../../api/document-progress.ts'
import type { DocumentReading } from '../../../chat/answer.ts'
import { Icon } from '../../../components/icon.tsx'
import { placeHref } from '../../../place.ts'
import { t } from '../../../words/words.ts'

/** A report that the answer waits for, page by page. */
export function ReadingProgress({ reading }: { reading: DocumentReading }) {
  const told = documentProgress(reading.document_id)
  const status = reading.status === 'in_progress' ? (told?.status ?? 'in_progress') : reading.status
  const page = told?.page ?? reading.page
  const pages = told?.pages || reading.pages
  return (
    <div class={`reading reading--${status}`}>
      <Icon name={status === 'failed' ? 'warning' : status === 'completed' ? 'check' : 'report'} size={20} />
      <div class="reading__text">
        <a href={placeHref(['documents', reading.document_id])}>{reading.name}</a>
        <span class="small soft">
          {status === 'in_progress'
            ? pages > 0
              ? t('page-chat:reading.page', { page: Math.max(1, page), pages })
              : t('page-chat:reading.begun')
            : status === 'completed'
              ? t('page-chat:reading.done')
              : (reading.message ?? t('page-chat:reading.failed'))}
        </span>
        {status === 'in_progress' && (
          <progress
            aria-label={t('page-chat:reading.begun')}
            {...(pages > 0 ? { value: Math.max(0.3, page - 0.5), max: pages } : {})}
          />
        )}
      </div>
    </div>
  )
}
