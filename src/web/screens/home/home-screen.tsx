import { user } from '../../api/session.ts'
import { ButtonLink } from '../../components/button.tsx'
import { placeHref } from '../../router.ts'
import { t } from '../../words/words.ts'

/** The day at a glance. */
export function HomeScreen() {
  return (
    <div class="stack">
      <h1>{t('home.greeting', { name: user().name })}</h1>
      <p class="soft">{t('home.lead')}</p>
      <div class="row">
        <ButtonLink kind="primary" icon="chat" href={placeHref(['chat'])}>
          {t('home.ask')}
        </ButtonLink>
      </div>
    </div>
  )
}
