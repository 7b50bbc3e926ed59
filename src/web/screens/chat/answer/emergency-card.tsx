import type { Triage } from '../../../chat/answer.ts'
import { Icon } from '../../../components/icon.tsx'
import { t } from '../../../words/words.ts'

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
    </section>
  )
}
