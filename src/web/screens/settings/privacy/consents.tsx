import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { say } from '../../../components/toast.tsx'
import { useAction } from '../../../components/use-action.ts'
import { useResource } from '../../../components/use-resource.ts'
import { formatDate } from '../../../words/format.ts'
import { language, t } from '../../../words/words.ts'
import { answersTo, CONSENTS_PATH, type Consent } from './consent.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'

/**
 * Each purpose by itself, with the words that the person agrees to.
 * @param children stand below them, and wait for them: nothing that is there already is pushed away.
 */
export function Consents({ onDecided, children }: { onDecided: () => void; children: ComponentChildren }) {
  // The words come from the server, in the page's language.
  const { value, error, reload } = useResource(`consents ${language()}`, (signal) =>
    request<{ readonly data: readonly Consent[] }>('GET', CONSENTS_PATH, { signal }),
  )
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const decided = (): void => {
    reload()
    onDecided()
  }
  return (
    <>
      {value.data.map((consent) => (
        <ConsentCard key={consent.purpose} consent={consent} onDecided={decided} />
      ))}
      {children}
    </>
  )
}

function ConsentCard({ consent, onDecided }: { consent: Consent; onDecided: () => void }) {
  const { purpose, title, text, text_version, allowed, decided_at: at, receipt_id: receipt } = consent
  const [shown, setShown] = useState<string>()
  const { busy, error, run } = useAction()
  const decide = async (answer: boolean): Promise<void> => {
    const body = { allowed: answer, ...(answer ? { text_version } : {}) }
    const isDone = await run(() => request('PUT', `${CONSENTS_PATH}/${purpose}`, { body }))
    if (isDone) say(t(answer ? 'page-privacy:given' : 'page-privacy:withdrawn'))
    // Where the words have changed meanwhile, the new ones are shown.
    onDecided()
  }
  return (
    <Card title={title}>
      <p class="row">
        <span class={`records__mark ${allowed ? 'records__mark--normal' : ''}`}>
          {t(allowed ? 'page-privacy:allowed' : 'page-privacy:notAllowed')}
        </span>
        <span class="small soft">
          {at === null ? t('page-privacy:notAsked') : t('page-privacy:since', { date: formatDate(at) })}
        </span>
      </p>
      <p>{text}</p>
      <div class="row">
        {answersTo(consent).map((answer) => (
          <Button
            key={String(answer)}
            busy={busy}
            aria-label={`${t(answer ? 'page-privacy:give' : 'page-privacy:withdraw')}: ${title}`}
            onClick={() => void decide(answer)}
          >
            {t(answer ? 'page-privacy:give' : 'page-privacy:withdraw')}
          </Button>
        ))}
        {receipt !== null && (
          <Button
            kind="plain"
            icon="report"
            aria-label={`${t('page-privacy:receipt')}: ${title}`}
            onClick={() => setShown(receipt)}
          >
            {t('page-privacy:receipt')}
          </Button>
        )}
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      {shown !== undefined && <ReceiptDialog id={shown} onClose={() => setShown(undefined)} />}
    </Card>
  )
}
