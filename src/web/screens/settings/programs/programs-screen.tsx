import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { ResourceView } from '../../../components/resource-view.tsx'
import { say } from '../../../components/toast.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { formatDate, formatRelative } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { SecretText } from '../secret-text.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { StepTitle } from '../step-title.tsx'
import { type ApiToken, PATH } from './api-token.ts'
import { NewTokenForm } from './new-token-form.tsx'

/** The keys with which other programs work for the person. */
export function ProgramsScreen() {
  const tokens = useResource(PATH, (signal) => request<{ readonly data: readonly ApiToken[] }>('GET', PATH, { signal }))
  const [made, setMade] = useState<{ readonly name: string; readonly token: string }>()
  return (
    <SettingsPage title={t('page-security:programs.title')} lead={t('page-security:programs.lead')}>
      {made ? (
        <Card tone="brand">
          <StepTitle level={2}>{t('page-security:programs.made', { name: made.name })}</StepTitle>
          <p>{t('page-security:programs.madeHint')}</p>
          <SecretText label={t('page-security:programs.token')} text={made.token} />
          <div class="row">
            <Button kind="primary" icon="check" onClick={() => setMade(undefined)}>
              {t('page-security:programs.kept')}
            </Button>
          </div>
        </Card>
      ) : (
        <Card title={t('page-security:programs.new')}>
          <NewTokenForm
            onMade={(token) => {
              setMade(token)
              tokens.reload()
            }}
          />
        </Card>
      )}
      <ResourceView resource={tokens}>
        {({ data }) =>
          data.length > 0 && (
            <Card title={t('page-security:programs.list')}>
              <ul class="child-rows">
                {data.map((token) => (
                  <TokenRow key={token.id} token={token} onRevoked={tokens.reload} />
                ))}
              </ul>
            </Card>
          )
        }
      </ResourceView>
    </SettingsPage>
  )
}

function TokenRow({ token, onRevoked }: { token: ApiToken; onRevoked: () => void }) {
  const [asking, setAsking] = useState(false)
  const revoke = async (): Promise<void> => {
    await request('DELETE', `${PATH}/${token.id}`)
    say(t('page-security:programs.revoked'))
    onRevoked()
  }
  return (
    <li class="child-rows__row">
      <span class="records__text">
        <strong>{token.name}</strong>
        <span class="small soft">{aboutToken(token)}</span>
      </span>
      <Button
        size="small"
        aria-label={t('page-security:programs.revokeThis', { name: token.name })}
        onClick={() => setAsking(true)}
      >
        {t('page-security:programs.revoke')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('page-security:programs.revokeThis', { name: token.name })}
          text={t('page-security:programs.revokeHint')}
          confirm={t('page-security:programs.revoke')}
          onConfirm={revoke}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

function aboutToken({ scopes, last_used_at: used, expires_at: end }: ApiToken): string {
  return [
    scopes.map((scope) => t(`page-security:scopes.${scope}`)).join(', '),
    used === null ? t('page-security:unused') : t('page-security:used', { when: formatRelative(used) }),
    end !== null && t('page-security:programs.until', { date: formatDate(end) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
