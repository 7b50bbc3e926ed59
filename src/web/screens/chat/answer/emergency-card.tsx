import { useState } from 'preact/hooks'
import { type Page, request } from '../../../api/client.ts'
import type { Triage } from '../../../chat/answer.ts'
import { ButtonLink } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { placeHref } from '../../../place.ts'
import { t } from '../../../words/words.ts'
import { AlertPeople } from '../../home/alert-people.tsx'
import { type Row, textOf } from '../../records/record-description.ts'

/** India's emergency number and ambulance, where the answer named nobody to call. */
const USUAL_CALLS = [
  { label: 'page-chat:emergency.all', number: '112' },
  { label: 'page-chat:emergency.ambulance', number: '108' },
] as const

/** Whom to call, before anything else that is said. */
export function EmergencyCard({ triage }: { triage: Triage }) {
  const calls = triage.calls.length > 0 ? triage.calls : USUAL_CALLS.map((call) => ({ ...call, label: t(call.label) }))
  return (
    <section class="emergency" role="alert" aria-label={t('page-chat:emergency.title')}>
      <h2 class="emergency__title">
        <Icon name="warning" />
        {t('page-chat:emergency.title')}
      </h2>
      <ul class="emergency__calls">
        {calls.map(({ label, number }) => (
          <li key={`${label} ${number}`}>
            <a class="emergency__call" href={`tel:${number.replace(/[^\d+*#]/g, '')}`}>
              <Icon name="phone" size={22} />
              <span>
                <strong>{number}</strong>
                <span class="emergency__label">{label}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <TellPeople numbers={calls.map(({ number }) => number)} />
    </section>
  )
}

/**
 * Offers to alert the person's people, where the answer names any of them: it names none to somebody who is being hurt, as
 * whoever does it may be among them.
 */
function TellPeople({ numbers }: { numbers: readonly string[] }) {
  const [told, setTold] = useState(false)
  const { value } = useResource('contacts', (signal) =>
    request<Page<Row>>('GET', '/api/v1/emergency/contacts', { query: { can_receive_alerts: true, limit: 10 }, signal }),
  )
  if (told) {
    return (
      <p role="status">
        {t('page-home:alert.title')}. <ButtonLink href={placeHref([])}>{t('nav.home')}</ButtonLink>
      </p>
    )
  }
  const named = value?.data.some((row) => numbers.includes(textOf(row, 'primary_phone') ?? ''))
  return named ? <AlertPeople onAlerted={() => setTold(true)} /> : null
}
