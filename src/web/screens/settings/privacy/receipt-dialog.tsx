import { request } from '../../../api/client.ts'
import { saveFile } from '../../../browser/save-file.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { formatMoment } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { RECEIPTS_PATH, type Receipt } from './consent.ts'

/** What was shown, what was decided and when; to be kept as a file. In the language in which it was decided. */
export function ReceiptDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { value, error, reload } = useResource(id, (signal) =>
    request<Receipt>('GET', `${RECEIPTS_PATH}/${id}`, { signal }),
  )
  const save = (receipt: Receipt): void =>
    saveFile(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `swasthwrap-receipt-${receipt.id}.json`,
    )
  return (
    <Dialog
      title={t('page-privacy:receipt')}
      onClose={onClose}
      actions={
        value && (
          <Button icon="download" onClick={() => save(value)}>
            {t('page-privacy:save')}
          </Button>
        )
      }
    >
      {value === undefined ? (
        error === undefined ? (
          <Spinner />
        ) : (
          <ErrorNotice error={error} onRetry={reload} />
        )
      ) : (
        <ReceiptFields receipt={value} />
      )}
    </Dialog>
  )
}

function ReceiptFields({ receipt }: { receipt: Receipt }) {
  const { language, events } = receipt
  const said: readonly (readonly [name: string, text: string | null])[] = [
    ['purpose', receipt.purpose_title],
    ['notice', receipt.privacy_notice],
    ['data', receipt.pii_information],
    ['recipients', receipt.recipient_third_parties],
    ['withdrawal', receipt.withdrawal_method],
  ]
  return (
    <dl class="record-fields">
      {said.map(
        ([name, text]) =>
          text !== null && (
            <div key={name}>
              <dt>{t(`page-privacy:fields.${name}`)}</dt>
              <dd lang={language}>{text}</dd>
            </div>
          ),
      )}
      <div>
        <dt>{t('page-privacy:fields.events')}</dt>
        {events.map(({ event_state: state, event_time: at }) => (
          <dd key={at + state}>
            {t(`page-privacy:events.${state}`)}: {formatMoment(at)}
          </dd>
        ))}
      </div>
      <div>
        <dt>{t('page-privacy:fields.id')}</dt>
        <dd class="small">
          <code>{receipt.id}</code>
        </dd>
      </div>
    </dl>
  )
}
