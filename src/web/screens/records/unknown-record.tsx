import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'

/** An address of the record that leads nowhere, or to a row that is gone. */
export function UnknownRecord() {
  return (
    <EmptyState icon="search" title={t('page-records:unknown')}>
      <ButtonLink kind="primary" href={placeHref(['records'])}>
        {t('page-records:title')}
      </ButtonLink>
    </EmptyState>
  )
}
