import { useEffect, useRef } from 'preact/hooks'
import { user } from '../../api/session.ts'
import { ButtonLink } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../router.ts'
import { t } from '../../words/words.ts'
import { AlertCard } from './alert-card.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { DosesCard } from './doses-card.tsx'
import { EmergencyButton } from './emergency-button.tsx'
import { GoalsCard } from './goals-card.tsx'
import { MetricsCard } from './metrics-card.tsx'
import { NotificationsCard } from './notifications-card.tsx'
import { type Home, readHome } from './read-home.ts'
import { ScoreCard } from './score-card.tsx'
import { TrendsCard } from './trends-card.tsx'
import './home.css'

/** The day at a glance: what is to be done first, then how things are. */
export function HomeScreen() {
  const { value, error: unread, reload } = useResource('home', readHome)
  // What cannot be read again stays as it was.
  const known = useRef<Home>({})
  known.current = { ...known.current, ...value?.home }
  const { alerts, notifications, doses, appointments, latest, metrics, goals, score } = known.current
  const error = unread ?? value?.error

  // A phone that comes out of the pocket hours later must not show the morning's tablets as the evening's.
  useEffect(() => {
    const wake = (): void => {
      if (!document.hidden) reload()
    }
    document.addEventListener('visibilitychange', wake)
    return () => document.removeEventListener('visibilitychange', wake)
  }, [reload])
  return (
    <div class="stack">
      <header class="row row--between">
        <h1>{t('home.greeting', { name: user().name })}</h1>
        <EmergencyButton onAlerted={reload} />
      </header>
      <p class="soft">{t('home.lead')}</p>
      <div class="row home-actions">
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
      {error !== undefined && <ErrorNotice error={error} onRetry={reload} />}
      <AlertCard alert={alerts?.data[0]} onChanged={reload} />
      <NotificationsCard rows={notifications?.data} onChanged={reload} />
      <DosesCard doses={doses?.data} onChanged={reload} />
      <AppointmentCard rows={appointments?.data} />
      <MetricsCard latest={latest?.data} history={metrics?.data ?? []} />
      <TrendsCard history={metrics?.data} />
      <GoalsCard rows={goals?.data} />
      <ScoreCard score={score} />
    </div>
  )
}
