import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { say } from '../../components/toast.tsx'
import { useResource } from '../../components/use-resource.ts'
import { t } from '../../words/words.ts'
import type { FormDescription, Row } from '../records/record-description.ts'
import { RecordForm } from '../records/record-form.tsx'

/**
 * The form of what there is one of: the account, its profile, its preferences.
 * @param describe says what is asked for, from what is there.
 */
export function SettingsForm({
  path,
  describe,
  onSaved,
}: {
  path: string
  describe: (row: Row) => FormDescription
  onSaved?: () => Promise<void>
}) {
  const { value, error, reload } = useResource(path, (signal) => request<Row>('GET', path, { signal }))
  // A form begins anew when it was saved or given up.
  const [round, setRound] = useState(0)
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const save = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    if (Object.keys(body).length > 0) await request('PATCH', path, { body })
    say(t('page-records:saved'))
    await onSaved?.()
    reload()
  }
  return (
    <RecordForm
      key={`${round}/${String(value['updated_at'])}`}
      description={describe(value)}
      row={value}
      onSave={async (body) => {
        await save(body)
        setRound((before) => before + 1)
      }}
      onCancel={() => setRound((before) => before + 1)}
    />
  )
}
