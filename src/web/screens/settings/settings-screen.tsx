import { logOut, user } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { t } from '../../words/words.ts'

/** How the page is, and the way out. */
export function SettingsScreen() {
  return (
    <div class="stack">
      <h1>{user().name}</h1>
      <p class="soft">{user().email}</p>
      <Card title={t('common.language')}>
        <LanguageSwitch />
      </Card>
      <div class="row">
        <Button onClick={() => void logOut()}>{t('account.logOut')}</Button>
      </div>
    </div>
  )
}
