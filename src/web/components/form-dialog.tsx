import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { ApiProblem } from '../api/problem.ts'
import { t } from '../words/words.ts'
import { Dialog } from './dialog.tsx'
import { DialogButtons } from './dialog-buttons.tsx'
import { ErrorNotice } from './error-notice.tsx'

/**
 * A sheet with a form. It closes when what was written is saved; what the server says against a field stands at the field.
 * @param onSave @throws what the server says against it.
 * @param children draw the fields, told what is wrong with each by its name.
 */
export function FormDialog({
  title,
  onSave,
  onClose,
  children,
}: {
  title: string
  onSave: () => Promise<void>
  onClose: () => void
  children: (wrong: (field: string) => string | undefined) => ComponentChildren
}) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const problem = error instanceof ApiProblem ? error : undefined

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSave()
      onClose()
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <DialogButtons type="submit" form={id} busy={busy} onClose={onClose}>
          {t('common.save')}
        </DialogButtons>
      }
    >
      <form class="stack" id={id} onSubmit={(event) => void save(event)}>
        {children((field) => problem?.field(field)?.detail)}
        {error !== undefined && (problem?.errors.length ?? 0) === 0 && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  )
}
