import { useEffect, useRef, useState } from 'preact/hooks'
import { user } from '../../api/session.ts'
import { ButtonLink } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { AlertCard } from './alert-card.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { DosesCard } from './doses-card.tsx'
import { EmergencyButton } from './emergency-button.tsx'
import { GoalsCard } from './goals-card.tsx'
import { MetricsCard } from './metrics-card.tsx'
import { NotificationsCard } from './notifications-card.tsx'
import { readHome, type Standing, type Today } from './read-home.ts'
import { ScoreCard } from './score-card.tsx'
import { TrendsCard } from './trends-card.tsx'
import './home.css'

/** The day at a glance: what is to be done first, then how things are. */
export function HomeScreen() {
  const { today, standing, error, reload } = useHome()
  const { alerts, notifications, doses, appointments } = today
  const { latest, metrics, goals, score } = standing

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
          {t('page-home:summary')}
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

interface Shown {
  readonly today: Today
  readonly standing: Standing
  readonly error: unknown
  readonly reload: () => void
}

/** What is known of the day. What cannot be read again stays as it was, and nothing comes in above what is seen. */
function useHome(): Shown {
  const [today, setToday] = useState<Today>({})
  const [standing, setStanding] = useState<Standing>({})
  const [error, setError] = useState<unknown>()
  const [round, setRound] = useState(0)
  const reload = useRef(() => setRound((before) => before + 1))
  useEffect(() => {
    const leaving = new AbortController()
    const read = async (): Promise<void> => {
      const home = readHome(leaving.signal)
      const first = await home.today
      if (leaving.signal.aborted) return
      setToday((before) => ({ ...before, ...first.part }))
      setError(first.error)
      const second = await home.standing
      if (leaving.signal.aborted) return
      setStanding((before) => ({ ...before, ...second.part }))
      setError(first.error ?? second.error)
    }
    void read()
    return () => leaving.abort()
  }, [round])
  return { today, standing, error, reload: reload.current }
}
