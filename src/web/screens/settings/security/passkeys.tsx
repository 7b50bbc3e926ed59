import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import type { PasskeyStep } from '../../../api/session.ts'
import { makePasskey } from '../../../browser/passkeys.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { TextField } from '../../../components/field.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { say } from '../../../components/toast.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { formatDate, formatRelative } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { PasswordDialog } from '../password-dialog.tsx'

interface Passkey {
  readonly id: string
  readonly name: string
  readonly synced: boolean
  readonly last_used_at: string | null
  readonly created_at: string
}

const PATH = '/api/v1/auth/passkeys'

/** The devices that sign in by a finger, a face or a PIN. */
export function Passkeys() {
  const { value, error, reload } = useResource(PATH, (signal) =>
    request<{ readonly data: readonly Passkey[] }>('GET', PATH, { signal }),
  )
  const [asked, setAsked] = useState<'add' | Passkey>()
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const close = (): void => setAsked(undefined)
  const done = (text: string): void => {
    say(text)
    close()
    reload()
  }
  return (
    <>
      <p>{t('page-security:passkeys.lead')}</p>
      {value.data.length > 0 && (
        <ul class="child-rows">
          {value.data.map((passkey) => (
            <li key={passkey.id} class="child-rows__row">
              <span class="records__text">
                <strong>{passkey.name}</strong>
                <span class="small soft">{aboutPasskey(passkey)}</span>
              </span>
              <IconButton
                icon="delete"
                label={t('page-security:passkeys.remove', { name: passkey.name })}
                onClick={() => setAsked(passkey)}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <Button icon="key" onClick={() => setAsked('add')}>
          {t('page-security:passkeys.add')}
        </Button>
      </div>
      {asked === 'add' && <AddPasskey onClose={close} onAdded={() => done(t('page-security:passkeys.added'))} />}
      {asked !== undefined && asked !== 'add' && (
        <PasswordDialog
          title={t('page-security:passkeys.remove', { name: asked.name })}
          submit={t('common.delete')}
          isDanger
          onClose={close}
          onProve={async (password) => {
            await request('POST', `${PATH}/${asked.id}/remove`, { body: { password } })
            done(t('page-security:passkeys.removed'))
          }}
        >
          <p>{t('page-security:passkeys.removeHint')}</p>
        </PasswordDialog>
      )}
    </>
  )
}

/** The name first, then the password, then the device itself. */
function AddPasskey({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const [name, setName] = useState(() => t('page-security:passkeys.thisDevice'))
  return (
    <PasswordDialog
      title={t('page-security:passkeys.add')}
      submit={t('account.goOn')}
      isReady={name.trim() !== ''}
      onClose={onClose}
      onProve={async (password) => {
        const { challenge_token, options } = await request<PasskeyStep>('POST', `${PATH}/options`, {
          body: { password },
        })
        const response = await makePasskey(options)
        await request('POST', PATH, { body: { challenge_token, name: name.trim(), response } })
        onAdded()
      }}
    >
      <TextField
        label={t('page-security:passkeys.name')}
        hint={t('page-security:passkeys.nameHint')}
        maxLength={100}
        autocomplete="off"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        required
      />
    </PasswordDialog>
  )
}

function aboutPasskey({ synced, last_used_at: used, created_at: made }: Passkey): string {
  return [
    t('page-security:passkeys.since', { date: formatDate(made) }),
    used === null ? t('page-security:unused') : t('page-security:used', { when: formatRelative(used) }),
    synced && t('page-security:passkeys.synced'),
  ]
    .filter(Boolean)
    .join(' · ')
}
