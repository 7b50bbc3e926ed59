import { Icon, type IconName } from '../components/icon.tsx'
import { placeHref } from '../place.ts'
import type { Section } from '../routes.ts'
import { t } from '../words/words.ts'

const PLACES: readonly { readonly section: Section; readonly path: readonly string[]; readonly icon: IconName }[] = [
  { section: 'home', path: [], icon: 'home' },
  { section: 'documents', path: ['documents'], icon: 'report' },
  { section: 'chat', path: ['chat'], icon: 'chat' },
  { section: 'records', path: ['records'], icon: 'heart' },
  { section: 'settings', path: ['settings'], icon: 'person' },
]

/** Under the thumb on a phone, at the side of a screen. */
export function Navigation({ section }: { section: Section | undefined }) {
  return (
    <nav class="navigation" aria-label={t('nav.label')}>
      <a class="navigation__brand" href={placeHref([])} aria-label="Swasthwrap">
        <img src="/icon.svg" alt="" width="36" height="36" />
      </a>
      <ul class="navigation__list">
        {PLACES.map(({ section: each, path, icon }) => (
          <li key={each}>
            <a
              class={`navigation__link ${each === 'chat' ? 'navigation__link--chat' : ''}`}
              href={placeHref(path)}
              aria-current={each === section ? 'page' : undefined}
            >
              <span class="navigation__icon">
                <Icon name={icon} />
              </span>
              <span class="navigation__label">{t(`nav.${each}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
