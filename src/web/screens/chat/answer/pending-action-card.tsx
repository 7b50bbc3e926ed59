import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { language, t } from '../../../words/words.ts'

interface PendingAction {
  readonly title: string
  readonly details: readonly { readonly label: string; readonly value: string }[]
  /** What speaks against it. */
  readonly reasons: readonly string[]
  /** What was done, as a sentence. */
  readonly receipt: string | null
  readonly status: 'pending' | 'confirmed' | 'rejected' | 'expired' | 'failed'
}

/**
 * Something that the assistant would change in the record. Nothing changes before the person says yes here.
 * @param version changes when the conversation may have decided it, by a "yes" in words.
 */
export function PendingActionCard({ id, version }: { id: string; version: number }) {
  const path = `/api/v1/pending-actions/${encodeURIComponent(id)}`
  const action = useResource(`${id} ${language()} ${version}`, (signal) =>
    request<PendingAction>('GET', path, { signal }),
  )
  const [busy, setBusy] = useState<'confirm' | 'cancel'>()
  const [error, setError] = useState<unknown>()

  const decide = async (decision: 'confirm' | 'cancel'): Promise<void> => {
    setBusy(decision)
    setError(undefined)
    try {
      await request('POST', `${path}/${decision}`)
    } catch (reason) {
      setError(reason)
    }
    setBusy(undefined)
    action.reload()
  }

  const { value } = action
  if (!value) return action.error === undefined ? null : <ErrorNotice error={action.error} onRetry={action.reload} />
  return (
    <section class={`proposal proposal--${value.status}`} aria-label={value.title}>
      {value.receipt === null && <Proposed action={value} />}
      {error !== undefined && <ErrorNotice error={error} />}
      {value.status === 'pending' ? (
        <div class="row">
          <Button kind="primary" icon="check" busy={busy === 'confirm'} onClick={() => void decide('confirm')}>
            {t('page-chat:proposal.confirm')}
          </Button>
          <Button busy={busy === 'cancel'} onClick={() => void decide('cancel')}>
            {t('page-chat:proposal.cancel')}
          </Button>
        </div>
      ) : (
        <p class="proposal__state" role="status">
          <Icon name={value.status === 'confirmed' ? 'check' : 'close'} size={20} />
          {value.receipt ?? t(`page-chat:proposal.${value.status}`)}
        </p>
      )}
    </section>
  )
}

/** What would be done, with what, and what speaks against it. */
function Proposed({ action: { title, details, reasons } }: { action: PendingAction }) {
  return (
    <>
      <h2 class="proposal__title">{title}</h2>
      <dl class="proposal__details">
        {details.map((detail) => (
          <div key={detail.label}>
            <dt>{detail.label}</dt>
            <dd>{detail.value}</dd>
          </div>
        ))}
      </dl>
      {reasons.map((reason) => (
        <p class="notice notice--warm" key={reason}>
          <Icon name="warning" size={20} />
          {reason}
        </p>
      ))}
    </>
  )
}
