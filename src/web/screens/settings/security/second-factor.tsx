import { useRef, useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { say } from '../../../components/toast.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { PasswordDialog } from '../password-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup, type Setup } from './second-factor-setup.tsx'

interface Status {
  readonly enabled: boolean
  readonly enabled_at: string | null
  readonly recovery_codes_left: number
}

type Step =
  | { readonly kind: 'rest' | 'begin' | 'renew' | 'remove' }
  | { readonly kind: 'setup'; readonly setup: Setup }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }

const PATH = '/api/v1/auth/second-factor'
const REST: Step = { kind: 'rest' }
/** Time for new codes. */
const FEW_CODES = 3

/** The code of an app that is asked for after the password: set up, renewed, turned off. */
export function SecondFactor() {
  const { value, error, reload } = useResource(PATH, (signal) => request<Status>('GET', PATH, { signal }))
  const [step, setStep] = useState<Step>(REST)
  const place = useRef<HTMLDivElement>(null)
  const rest = (): void => setStep(REST)
  // What had the focus is gone.
  const restAndStay = (): void => {
    rest()
    requestAnimationFrame(() => place.current?.focus())
  }
  const showCodes = (codes: readonly string[]): void => {
    setStep({ kind: 'codes', codes })
    reload()
  }
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  if (step.kind === 'setup')
    return <SecondFactorSetup setup={step.setup} onConfirmed={showCodes} onCancel={restAndStay} />
  if (step.kind === 'codes') return <RecoveryCodes codes={step.codes} onKept={restAndStay} />
  return (
    <div class="stack" ref={place} tabIndex={-1}>
      {value.enabled ? (
        <Enabled
          status={value}
          onRenew={() => setStep({ kind: 'renew' })}
          onRemove={() => setStep({ kind: 'remove' })}
        />
      ) : (
        <>
          <p>{t('page-security:secondFactor.lead')}</p>
          <div class="row">
            <Button icon="shield" onClick={() => setStep({ kind: 'begin' })}>
              {t('page-security:secondFactor.begin')}
            </Button>
          </div>
        </>
      )}
      {step.kind === 'begin' && (
        <PasswordDialog
          title={t('page-security:secondFactor.begin')}
          submit={t('account.goOn')}
          onClose={rest}
          onProve={async (password) =>
            setStep({ kind: 'setup', setup: await request<Setup>('POST', PATH, { body: { password } }) })
          }
        />
      )}
      {step.kind === 'renew' && (
        <PasswordDialog
          title={t('page-security:codes.renew')}
          submit={t('page-security:codes.renew')}
          onClose={rest}
          onProve={async (password) => {
            const made = await request<{ recovery_codes: string[] }>('POST', `${PATH}/recovery-codes`, {
              body: { password },
            })
            showCodes(made.recovery_codes)
          }}
        >
          <p>{t('page-security:codes.renewHint')}</p>
        </PasswordDialog>
      )}
      {step.kind === 'remove' && (
        <PasswordDialog
          title={t('page-security:secondFactor.remove')}
          submit={t('page-security:secondFactor.remove')}
          isDanger
          onClose={rest}
          onProve={async (password) => {
            await request('POST', `${PATH}/remove`, { body: { password } })
            say(t('page-security:secondFactor.removed'))
            rest()
            reload()
          }}
        >
          <p>{t('page-security:secondFactor.removeHint')}</p>
        </PasswordDialog>
      )}
    </div>
  )
}

function Enabled({ status, onRenew, onRemove }: { status: Status; onRenew: () => void; onRemove: () => void }) {
  const { enabled_at: since, recovery_codes_left: left } = status
  return (
    <>
      <p class="row">
        <span class="records__mark records__mark--normal">{t('page-security:on')}</span>
        {since !== null && <span class="small soft">{t('page-security:since', { date: formatDate(since) })}</span>}
      </p>
      <p class={left < FEW_CODES ? 'notice notice--warm' : 'soft'}>{t('page-security:codes.left', { count: left })}</p>
      <div class="row">
        <Button onClick={onRenew}>{t('page-security:codes.renew')}</Button>
        <Button kind="plain" onClick={onRemove}>
          {t('page-security:secondFactor.remove')}
        </Button>
      </div>
    </>
  )
}
