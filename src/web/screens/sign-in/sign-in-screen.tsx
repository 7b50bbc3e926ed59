import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon, type IconName } from '../../components/icon.tsx'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { place } from '../../router.ts'
import { language, t } from '../../words/words.ts'
import { LogInForm } from './log-in-form.tsx'
import { ForgotPasswordForm, RegisterForm, ResetPasswordForm, VerifyEmail } from './sign-in-forms.tsx'
import './sign-in.css'

const PROMISES: readonly { readonly key: string; readonly icon: IconName }[] = [
  { key: 'talk', icon: 'chat' },
  { key: 'read', icon: 'report' },
  { key: 'yours', icon: 'heart' },
]

/** Whether a link of a mail was followed, which is served whoever is signed in. */
export function isMailedPlace(): boolean {
  const [first = ''] = place.get().segments
  return first === 'reset-password' || first === 'verify-email'
}

/** What this is, and the way in: an account, a new one, or a new password. */
export function SignInScreen() {
  const { segments, query } = place.get()
  const [first = ''] = segments
  const { title, form } = formAt(first, query['token'] ?? '')

  useEffect(() => {
    document.title = `${t(title)} · Swasthwrap`
  }, [title, language()])

  return (
    <main class="sign-in">
      <section class="sign-in__about">
        <p class="sign-in__brand">
          <img src="/icon.svg" alt="" width="44" height="44" />
          Swasthwrap
        </p>
        <LanguageSwitch />
        <h1 class="sign-in__claim">{t('welcome.claim')}</h1>
      </section>
      <section class="sign-in__panel">
        {form}
        <p class="sign-in__note">{t('welcome.note')}</p>
      </section>
      <ul class="sign-in__promises">
        {PROMISES.map(({ key, icon }) => (
          <li key={key}>
            <span class="sign-in__mark">
              <Icon name={icon} size={20} />
            </span>
            {t(`welcome.${key}`)}
          </li>
        ))}
      </ul>
    </main>
  )
}

function formAt(first: string, token: string): { readonly title: string; readonly form: ComponentChildren } {
  switch (first) {
    case 'register':
      return { title: 'account.register', form: <RegisterForm key={first} /> }
    case 'forgot-password':
      return { title: 'account.forgotTitle', form: <ForgotPasswordForm key={first} /> }
    case 'reset-password':
      return { title: 'account.resetTitle', form: <ResetPasswordForm key={first} token={token} /> }
    case 'verify-email':
      return { title: 'account.verifyTitle', form: <VerifyEmail key={first} token={token} /> }
    default:
      return { title: 'account.logIn', form: <LogInForm key="log-in" /> }
  }
}
