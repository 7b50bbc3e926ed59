import { useState } from 'preact/hooks'
import { Button, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { t } from '../../words/words.ts'

/**
 * Deletes after asking.
 * @param name what is deleted, as the person knows it.
 * @param onDelete @throws what the server says against it.
 */
export function DeleteButton({
  name,
  small = false,
  onDelete,
}: {
  name: string
  small?: boolean
  onDelete: () => Promise<void>
}) {
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await onDelete()
      setAsking(false)
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  return (
    <>
      {small ? (
        <IconButton icon="delete" label={t('page-records:deleteThis', { name })} onClick={() => setAsking(true)} />
      ) : (
        <Button kind="plain" icon="delete" onClick={() => setAsking(true)}>
          {t('common.delete')}
        </Button>
      )}
      {asking && (
        <Dialog
          title={t('page-records:deleteThis', { name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button kind="plain" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
              <Button kind="danger" busy={busy} onClick={() => void remove()}>
                {t('common.delete')}
              </Button>
            </>
          }
        >
          <p>{t('page-records:deleteHint')}</p>
          {error !== undefined && <ErrorNotice error={error} />}
        </Dialog>
      )}
    </>
  )
}
