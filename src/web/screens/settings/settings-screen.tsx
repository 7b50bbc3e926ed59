import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { logOut, user } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { useAction } from '../../components/use-action.ts'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { AboutMe } from './about-me.tsx'
import { AvatarButton } from './avatar/avatar-button.tsx'
import { NotificationSettings } from './notification-settings.tsx'
import { SettingsPart } from './settings-part.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { UnitSettings } from './unit-settings.tsx'
import '../records/records.css'
import './settings.css'

/** What is large enough for a screen of its own. */
const SCREENS: readonly { readonly name: string; readonly icon: IconName }[] = [
  { name: 'privacy', icon: 'settings' },
  { name: 'security', icon: 'shield' },
  { name: 'services', icon: 'link' },
  { name: 'programs', icon: 'key' },
  { name: 'data', icon: 'download' },
]

/** Who the person is, how the page is, and the way out. Parts are fetched when they are opened. */
export function SettingsScreen() {
  return (
    <div class="stack">
      <header class="settings-person">
        <AvatarButton />
        <div class="settings-person__name">
          <h1>{user().name}</h1>
          <p class="soft">{user().email}</p>
        </div>
      </header>
      <UnconfirmedAddress />
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
      <ul class="records">
        {SCREENS.map(({ name, icon }) => (
          <li key={name} class="records__row">
            <a class="records__item" href={placeHref(['settings', name])}>
              <span class="records__icon">
                <Icon name={icon} />
              </span>
              <span class="records__text">
                <strong>{t(`page-settings:screens.${name}.title`)}</strong>
                <span class="small soft">{t(`page-settings:screens.${name}.about`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button onClick={() => void logOut()}>{t('account.logOut')}</Button>
      </div>
    </div>
  )
}

/** Asks once more for the mail that confirms the address, until somebody has followed its link. */
function UnconfirmedAddress() {
  const [sent, setSent] = useState(false)
  const { busy, error, run } = useAction()
  if (user().email_verified) return null
  const send = async (): Promise<void> => {
    setSent(await run(() => request('POST', '/api/v1/auth/email/verification')))
  }
  return (
    <div class="notice notice--warm">
      <Icon name="info" size={20} />
      <div class="notice__text" role="status">
        <p>{t(sent ? 'page-settings:address.sent' : 'page-settings:address.unconfirmed')}</p>
        {error !== undefined && <ErrorNotice error={error} />}
        {!sent && (
          <Button size="small" busy={busy} onClick={() => void send()}>
            {t('page-settings:address.send')}
          </Button>
        )}
      </div>
    </div>
  )
}
