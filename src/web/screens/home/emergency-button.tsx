import { useState } from 'preact/hooks'
import { type Page, request } from '../../api/client.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from '../records/record-description.ts'
import { AlertPeople } from './alert-people.tsx'

/** India's numbers: for everything (ERSS) and for an ambulance. They stand here so that they work without a network. */
const NUMBERS = [
  { number: '112', label: 'all' },
  { number: '108', label: 'ambulance' },
] as const

/** Whom to call, one tap away. */
export function EmergencyButton({ onAlerted }: { onAlerted: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="danger" icon="phone" onClick={() => setOpen(true)}>
        {t('page-home:emergency.button')}
      </Button>
      {open && (
        <EmergencyDialog
          onClose={() => setOpen(false)}
          onAlerted={() => {
            setOpen(false)
            onAlerted()
          }}
        />
      )}
    </>
  )
}

function EmergencyDialog({ onClose, onAlerted }: { onClose: () => void; onAlerted: () => void }) {
  const { value } = useResource('contacts', (signal) =>
    request<Page<Row>>('GET', '/api/v1/emergency/contacts', {
      query: { is_active: true, sort: 'priority_order', limit: 10 },
      signal,
    }),
  )
  return (
    <Dialog title={t('page-home:emergency.title')} onClose={onClose}>
      <div class="home-calls">
        {NUMBERS.map(({ number, label }) => (
          <ButtonLink key={number} kind="danger" icon="phone" href={`tel:${number}`}>
            {t(`page-home:emergency.${label}`, { number })}
          </ButtonLink>
        ))}
        {value?.data.map((row) => (
          <ButtonLink
            key={row.id}
            icon="phone"
            href={`tel:${(textOf(row, 'primary_phone') ?? '').replace(/[^+\d]/g, '')}`}
          >
            {[textOf(row, 'contact_name'), textOf(row, 'relationship')].filter(Boolean).join(', ')}
          </ButtonLink>
        ))}
        {value?.data.some((row) => row['can_receive_alerts'] === true) && <AlertPeople onAlerted={onAlerted} />}
        {value?.data.length === 0 && (
          <ButtonLink kind="plain" icon="add" href={placeHref(['records', 'contacts', 'new'])}>
            {t('page-home:emergency.addContact')}
          </ButtonLink>
        )}
      </div>
    </Dialog>
  )
}
