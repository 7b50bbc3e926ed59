import { useState } from 'preact/hooks'
import { TextField } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
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
  const save = (): Promise<void> =>
    onSave({ review_status: 'confirmed', value: value.trim(), unit_printed: unit.trim() === '' ? null : unit.trim() })
  return (
    <FormDialog title={t('page-report:correctTitle', { test: result.test })} onSave={save} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField
            label={t('page-report:value')}
            required
            value={value}
            error={wrong('value')}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
          <TextField
            label={t('page-report:unit')}
            value={unit}
            error={wrong('unit_printed')}
            onInput={(event) => setUnit(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}
