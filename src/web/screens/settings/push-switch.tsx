import { useState } from 'preact/hooks'
import { beginPush, endPush, readPush } from '../../api/push.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Switch } from '../../components/field.tsx'
import { useResource } from '../../components/use-resource.ts'
import { t } from '../../words/words.ts'

/** Whether messages come to this very device, where the browser and the server can do that. */
export function PushSwitch() {
  const { value, reload } = useResource('push', readPush)
  const [error, setError] = useState<unknown>()
  const [isRefused, setRefused] = useState(false)
  if (!value || value.key === null) return null

  const change = async (on: boolean, key: string): Promise<void> => {
    setError(undefined)
    try {
      if (on) setRefused(!(await beginPush(key)))
      else await endPush()
    } catch (reason) {
      setError(reason)
    }
    reload()
  }
  const { key, isOn } = value
  return (
    <>
      <Switch
        label={t('page-settings:notifications.thisDevice')}
        checked={isOn}
        onChange={(event) => void change(event.currentTarget.checked, key)}
      />
      {isRefused && <p class="notice notice--warm">{t('page-settings:notifications.refused')}</p>}
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  )
}
