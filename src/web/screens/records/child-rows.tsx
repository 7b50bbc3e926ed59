import { useState } from 'preact/hooks'
import { type Page, request } from '../../api/client.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { useResource } from '../../components/use-resource.ts'
import { t } from '../../words/words.ts'
import { DeleteButton } from './delete-button.tsx'
import type { ChildDescription, Row } from './record-description.ts'
import { RecordForm } from './record-form.tsx'

const ROWS = 50

/** The rows that belong to a row, with a form for each in a sheet. */
export function ChildRows({
  description,
  path,
  onChanged,
}: {
  description: ChildDescription
  path: string
  /** The row above may follow from these: a goal from its progress. */
  onChanged: () => void
}) {
  const { value, error, reload } = useResource(path, (signal) =>
    request<Page<Row>>('GET', path, { query: { limit: ROWS }, signal }),
  )
  const [form, setForm] = useState<{ readonly row?: Row }>()
  const words = `page-records:children.${description.words}.${description.name}`
  const changed = (): void => {
    setForm(undefined)
    reload()
    onChanged()
  }
  const save = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    if (form?.row) await request('PATCH', `${path}/${form.row.id}`, { body })
    else await request('POST', path, { body })
    changed()
  }
  return (
    <Card
      title={t(`${words}.title`)}
      action={
        <Button size="small" icon="add" onClick={() => setForm({})}>
          {t(`${words}.add`)}
        </Button>
      }
    >
      {error !== undefined && <ErrorNotice error={error} onRetry={reload} />}
      {value?.data.length === 0 && <p class="small soft">{t('page-records:noneYet')}</p>}
      <ul class="child-rows">
        {value?.data.map((row) => (
          <li key={row.id} class={`child-rows__row ${row['is_active'] === false ? 'records__row--over' : ''}`}>
            <span class="records__text">
              <strong>{description.title(row)}</strong>
              <span class="small soft">{description.about(row).filter(Boolean).join(' · ')}</span>
            </span>
            <IconButton
              icon="edit"
              label={t('page-records:editThis', { name: description.title(row) })}
              onClick={() => setForm({ row })}
            />
            <DeleteButton
              small
              name={description.title(row)}
              onDelete={async () => {
                await request('DELETE', `${path}/${row.id}`)
                changed()
              }}
            />
          </li>
        ))}
      </ul>
      {form && (
        <Dialog title={t(form.row ? 'page-records:edit' : `${words}.add`)} onClose={() => setForm(undefined)}>
          <RecordForm description={description} row={form.row} onSave={save} onCancel={() => setForm(undefined)} />
        </Dialog>
      )}
    </Card>
  )
}
