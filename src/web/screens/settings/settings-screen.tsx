import { logOut, user } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { t } from '../../words/words.ts'
import { AboutMe } from './about-me.tsx'
import { NotificationSettings } from './notification-settings.tsx'
import { PasswordForm } from './password-form.tsx'
import { PrivacySettings } from './privacy-settings.tsx'
import { Sessions } from './sessions.tsx'
import { SettingsPart } from './settings-part.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { UnitSettings } from './unit-settings.tsx'
import '../records/records.css'
import './settings.css'

/** Who the person is, how the page is, and the way out. Parts are fetched when they are opened. */
export function SettingsScreen() {
  return (
    <div class="stack">
      <h1>{user().name}</h1>
      <p class="soft">{user().email}</p>
      <Card title={t('common.language')}>
        <LanguageSwitch />
      </Card>
      <Card title={t('page-settings:theme.title')}>
        <ThemeSwitch />
      </Card>
      <SettingsPart icon="person" title={t('page-settings:about.title')}>
        {() => <AboutMe />}
      </SettingsPart>
      <SettingsPart icon="chart" title={t('page-settings:units.title')}>
        {() => <UnitSettings />}
      </SettingsPart>
      <SettingsPart icon="info" title={t('page-settings:notifications.title')}>
        {() => <NotificationSettings />}
      </SettingsPart>
      <SettingsPart icon="settings" title={t('page-settings:privacy.title')}>
        {() => <PrivacySettings />}
      </SettingsPart>
      <SettingsPart icon="phone" title={t('page-settings:sessions.title')}>
        {() => <Sessions />}
      </SettingsPart>
      <SettingsPart icon="edit" title={t('page-settings:password.title')}>
        {() => <PasswordForm />}
      </SettingsPart>
      <div class="row">
        <Button onClick={() => void logOut()}>{t('account.logOut')}</Button>
      </div>
    </div>
  )
}
