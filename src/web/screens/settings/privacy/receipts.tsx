import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { formatMoment } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { RECEIPTS_PATH, type Receipt } from './consent.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'

/** Everything that was ever decided, the newest first. */
export function Receipts() {
  const { value, error, reload } = useResource(RECEIPTS_PATH, (signal) =>
    request<{ readonly data: readonly Receipt[] }>('GET', RECEIPTS_PATH, { signal }),
  )
  const [shown, setShown] = useState<string>()
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  if (value.data.length === 0) return <p class="soft">{t('page-privacy:noReceipts')}</p>
  return (
    <>
      <ul class="child-rows">
        {value.data.map((receipt) => (
          <li key={receipt.id} class="child-rows__row">
            <span class="records__text" lang={receipt.language}>
              <strong>{receipt.purpose_title}</strong>
              <EventLine receipt={receipt} />
            </span>
            <Button
              size="small"
              aria-label={`${t('page-privacy:receipt')}: ${receipt.purpose_title}`}
              onClick={() => setShown(receipt.id)}
            >
              {t('page-privacy:receipt')}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== undefined && <ReceiptDialog id={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}

function EventLine({ receipt }: { receipt: Receipt }) {
  const last = receipt.events.at(-1)
  if (last === undefined) return null
  return (
    <span class="small soft">
      {t(`page-privacy:events.${last.event_state}`)} · {formatMoment(last.event_time)}
    </span>
  )
}
