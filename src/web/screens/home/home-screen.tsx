import { useEffect } from 'preact/hooks'
import { type Page, request } from '../../api/client.ts'
import { user } from '../../api/session.ts'
import { ButtonLink } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { type Resource, useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../router.ts'
import { t } from '../../words/words.ts'
import { localDay } from '../records/form-values.ts'
import type { Row } from '../records/record-description.ts'
import { AlertCard } from './alert-card.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { type Dose, DosesCard } from './doses-card.tsx'
import { EmergencyButton } from './emergency-button.tsx'
import { GoalsCard } from './goals-card.tsx'
import { MetricsCard } from './metrics-card.tsx'
import { NotificationsCard } from './notifications-card.tsx'
import { type Score, ScoreCard } from './score-card.tsx'
import { TrendsCard } from './trends-card.tsx'
import './home.css'

/** What one route of the API answers. */
const useGet = <Body,>(path: string, query: Readonly<Record<string, string | number | boolean>> = {}): Resource<Body> =>
  useResource(path, (signal) => request<Body>('GET', `/api/v1/${path}`, { query, signal }))

/** The day at a glance: what is to be done first, then how things are. */
export function HomeScreen() {
  const alerts = useGet<Page<Row>>('emergency/alerts', { is_resolved: false, limit: 1 })
  const notifications = useGet<Page<Row>>('notifications', { is_read: false, limit: 5 })
  const doses = useGet<{ readonly data: readonly Dose[] }>('medications/due')
  const appointments = useGet<Page<Row>>('appointments', {
    from: localDay(new Date()),
    sort: 'appointment_date',
    limit: 10,
  })
  const latest = useGet<{ readonly data: readonly Row[] }>('metrics/latest', { units: 'preferred' })
  const metrics = useGet<Page<Row>>('metrics', { units: 'preferred', limit: 100 })
  const goals = useGet<Page<Row>>('goals', { status: 'active', limit: 5 })
  const score = useGet<Score>('health-score')

  const all = [alerts, notifications, doses, appointments, latest, metrics, goals, score]
  const error = all.find((each) => each.error !== undefined)?.error
  const reloadAll = (): void => {
    for (const each of all) each.reload()
  }
  // A phone that comes out of the pocket hours later must not show the morning's tablets as the evening's.
  useEffect(() => {
    const wake = (): void => {
      if (!document.hidden) reloadAll()
    }
    document.addEventListener('visibilitychange', wake)
    return () => document.removeEventListener('visibilitychange', wake)
  }, [])
  return (
    <div class="stack">
      <header class="row row--between">
        <h1>{t('home.greeting', { name: user().name })}</h1>
        <EmergencyButton onAlerted={alerts.reload} />
      </header>
      <p class="soft">{t('home.lead')}</p>
      <div class="row">
        <ButtonLink kind="primary" icon="chat" href={placeHref(['chat'])}>
          {t('home.ask')}
        </ButtonLink>
        <ButtonLink icon="camera" href={placeHref(['documents'])}>
          {t('page-home:addReport')}
        </ButtonLink>
        <ButtonLink icon="print" href={placeHref(['summary'])}>
          {t('page-summary:link')}
        </ButtonLink>
      </div>
      {error !== undefined && <ErrorNotice error={error} onRetry={reloadAll} />}
      <AlertCard alert={alerts.value?.data[0]} onChanged={alerts.reload} />
      <NotificationsCard rows={notifications.value?.data} onChanged={notifications.reload} />
      <DosesCard
        doses={doses.value?.data}
        onChanged={() => {
          doses.reload()
          score.reload()
        }}
      />
      <AppointmentCard rows={appointments.value?.data} />
      <MetricsCard latest={latest.value?.data} history={metrics.value?.data ?? []} />
      <TrendsCard history={metrics.value?.data} />
      <GoalsCard rows={goals.value?.data} />
      <ScoreCard score={score.value} />
    </div>
  )
}
