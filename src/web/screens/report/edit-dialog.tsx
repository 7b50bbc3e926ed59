import { useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { t } from '../../words/words.ts'
import { CATEGORIES, type Category, type HealthDocument, updateDocument } from '../documents/document.ts'

/** What the document is called, what kind it is and which day it speaks about. */
export function EditDialog({
  document,
  onSaved,
  onClose,
}: {
  document: HealthDocument
  onSaved: () => void
  onClose: () => void
}) {
  const [name, setName] = useState(document.document_name)
  const [category, setCategory] = useState<Category>(document.category)
  const [day, setDay] = useState(document.document_date ?? '')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const problem = error instanceof ApiProblem ? error : undefined

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await updateDocument(document.id, {
        document_name: name.trim(),
        category,
        document_date: day === '' ? null : day,
      })
      onSaved()
      onClose()
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('page-report:edit')}
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" form="edit-document" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form class="stack" id="edit-document" onSubmit={(event) => void save(event)}>
        <TextField
          label={t('page-report:name')}
          required
          value={name}
          error={problem?.field('document_name')?.detail}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <SelectField
          label={t('page-report:category')}
          value={category}
          options={CATEGORIES.map((value) => ({ value, label: t(`documents:values.category.${value}`) }))}
          onChange={(event) => setCategory(event.currentTarget.value as Category)}
        />
        <TextField
          label={t('page-report:day')}
          type="date"
          value={day}
          error={problem?.field('document_date')?.detail}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        {error !== undefined && (problem?.errors.length ?? 0) === 0 && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  )
}
