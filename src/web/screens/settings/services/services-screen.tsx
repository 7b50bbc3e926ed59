import { type Page, request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { ResourceView } from '../../../components/resource-view.tsx'
import { useAction } from '../../../components/use-action.ts'
import { useResource } from '../../../components/use-resource.ts'
import { placeHref } from '../../../place.ts'
import { go } from '../../../router.ts'
import { formatRelative } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { SettingsPage } from '../settings-page.tsx'
import { SERVICE_NAMES, SERVICES_PATH, type Service, type ServiceName } from './service.ts'

/** Watches, phones and their apps that bring in measurements. */
export function ServicesScreen() {
  const services = useResource(SERVICES_PATH, (signal) =>
    request<Page<Service>>('GET', SERVICES_PATH, { query: { limit: SERVICE_NAMES.length }, signal }),
  )
  return (
    <SettingsPage title={t('page-services:title')} lead={t('page-services:lead')}>
      <ResourceView resource={services}>
        {({ data }) => (
          <>
            {data.length > 0 && (
              <ul class="records">
                {data.map((service) => (
                  <ServiceItem key={service.id} service={service} />
                ))}
              </ul>
            )}
            <AddService known={data.map(({ service_name: name }) => name)} />
          </>
        )}
      </ResourceView>
    </SettingsPage>
  )
}

function ServiceItem({ service }: { service: Service }) {
  const { id, service_name: name, is_connected: isConnected, last_sync_at: last } = service
  return (
    <li class="records__row">
      <a class="records__item" href={placeHref(['settings', 'services', id])}>
        <span class="records__icon">
          <Icon name="link" />
        </span>
        <span class="records__text">
          <strong>{t(`connected-services:values.service_name.${name}`)}</strong>
          <span class="small soft">
            {isConnected
              ? last === null
                ? t('page-services:nothingYet')
                : t('page-services:last', { when: formatRelative(last) })
              : t('page-services:paused')}
          </span>
        </span>
      </a>
    </li>
  )
}

/** Each is added once. */
function AddService({ known }: { known: readonly ServiceName[] }) {
  const { busy, error, run } = useAction()
  const others = SERVICE_NAMES.filter((name) => !known.includes(name))
  if (others.length === 0) return null
  const add = (service_name: ServiceName): void => {
    void run(async () => {
      const { id } = await request<Service>('POST', SERVICES_PATH, { body: { service_name } })
      go(placeHref(['settings', 'services', id]))
    })
  }
  return (
    <Card title={t('page-services:add')}>
      <div class="row">
        {others.map((name) => (
          <Button key={name} icon="add" disabled={busy} onClick={() => add(name)}>
            {t(`connected-services:values.service_name.${name}`)}
          </Button>
        ))}
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
    </Card>
  )
}
