import { canUsePasskeys } from '../../../browser/passkeys.ts'
import { Card } from '../../../components/card.tsx'
import { t } from '../../../words/words.ts'
import { SettingsPage } from '../settings-page.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

/** How the person signs in, and where they are signed in. */
export function SecurityScreen() {
  return (
    <SettingsPage title={t('page-security:title')}>
      <Card title={t('page-security:secondFactor.title')}>
        <SecondFactor />
      </Card>
      {canUsePasskeys && (
        <Card title={t('page-security:passkeys.title')}>
          <Passkeys />
        </Card>
      )}
      <SettingsPart icon="phone" title={t('page-settings:sessions.title')}>
        {() => <Sessions />}
      </SettingsPart>
      <SettingsPart icon="edit" title={t('page-settings:password.title')}>
        {() => <PasswordForm />}
      </SettingsPart>
    </SettingsPage>
  )
}
