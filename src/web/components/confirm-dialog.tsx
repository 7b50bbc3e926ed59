import { t } from '../words/words.ts'
import { Dialog } from './dialog.tsx'
import { DialogButtons } from './dialog-buttons.tsx'
import { ErrorNotice } from './error-notice.tsx'
import type { IconName } from './icon.tsx'
import { useAction } from './use-action.ts'

/**
 * Asks before something that cannot be undone, and closes when it is done.
 * @param confirm what the button says; without it that something is deleted.
 * @param onConfirm @throws what the server says against it.
 */
export function ConfirmDialog({
  title,
  text,
  confirm,
  icon,
  onConfirm,
  onClose,
}: {
  title: string
  text: string
  confirm?: string
  icon?: IconName
  onConfirm: () => Promise<unknown>
  onClose: () => void
}) {
  const { busy, error, run } = useAction()
  const goOn = async (): Promise<void> => {
    if (await run(onConfirm)) onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <DialogButtons
          kind="danger"
          busy={busy}
          onClose={onClose}
          onClick={() => void goOn()}
          {...(icon ? { icon } : {})}
        >
          {confirm ?? t('common.delete')}
        </DialogButtons>
      }
    >
      <p>{text}</p>
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  )
}
