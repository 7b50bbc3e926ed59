import { useEffect, useState } from 'preact/hooks'
import { forgotPassword, register, resetPassword, verifyEmail } from '../../api/session.ts'
import { ButtonLink } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { TextField } from '../../components/field.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { placeHref } from '../../place.ts'
import { language, loadWords, t } from '../../words/words.ts'
import { AccountForm } from './account-form.tsx'

export const EmailField = ({ error }: { error: string | undefined }) => (
  <TextField
    label={t('account.email')}
    name="email"
    type="email"
    inputMode="email"
    autocomplete="email"
    autocapitalize="none"
    error={error}
    required
  />
)

const NewPasswordField = ({ error }: { error: string | undefined }) => (
  <TextField
    label={t('account.password')}
    name="password"
    type="password"
    autocomplete="new-password"
    hint={t('account.passwordHint')}
    error={error}
    required
  />
)

export function RegisterForm() {
  return (
    <AccountForm
      title={t('account.registerTitle')}
      submit={t('account.register')}
      onSubmit={(value) =>
        register({ name: value('name').trim(), email: value('email').trim(), password: value('password') })
      }
      footer={
        <p class="sign-in__other">
          {t('account.haveOne')} <a href={placeHref([])}>{t('account.logIn')}</a>
        </p>
      }
    >
      {(errorOf) => (
        <>
          <TextField label={t('account.name')} name="name" autocomplete="name" error={errorOf('name')} required />
          <EmailField error={errorOf('email')} />
          <NewPasswordField error={errorOf('password')} />
          <ProcessingNotice />
        </>
      )}
    </AccountForm>
  )
}

/** What one agrees to by making an account, in the words that the receipt keeps. */
function ProcessingNotice() {
  const [loaded, setLoaded] = useState<string>()
  const spoken = language()
  useEffect(() => {
    loadWords(['consents']).then(
      () => setLoaded(spoken),
      () => setLoaded(undefined),
    )
  }, [spoken])
  return loaded === spoken ? <p class="sign-in__note">{t('consents:purposes.processing.text')}</p> : <Spinner />
}

export function ForgotPasswordForm() {
  const [sent, setSent] = useState(false)
  if (sent) return <Done title={t('account.forgotTitle')} text={t('account.forgotSent')} />
  return (
    <AccountForm
      title={t('account.forgotTitle')}
      submit={t('account.forgotSend')}
      onSubmit={async (value) => {
        await forgotPassword(value('email').trim())
        setSent(true)
      }}
      footer={
        <p class="sign-in__other">
          <a href={placeHref([])}>{t('account.logIn')}</a>
        </p>
      }
    >
      {(errorOf) => <EmailField error={errorOf('email')} />}
    </AccountForm>
  )
}

export function ResetPasswordForm({ token }: { token: string }) {
  const [done, setDone] = useState(false)
  if (done) return <Done title={t('account.resetTitle')} text={t('account.resetDone')} />
  return (
    <AccountForm
      title={t('account.resetTitle')}
      submit={t('common.save')}
      onSubmit={async (value) => {
        await resetPassword(token, value('password'))
        setDone(true)
      }}
    >
      {(errorOf) => <NewPasswordField error={errorOf('password')} />}
    </AccountForm>
  )
}

/** Confirms the address as soon as the link is opened. */
export function VerifyEmail({ token }: { token: string }) {
  const [state, setState] = useState<{ readonly done: boolean; readonly error?: unknown }>({ done: false })
  useEffect(() => {
    verifyEmail(token).then(
      () => setState({ done: true }),
      (error: unknown) => setState({ done: false, error }),
    )
  }, [token])
  if (state.error !== undefined) return <ErrorNotice error={state.error} />
  return state.done ? <Done title={t('account.verifyTitle')} text={t('account.verifyDone')} /> : <Spinner />
}

function Done({ title, text }: { title: string; text: string }) {
  return (
    <div class="stack" role="status">
      <h2 class="sign-in__title">{title}</h2>
      <p>{text}</p>
      <ButtonLink kind="primary" href={placeHref([])}>
        {t('account.goOn')}
      </ButtonLink>
    </div>
  )
}
