import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { SelectField, Switch } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { say } from '../../../components/toast.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { go, placeHref } from '../../../router.ts'
import type { ScreenProps } from '../../../routes.ts'
import { t } from '../../../words/words.ts'
import { useAction } from '../use-action.ts'
import { useSwitches } from '../use-switches.ts'
import { Archives } from './archives.tsx'
import { FREQUENCIES, SERVICES_PATH, type Service } from './service.ts'
import '../../records/records.css'
import '../settings.css'

/** One service: whether and how often it brings in measurements, and the files that its app gives. */
export function ServiceScreen({ params }: ScreenProps) {
  const path = `${SERVICES_PATH}/${params['id'] ?? ''}`
  const { value, error, reload } = useResource(path, (signal) => request<Service>('GET', path, { signal }))
  return (
    <div class="stack">
      <a class="records__back" href={placeHref(['settings', 'services'])}>
        <Icon name="back" size={20} />
        {t('page-services:title')}
      </a>
      {value === undefined ? (
        error === undefined ? (
          <Spinner />
        ) : (
          <ErrorNotice error={error} onRetry={reload} />
        )
      ) : (
        <>
          <h1>{t(`connected-services:values.service_name.${value.service_name}`)}</h1>
          <Card>
            <ServiceSettings path={path} service={value} onChanged={reload} />
          </Card>
          <Archives path={path} service={value} onOver={reload} />
          <RemoveService path={path} service={value} />
        </>
      )}
    </div>
  )
}

function ServiceSettings({ path, service, onChanged }: { path: string; service: Service; onChanged: () => void }) {
  const switches = useSwitches(onChanged)
  const shown = <Name extends keyof Service>(name: Name): Service[Name] =>
    (switches.chosen[`${path}/${name}`] ?? service[name]) as Service[Name]
  return (
    <>
      <Switch
        label={t('page-services:may')}
        hint={t('page-services:mayHint')}
        checked={shown('is_connected')}
        onChange={(event) => void switches.change(path, 'is_connected', event.currentTarget.checked)}
      />
      <SelectField
        label={t('page-services:frequency')}
        value={shown('sync_frequency')}
        options={FREQUENCIES.map((value) => ({ value, label: t(`connected-services:values.sync_frequency.${value}`) }))}
        onChange={(event) => void switches.change(path, 'sync_frequency', event.currentTarget.value)}
      />
      {switches.error !== undefined && <ErrorNotice error={switches.error} />}
    </>
  )
}

function RemoveService({ path, service }: { path: string; service: Service }) {
  const [asking, setAsking] = useState(false)
  const { busy, error, run } = useAction()
  const name = t(`connected-services:values.service_name.${service.service_name}`)
  const remove = async (): Promise<void> => {
    const isDone = await run(() => request('DELETE', path))
    if (!isDone) return
    say(t('page-services:removed'))
    go(placeHref(['settings', 'services']), { replace: true })
  }
  return (
    <div class="row">
      <Button kind="plain" icon="delete" onClick={() => setAsking(true)}>
        {t('page-services:remove', { name })}
      </Button>
      {asking && (
        <Dialog
          title={t('page-services:remove', { name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button kind="plain" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
              <Button kind="danger" busy={busy} onClick={() => void remove()}>
                {t('common.delete')}
              </Button>
            </>
          }
        >
          <p>{t('page-services:removeHint')}</p>
          {error !== undefined && <ErrorNotice error={error} />}
        </Dialog>
      )}
    </div>
  )
}
