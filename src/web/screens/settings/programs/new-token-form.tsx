import { useState } from 'preact/hooks'
import type { TokenScope } from '../../../../platform/auth/index.ts'
import { request } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { SelectField, Switch, TextField } from '../../../components/field.tsx'
import { useAction } from '../../../components/use-action.ts'
import { t } from '../../../words/words.ts'
import { type ApiToken, endOf, LIFETIMES, PATH, SCOPES } from './api-token.ts'

const NEVER = 'never'

/** @param onMade told the token, which the server shows this once. */
export function NewTokenForm({ onMade }: { onMade: (made: ApiToken & { readonly token: string }) => void }) {
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly TokenScope[]>(['read'])
  const [lifetime, setLifetime] = useState<string>(String(LIFETIMES[1]))
  const { busy, error, run } = useAction()
  const problem = error instanceof ApiProblem ? error : undefined
  const toggle = (scope: TokenScope, isOn: boolean): void =>
    setScopes((before) => SCOPES.filter((each) => (each === scope ? isOn : before.includes(each))))
  const make = (event: SubmitEvent): void => {
    event.preventDefault()
    const expires_at = endOf(lifetime === NEVER ? undefined : Number(lifetime), new Date())
    void run(async () => onMade(await request('POST', PATH, { body: { name: name.trim(), scopes, expires_at } })))
  }
  return (
    <form class="stack" onSubmit={make} noValidate>
      <TextField
        label={t('page-security:programs.name')}
        hint={t('page-security:programs.nameHint')}
        maxLength={100}
        autocomplete="off"
        value={name}
        error={problem?.field('name')?.detail}
        onInput={(event) => setName(event.currentTarget.value)}
        required
      />
      <fieldset class="field">
        <legend class="field__label">{t('page-security:programs.may')}</legend>
        {SCOPES.map((scope) => (
          <Switch
            key={scope}
            label={t(`page-security:scopes.${scope}`)}
            hint={t(`page-security:scopeHints.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(event) => toggle(scope, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <SelectField
        label={t('page-security:programs.ends')}
        value={lifetime}
        options={[
          ...LIFETIMES.map((days) => ({
            value: String(days),
            label: t('page-security:programs.days', { count: days }),
          })),
          { value: NEVER, label: t('page-security:programs.never') },
        ]}
        onChange={(event) => setLifetime(event.currentTarget.value)}
      />
      {error !== undefined && problem?.field('name') === undefined && <ErrorNotice error={error} />}
      <div class="row">
        <Button
          kind="primary"
          icon="key"
          type="submit"
          busy={busy}
          disabled={name.trim() === '' || scopes.length === 0}
        >
          {t('page-security:programs.make')}
        </Button>
      </div>
    </form>
  )
}
