import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { logIn, register } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { TextField } from '../../components/field.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { matchPlace, place, placeHref } from '../../router.ts'
import { language, t } from '../../words/words.ts'
import './sign-in.css'

const PROMISES: readonly { readonly key: string; readonly icon: IconName }[] = [
  { key: 'talk', icon: 'chat' },
  { key: 'read', icon: 'report' },
  { key: 'yours', icon: 'heart' },
]

/** What this is, and the way in: an account or a new one. */
export function SignInScreen() {
  const isNew = matchPlace('register', place.get()) !== undefined
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const fieldError = (name: string): string | undefined =>
    error instanceof ApiProblem ? error.field(name)?.detail : undefined

  useEffect(() => {
    document.title = `${t(isNew ? 'account.register' : 'account.logIn')} · Swasthwrap`
  }, [isNew, language()])

  useEffect(() => setError(undefined), [isNew])

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!form.current) return
    const values = new FormData(form.current)
    const value = (name: string): string => String(values.get(name) ?? '').trim()
    setBusy(true)
    setError(undefined)
    try {
      const secret = { email: value('email'), password: String(values.get('password') ?? '') }
      if (isNew) await register({ name: value('name'), ...secret })
      else await logIn(secret)
    } catch (reason) {
      setError(reason)
      setBusy(false)
      const wrong = reason instanceof ApiProblem ? reason.errors[0]?.pointer.slice(1) : undefined
      if (wrong) form.current?.querySelector<HTMLInputElement>(`[name="${CSS.escape(wrong)}"]`)?.focus()
    }
  }

  const hasFieldErrors = error instanceof ApiProblem && error.errors.length > 0
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
        <form
          class="stack"
          ref={form}
          onSubmit={(event) => void submit(event)}
          aria-labelledby="sign-in-title"
          noValidate
        >
          <h2 class="sign-in__title" id="sign-in-title">
            {t(isNew ? 'account.registerTitle' : 'account.logInTitle')}
          </h2>
          {error !== undefined && !hasFieldErrors && <ErrorNotice error={error} />}
          {isNew && (
            <TextField label={t('account.name')} name="name" autocomplete="name" error={fieldError('name')} required />
          )}
          <TextField
            label={t('account.email')}
            name="email"
            type="email"
            inputMode="email"
            autocomplete="email"
            autocapitalize="none"
            error={fieldError('email')}
            required
          />
          <TextField
            label={t('account.password')}
            name="password"
            type="password"
            autocomplete={isNew ? 'new-password' : 'current-password'}
            hint={isNew ? t('account.passwordHint') : undefined}
            error={fieldError('password')}
            required
          />
          <Button kind="primary" type="submit" busy={busy}>
            {t(isNew ? 'account.register' : 'account.logIn')}
          </Button>
          <p class="sign-in__other">
            {t(isNew ? 'account.haveOne' : 'account.haveNone')}{' '}
            <a href={placeHref(isNew ? [] : ['register'])}>{t(isNew ? 'account.logIn' : 'account.register')}</a>
          </p>
        </form>
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
