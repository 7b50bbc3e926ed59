import { useState } from 'preact/hooks'
import { Button, IconButton } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
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
        <ConfirmDialog
          title={t('page-records:deleteThis', { name })}
          text={t('page-records:deleteHint')}
          onConfirm={onDelete}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
