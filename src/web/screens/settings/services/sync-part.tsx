import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { SelectField } from '../../../components/field.tsx'
import { useAction } from '../../../components/use-action.ts'
import { t } from '../../../words/words.ts'
import { useSwitches } from '../use-switches.ts'
import { FREQUENCIES, type Service } from './service.ts'

/** Fetching from the service itself: signing in there, how often, and now. */
export function SyncPart({ path, service, onChanged }: { path: string; service: Service; onChanged: () => void }) {
  const { busy, error, run } = useAction()
  const switches = useSwitches(onChanged)
  const name = t(`connected-services:values.service_name.${service.service_name}`)
  const signIn = (): void => {
    void run(async () => {
      const { authorization_url } = await request<{ readonly authorization_url: string }>('POST', `${path}/authorize`)
      location.assign(authorization_url)
    })
  }
  const sync = async (): Promise<void> => {
    if (await run(() => request('POST', `${path}/sync`))) onChanged()
  }
  if (!service.signed_in) {
    return (
      <>
        <p class={service.access_problem === null ? 'soft' : 'notice notice--warm'}>
          {t(service.access_problem === null ? 'page-services:sync.lead' : 'page-services:sync.ended', { name })}
        </p>
        <div class="row">
          <Button icon="link" busy={busy} onClick={signIn}>
            {t('page-services:sync.signIn', { name })}
          </Button>
        </div>
        {error !== undefined && <ErrorNotice error={error} />}
      </>
    )
  }
  return (
    <>
      <SelectField
        label={t('page-services:frequency')}
        value={String(switches.chosen[`${path}/sync_frequency`] ?? service.sync_frequency)}
        options={FREQUENCIES.map((value) => ({ value, label: t(`connected-services:values.sync_frequency.${value}`) }))}
        onChange={(event) => void switches.change(path, 'sync_frequency', event.currentTarget.value)}
      />
      <div class="row">
        <Button icon="download" busy={busy} onClick={() => void sync()}>
          {t('page-services:sync.now')}
        </Button>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      {switches.error !== undefined && <ErrorNotice error={switches.error} />}
    </>
  )
}
