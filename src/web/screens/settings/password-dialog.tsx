import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { user } from '../../api/session.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { TextField } from '../../components/field.tsx'
import { useAction } from '../../components/use-action.ts'
import { t } from '../../words/words.ts'

/**
 * Asks for the password once more, before what must not be done by whoever finds the phone lying about.
 * @param onProve told the password. @throws what the server says against it.
 * @param children what is about to happen.
 */
export function PasswordDialog({
  title,
  submit,
  isDanger = false,
  isReady = true,
  onProve,
  onClose,
  children,
}: {
  title: string
  submit: string
  isDanger?: boolean
  /** What else is asked for was given. */
  isReady?: boolean
  onProve: (password: string) => Promise<void>
  onClose: () => void
  children?: ComponentChildren
}) {
  const id = useId()
  const [password, setPassword] = useState('')
  const { busy, error, run } = useAction()
  const prove = (event: SubmitEvent): void => {
    event.preventDefault()
    void run(() => onProve(password))
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <DialogButtons
          kind={isDanger ? 'danger' : 'primary'}
          type="submit"
          form={id}
          busy={busy}
          disabled={password === '' || !isReady}
          onClose={onClose}
        >
          {submit}
        </DialogButtons>
      }
    >
      <form class="stack" id={id} onSubmit={prove} noValidate>
        {children}
        <AccountName />
        <TextField
          label={t('account.password')}
          type="password"
          autocomplete="current-password"
          hint={t('page-security:passwordWhy')}
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
          required
        />
        {error !== undefined && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  )
}

/** Tells password managers whose password it is. */
export function AccountName() {
  return (
    <input
      class="visually-hidden"
      type="text"
      autocomplete="username"
      value={user().email}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
