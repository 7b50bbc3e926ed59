import { useRef, useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { TextField } from '../../../components/field.tsx'
import { say } from '../../../components/toast.tsx'
import { t } from '../../../words/words.ts'
import { AccountName } from '../password-dialog.tsx'

/** A new password; every other sign-in ends with it. */
export function PasswordForm() {
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const problem = error instanceof ApiProblem ? error : undefined

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!form.current) return
    const values = new FormData(form.current)
    setBusy(true)
    setError(undefined)
    try {
      await request('POST', '/api/v1/auth/password/change', {
        body: { current_password: values.get('current_password'), new_password: values.get('new_password') },
      })
      form.current.reset()
      say(t('page-settings:password.done'))
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  return (
    <form class="stack" ref={form} onSubmit={(event) => void save(event)} noValidate>
      <AccountName />
      <TextField
        label={t('page-settings:password.current')}
        name="current_password"
        type="password"
        autocomplete="current-password"
        error={problem?.field('current_password')?.detail}
        required
      />
      <TextField
        label={t('page-settings:password.new')}
        name="new_password"
        type="password"
        autocomplete="new-password"
        hint={t('account.passwordHint')}
        error={problem?.field('new_password')?.detail}
        required
      />
      {error !== undefined && (problem?.errors.length ?? 0) === 0 && <ErrorNotice error={error} />}
      <div class="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('page-settings:password.save')}
        </Button>
      </div>
    </form>
  )
}
