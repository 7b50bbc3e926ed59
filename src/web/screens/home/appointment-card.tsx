import { ButtonLink } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { placeHref } from '../../place.ts'
import { formatDay } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { formatClock, type Row, textOf } from '../records/record-description.ts'

/** What is next, where it is, and how to prepare. */
export function AppointmentCard({ rows }: { rows: readonly Row[] | undefined }) {
  if (rows === undefined) return null
  const next = rows.find((row) => isComing(row, new Date()))
  return (
    <Card
      title={t('page-home:appointment.title')}
      action={
        <ButtonLink kind="plain" size="small" href={placeHref(['records', 'appointments', ...(next ? [] : ['new'])])}>
          {t(next ? 'page-home:appointment.all' : 'page-home:appointment.add')}
        </ButtonLink>
      }
    >
      {next ? (
        <a class="home-item" href={placeHref(['records', 'appointments', next.id])}>
          <strong>
            {formatDay(textOf(next, 'appointment_date') ?? '', 'long')},{' '}
            {formatClock(textOf(next, 'appointment_time') ?? '')}
          </strong>
          <span>{[textOf(next, 'appointment_title'), textOf(next, 'doctor_name')].filter(Boolean).join(' · ')}</span>
          <span class="small soft">
            {[textOf(next, 'clinic_hospital'), textOf(next, 'location_address')].filter(Boolean).join(', ')}
          </span>
          {textOf(next, 'preparation_instructions') && (
            <span class="small">{textOf(next, 'preparation_instructions')}</span>
          )}
        </a>
      ) : (
        <p class="soft">{t('page-home:appointment.none')}</p>
      )}
    </Card>
  )
}

/** Whether it still stands and has not begun yet, by the clock of this device. */
function isComing(row: Row, now: Date): boolean {
  const stands = row['status'] === 'scheduled' || row['status'] === 'confirmed'
  const begins = new Date(
    `${textOf(row, 'appointment_date')}T${(textOf(row, 'appointment_time') ?? '00:00').slice(0, 5)}`,
  )
  return stands && begins.getTime() >= now.getTime()
}
