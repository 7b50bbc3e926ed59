import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { say } from '../../components/toast.tsx'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { formatClock } from '../records/record-description.ts'

/** A dose of today that nobody has answered for. */
export interface Dose {
  readonly medication_id: string
  readonly medication_name: string
  readonly dosage: string
  readonly dosage_amount: string | null
  readonly special_instructions: string | null
  readonly scheduled_time: string
  readonly local_time: string
  readonly overdue: boolean
}

const keyOf = ({ medication_id, scheduled_time }: Dose): string => `${medication_id}/${scheduled_time}`

/** The doses of today, each with its two answers. */
export function DosesCard({ doses, onChanged }: { doses: readonly Dose[] | undefined; onChanged: () => void }) {
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  if (doses === undefined) return null

  const answer = async (dose: Dose, status: 'taken' | 'skipped'): Promise<void> => {
    setBusy(keyOf(dose))
    setError(undefined)
    try {
      await request('POST', `/api/v1/medications/${dose.medication_id}/intake`, {
        body: { scheduled_time: dose.scheduled_time, status },
      })
      say(t(`page-home:doses.${status}Done`, { medicine: dose.medication_name }))
      onChanged()
    } catch (reason) {
      // Answered elsewhere already: the list has only to be asked again.
      if (reason instanceof ApiProblem && reason.type === 'dose-already-recorded') onChanged()
      else setError(reason)
    }
    setBusy(undefined)
  }
  return (
    <Card
      title={t('page-home:doses.title')}
      action={
        <ButtonLink kind="plain" size="small" href={placeHref(['records', 'medications'])}>
          {t('page-home:doses.all')}
        </ButtonLink>
      }
    >
      {doses.length === 0 && <p class="soft">{t('page-home:doses.none')}</p>}
      <ul class="home-list">
        {doses.map((dose) => (
          <li key={keyOf(dose)} class="home-dose">
            <span class={`home-dose__time ${dose.overdue ? 'home-dose__time--over' : ''}`}>
              {formatClock(dose.local_time)}
              {dose.overdue && <span class="visually-hidden">{t('page-home:doses.overdue')}</span>}
            </span>
            <span class="home-dose__what">
              <strong>{dose.medication_name}</strong>
              <span class="small soft">
                {[dose.dosage_amount ?? dose.dosage, dose.special_instructions].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span class="row">
              <Button
                kind="primary"
                size="small"
                icon="check"
                busy={busy === keyOf(dose)}
                aria-label={t('page-home:doses.takenThis', { medicine: dose.medication_name })}
                onClick={() => void answer(dose, 'taken')}
              >
                {t('page-home:doses.taken')}
              </Button>
              <Button
                kind="plain"
                size="small"
                disabled={busy === keyOf(dose)}
                aria-label={t('page-home:doses.skipThis', { medicine: dose.medication_name })}
                onClick={() => void answer(dose, 'skipped')}
              >
                {t('page-home:doses.skip')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {error !== undefined && <ErrorNotice error={error} />}
    </Card>
  )
}
