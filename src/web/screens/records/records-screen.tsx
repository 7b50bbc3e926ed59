import { type Page, request } from '../../api/client.ts'
import { ButtonLink } from '../../components/button.tsx'
import { describeError } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { DOMAINS } from './domains.ts'
import type { DomainDescription, Row } from './record-description.ts'
import './records.css'

/** What the record holds, each kind with its first rows. */
export function RecordsScreen() {
  return (
    <div class="stack">
      <h1>{t('page-records:title')}</h1>
      <p class="soft">{t('page-records:lead')}</p>
      <div class="row">
        <ButtonLink icon="print" href={placeHref(['summary'])}>
          {t('page-summary:link')}
        </ButtonLink>
      </div>
      <ul class="records">
        {DOMAINS.map((domain) => (
          <DomainItem key={domain.name} domain={domain} />
        ))}
      </ul>
    </div>
  )
}

const FIRST_ROWS = 3

function DomainItem({ domain }: { domain: DomainDescription }) {
  const { name, path, icon, parts } = domain
  const { value, error } = useResource(name, (signal) =>
    request<Page<Row>>('GET', path, { query: { ...parts?.[0]?.query(), limit: FIRST_ROWS }, signal }),
  )
  const names = value?.data.map((row) => domain.title(row)).join(' · ')
  const line =
    value === undefined ? error !== undefined && describeError(error).title : names || t('page-records:noneYet')
  return (
    <li class="records__row">
      <a class="records__item" href={placeHref(['records', name])}>
        <span class="records__icon">
          <Icon name={icon} />
        </span>
        <span class="records__text">
          <strong>{t(`page-records:domains.${name}.title`)}</strong>
          <span class="small soft records__first">
            {line || t('common.loading')}
            {value?.next_cursor && ' …'}
          </span>
        </span>
      </a>
      <ButtonLink
        kind="plain"
        icon="add"
        href={placeHref(['records', name, 'new'])}
        aria-label={t(`page-records:domains.${name}.add`)}
      />
    </li>
  )
}
