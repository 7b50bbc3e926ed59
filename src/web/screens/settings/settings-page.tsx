import type { ComponentChildren } from 'preact'
import { Icon } from '../../components/icon.tsx'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import '../records/records.css'
import './settings.css'

/** A screen below the settings, with the way back. */
export function SettingsPage({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) {
  return (
    <div class="stack">
      <a class="records__back" href={placeHref(['settings'])}>
        <Icon name="back" size={20} />
        {t('nav.settings')}
      </a>
      <h1>{title}</h1>
      {lead && <p class="soft">{lead}</p>}
      {children}
    </div>
  )
}
