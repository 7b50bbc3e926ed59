import { useState } from 'preact/hooks'
import { logIn, logInWithCode, logInWithPasskey, type SecondStep } from '../../api/session.ts'
import { canUsePasskeys } from '../../browser/passkeys.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { TextField } from '../../components/field.tsx'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { AccountForm } from './account-form.tsx'
import { EmailField } from './sign-in-forms.tsx'

/** With the password, and with a code where the account asks for one; or with a passkey, which is enough by itself. */
export function LogInForm() {
  const [step, setStep] = useState<SecondStep>()
  if (step) return <SecondStepForm step={step} onBack={() => setStep(undefined)} />
  return (
    <AccountForm
      key="password"
      title={t('account.logInTitle')}
      submit={t('account.logIn')}
      onSubmit={async (value) => setStep(await logIn({ email: value('email').trim(), password: value('password') }))}
      footer={
        <>
          <PasskeyButton />
          <p class="sign-in__other">
            <a href={placeHref(['forgot-password'])}>{t('account.forgot')}</a>
          </p>
          <p class="sign-in__other">
            {t('account.haveNone')} <a href={placeHref(['register'])}>{t('account.register')}</a>
          </p>
        </>
      }
    >
      {(errorOf) => (
        <>
          <EmailField error={errorOf('email')} />
          <TextField
            label={t('account.password')}
            name="password"
            type="password"
            autocomplete="current-password"
            error={errorOf('password')}
            required
          />
        </>
      )}
    </AccountForm>
  )
}

/** The code of the app; a recovery code has letters and needs another keyboard. */
function SecondStepForm({ step, onBack }: { step: SecondStep; onBack: () => void }) {
  const [way, setWay] = useState<'code' | 'recovery_code'>('code')
  const isCode = way === 'code'
  return (
    <AccountForm
      key={way}
      isNext
      title={t('account.codeTitle')}
      submit={t('account.logIn')}
      onSubmit={(value) => {
        const given = value(way).trim()
        return logInWithCode(step, isCode ? { code: given } : { recovery_code: given })
      }}
      footer={
        <>
          <PasskeyButton />
          <Button kind="plain" onClick={() => setWay(isCode ? 'recovery_code' : 'code')}>
            {t(isCode ? 'account.useRecoveryCode' : 'account.useCode')}
          </Button>
          <Button kind="plain" icon="back" onClick={onBack}>
            {t('account.back')}
          </Button>
        </>
      }
    >
      {(errorOf) =>
        isCode ? (
          <TextField
            label={t('account.code')}
            name="code"
            inputMode="numeric"
            autocomplete="one-time-code"
            hint={t('account.codeHint')}
            error={errorOf('code')}
            required
          />
        ) : (
          <TextField
            label={t('account.recoveryCode')}
            name="recovery_code"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            hint={t('account.recoveryCodeHint')}
            error={errorOf('recovery_code')}
            required
          />
        )
      }
    </AccountForm>
  )
}

function PasskeyButton() {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (!canUsePasskeys) return null
  const logInHere = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await logInWithPasskey()
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  return (
    <>
      <Button icon="key" busy={busy} onClick={() => void logInHere()}>
        {t('account.logInWithPasskey')}
      </Button>
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  )
}
