import { useState } from 'preact/hooks'
import { Card } from '../../../components/card.tsx'
import { t } from '../../../words/words.ts'
import { SettingsPage } from '../settings-page.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { Consents } from './consents.tsx'
import { PrivacySettings } from './privacy-settings.tsx'
import { Receipts } from './receipts.tsx'

/** What the person has agreed to, one thing at a time, and what else may be known of them. */
export function PrivacyScreen() {
  const [decided, setDecided] = useState(0)
  return (
    <SettingsPage title={t('page-settings:privacy.title')} lead={t('page-privacy:lead')}>
      <Consents onDecided={() => setDecided((before) => before + 1)}>
        <SettingsPart icon="report" title={t('page-privacy:receipts')}>
          {() => <Receipts key={decided} />}
        </SettingsPart>
        <Card title={t('page-privacy:more')}>
          <PrivacySettings />
        </Card>
      </Consents>
    </SettingsPage>
  )
}
