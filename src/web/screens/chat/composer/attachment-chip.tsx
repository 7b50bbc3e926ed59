import { documentProgress } from '../../../api/document-progress.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { formatPercent } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Attachment } from './use-attachments.ts'

/** A file of the message that is being written, on its way or there. */
export function AttachmentChip({
  attachment,
  onRetry,
  onRemove,
}: {
  attachment: Attachment
  onRetry: () => void
  onRemove: () => void
}) {
  const { name, sent, documentId, problem } = attachment
  return (
    <li class={`attachment ${problem ? 'attachment--wrong' : ''}`}>
      <Icon name={problem ? 'warning' : 'report'} size={20} />
      <div class="attachment__text">
        <span class="attachment__name">{name}</span>
        <span class="small soft" role="status">
          {problem ??
            (documentId === undefined
              ? t('page-chat:upload.sending', { part: formatPercent(sent) })
              : stateOf(documentId))}
        </span>
        {!problem && documentId === undefined && <progress aria-label={name} value={sent} max={1} />}
      </div>
      {problem && (
        <Button size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
      <IconButton icon="close" label={t('page-chat:upload.remove', { name })} onClick={onRemove} />
    </li>
  )
}

function stateOf(documentId: string): string {
  const progress = documentProgress(documentId)
  if (progress?.status === 'completed') return t('page-chat:reading.done')
  if (progress?.status === 'failed') return t('page-chat:reading.failed')
  if (progress && progress.pages > 0) {
    return t('page-chat:reading.page', { page: Math.max(1, progress.page), pages: progress.pages })
  }
  return t('page-chat:upload.sent')
}
