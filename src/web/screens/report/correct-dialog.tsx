import { useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { TextField } from '../../components/field.tsx'
import { t } from '../../words/words.ts'
import type { Decision, Result } from './result.ts'

/** What the page really shows, typed by the person. */
export function CorrectDialog({
  result,
  onSave,
  onClose,
}: {
  result: Result
  /** @throws what the server says against it. */
  onSave: (decision: Decision) => Promise<void>
  onClose: () => void
}) {
  const [value, setValue] = useState(result.candidate ?? result.value)
  const [unit, setUnit] = useState(result.unit_printed ?? '')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const problem = error instanceof ApiProblem ? error : undefined

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSave({
        review_status: 'confirmed',
        value: value.trim(),
        unit_printed: unit.trim() === '' ? null : unit.trim(),
      })
      onClose()
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('page-report:correctTitle', { test: result.test })}
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" form="correct-value" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form class="stack" id="correct-value" onSubmit={(event) => void save(event)}>
        <TextField
          label={t('page-report:value')}
          required
          value={value}
          error={problem?.field('value')?.detail}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <TextField
          label={t('page-report:unit')}
          value={unit}
          error={problem?.field('unit_printed')?.detail}
          onInput={(event) => setUnit(event.currentTarget.value)}
        />
        {error !== undefined && (problem?.errors.length ?? 0) === 0 && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  )
}
