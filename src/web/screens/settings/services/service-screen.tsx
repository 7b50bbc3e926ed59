import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Switch } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { ResourceView } from '../../../components/resource-view.tsx'
import { say } from '../../../components/toast.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { placeHref } from '../../../place.ts'
import { go } from '../../../router.ts'
import type { ScreenProps } from '../../../routes.ts'
import { t } from '../../../words/words.ts'
import { useSwitches } from '../use-switches.ts'
import { Archives } from './archives.tsx'
import { KINDS_PATH, SERVICES_PATH, type Service, type ServiceKind } from './service.ts'
import { SyncPart } from './sync-part.tsx'
import '../../records/records.css'
import '../settings.css'

/** One service: whether and how it brings in measurements, and what came in. */
export function ServiceScreen({ params }: ScreenProps) {
  const path = `${SERVICES_PATH}/${params['id'] ?? ''}`
  const found = useResource(path, (signal) => readService(path, signal))
  return (
    <div class="stack">
      <a class="records__back" href={placeHref(['settings', 'services'])}>
        <Icon name="back" size={20} />
        {t('page-services:title')}
      </a>
      <ResourceView resource={found}>
        {({ service, kind }) => (
          <>
            <h1>{t(`connected-services:values.service_name.${service.service_name}`)}</h1>
            <Card>
              <PauseSwitch path={path} service={service} onChanged={found.reload} />
              {kind?.sign_in && service.is_connected && (
                <SyncPart path={path} service={service} onChanged={found.reload} />
              )}
            </Card>
            <Archives path={path} service={service} kind={kind} onOver={found.reload} />
            <RemoveService path={path} service={service} />
          </>
        )}
      </ResourceView>
    </div>
  )
}

async function readService(path: string, signal: AbortSignal) {
  const [service, kinds] = await Promise.all([
    request<Service>('GET', path, { signal }),
    request<{ readonly data: readonly ServiceKind[] }>('GET', KINDS_PATH, { signal }),
  ])
  return { service, kind: kinds.data.find(({ service_name: name }) => name === service.service_name) }
}

function PauseSwitch({ path, service, onChanged }: { path: string; service: Service; onChanged: () => void }) {
  const switches = useSwitches(onChanged)
  return (
    <>
      <Switch
        label={t('page-services:may')}
        hint={t('page-services:mayHint')}
        checked={(switches.chosen[`${path}/is_connected`] ?? service.is_connected) === true}
        onChange={(event) => void switches.change(path, 'is_connected', event.currentTarget.checked)}
      />
      {switches.error !== undefined && <ErrorNotice error={switches.error} />}
    </>
  )
}

function RemoveService({ path, service }: { path: string; service: Service }) {
  const [asking, setAsking] = useState(false)
  const name = t(`connected-services:values.service_name.${service.service_name}`)
  const remove = async (): Promise<void> => {
    await request('DELETE', path)
    say(t('page-services:removed'))
    go(placeHref(['settings', 'services']), { replace: true })
  }
  return (
    <div class="row">
      <Button kind="plain" icon="delete" onClick={() => setAsking(true)}>
        {t('page-services:remove', { name })}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('page-services:remove', { name })}
          text={t('page-services:removeHint')}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
