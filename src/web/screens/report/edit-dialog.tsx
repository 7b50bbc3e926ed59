import { useState } from 'preact/hooks'
import { SelectField, TextField } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { capitalised } from '../../words/format.ts'
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
  const save = async (): Promise<void> => {
    await updateDocument(document.id, { document_name: name.trim(), category, document_date: day === '' ? null : day })
    onSaved()
  }
  return (
    <FormDialog title={t('page-report:edit')} onSave={save} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField
            label={t('page-report:name')}
            required
            value={name}
            error={wrong('document_name')}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <SelectField
            label={t('page-report:category')}
            value={category}
            options={CATEGORIES.map((value) => ({
              value,
              label: capitalised(t(`documents:values.category.${value}`)),
            }))}
            onChange={(event) => setCategory(event.currentTarget.value as Category)}
          />
          <TextField
            label={t('page-report:day')}
            type="date"
            value={day}
            error={wrong('document_date')}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}
