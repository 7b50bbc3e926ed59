import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Switch } from '../../components/field.tsx'
import { useResource } from '../../components/use-resource.ts'
import { t } from '../../words/words.ts'

const PATH = '/api/v1/notifications/push-subscriptions'
const canPush = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

interface Push {
  /** Nothing while the server sends none. */
  readonly key: string | null
  readonly isOn: boolean
}

async function readPush(signal: AbortSignal): Promise<Push> {
  if (!canPush) return { key: null, isOn: false }
  const { public_key } = await request<{ readonly public_key: string | null }>(
    'GET',
    '/api/v1/notifications/push-key',
    {
      signal,
    },
  )
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  return { key: registration ? public_key : null, isOn: subscription !== null && subscription !== undefined }
}

/** Whether messages come to this very device, where the browser and the server can do that. */
export function PushSwitch() {
  const { value, reload } = useResource('push', readPush)
  const [error, setError] = useState<unknown>()
  const [isRefused, setRefused] = useState(false)
  if (!value || value.key === null) return null

  const change = async (on: boolean, key: string): Promise<void> => {
    setError(undefined)
    try {
      if (on) setRefused(!(await subscribe(key)))
      else await unsubscribe()
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

/** Answers whether the person allowed it. */
async function subscribe(key: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscription.toJSON()
  await request('POST', PATH, { body: { endpoint, keys } })
  return true
}

async function unsubscribe(): Promise<void> {
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.getSubscription()
  if (!subscription) return
  const { data } = await request<{ readonly data: readonly { readonly id: string; readonly endpoint: string }[] }>(
    'GET',
    PATH,
    { query: { limit: 100 } },
  )
  const own = data.find(({ endpoint }) => endpoint === subscription.endpoint)
  if (own) await request('DELETE', `${PATH}/${own.id}`)
  await subscription.unsubscribe()
}
