import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { TextField } from '../../../components/field.tsx'
import { useAction } from '../../../components/use-action.ts'
import { t } from '../../../words/words.ts'
import { SecretText } from '../secret-text.tsx'
import { StepTitle } from '../step-title.tsx'
import { QrCode } from './qr-code.tsx'

export interface Setup {
  /** Base32, to type into the app. */
  readonly secret: string
  /** The same as an `otpauth:` address. */
  readonly uri: string
}

/** Four letters at a time are easier to type. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/**
 * The secret for the app, as a picture, as a link for an app on this very phone, and as letters; then a code of it.
 * @param onConfirmed told the recovery codes.
 */
export function SecondFactorSetup({
  setup,
  onConfirmed,
  onCancel,
}: {
  setup: Setup
  onConfirmed: (codes: readonly string[]) => void
  onCancel: () => void
}) {
  const [code, setCode] = useState('')
  const { busy, error, run } = useAction()
  const confirm = (event: SubmitEvent): void => {
    event.preventDefault()
    void run(async () => {
      const made = await request<{ recovery_codes: string[] }>('POST', '/api/v1/auth/second-factor/confirm', {
        body: { code: code.trim() },
      })
      onConfirmed(made.recovery_codes)
    })
  }
  return (
    <form class="stack" onSubmit={confirm} noValidate>
      <StepTitle>{t('page-security:setup.scan')}</StepTitle>
      <p class="soft">{t('page-security:setup.apps')}</p>
      <QrCode text={setup.uri} label={t('page-security:setup.picture')} />
      <div class="row row--center">
        <ButtonLink size="small" icon="phone" href={setup.uri}>
          {t('page-security:setup.open')}
        </ButtonLink>
      </div>
      <SecretText label={t('page-security:setup.letters')} text={setup.secret} shown={inGroups(setup.secret)} />
      <h3>{t('page-security:setup.confirm')}</h3>
      <TextField
        label={t('account.code')}
        inputMode="numeric"
        autocomplete="one-time-code"
        hint={t('account.codeHint')}
        value={code}
        onInput={(event) => setCode(event.currentTarget.value)}
        required
      />
      {error !== undefined && <ErrorNotice error={error} />}
      <div class="row">
        <Button kind="primary" type="submit" busy={busy} disabled={code.trim() === ''}>
          {t('page-security:setup.turnOn')}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
