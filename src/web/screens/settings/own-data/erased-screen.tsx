import { useEffect } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { saveFile } from '../../../browser/save-file.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { LanguageSwitch } from '../../../components/language-switch.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { placeHref } from '../../../place.ts'
import type { ScreenProps } from '../../../routes.ts'
import { formatMoment, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ProgressLine } from '../progress-line.tsx'
import { useProgress } from '../use-progress.ts'
import { type Erasure, erasurePath } from './erasure.ts'

const COUNTS = ['rows_erased', 'files_erased', 'vectors_erased', 'keys_destroyed'] as const

/** That the account is gone, with the proof of it. Nobody is signed in here: whoever has the address may look. */
export function ErasedScreen({ params }: ScreenProps) {
  const token = params['token'] ?? ''
  const { value, error, reload } = useProgress(
    token,
    (signal) => request<Erasure>('GET', erasurePath(token), { signal }),
    ({ status }) => status === 'pending',
  )
  // The whole page has changed: readers of screens begin anew.
  useEffect(() => document.getElementById('main')?.focus({ preventScroll: true }), [])
  return (
    <div class="stack">
      <LanguageSwitch />
      <h1>{t(value?.status === 'completed' ? 'page-own-data:erased.done' : 'page-own-data:erased.title')}</h1>
      {value === undefined ? (
        error === undefined ? (
          <Spinner />
        ) : (
          <ErrorNotice error={error} onRetry={reload} />
        )
      ) : value.status === 'pending' ? (
        <ProgressLine label={t('page-own-data:erased.pending')} />
      ) : (
        <Certificate erasure={value} />
      )}
      <div class="row">
        <ButtonLink href={placeHref([])}>{t('page-own-data:erased.leave')}</ButtonLink>
      </div>
    </div>
  )
}

function Certificate({ erasure }: { erasure: Erasure }) {
  const { certificate, claims, completed_at: at } = erasure
  return (
    <>
      <p>{t('page-own-data:erased.stays')}</p>
      <Card title={t('page-own-data:erased.certificate')}>
        <dl class="record-fields">
          {at !== null && (
            <div>
              <dt>{t('page-own-data:erased.when')}</dt>
              <dd>{formatMoment(at)}</dd>
            </div>
          )}
          {claims !== null &&
            COUNTS.map((name) => (
              <div key={name}>
                <dt>{t(`page-own-data:erased.counts.${name}`)}</dt>
                <dd>{formatNumber(claims[name])}</dd>
              </div>
            ))}
          {claims !== null && (
            <div>
              <dt>{t('page-own-data:erased.digest')}</dt>
              <dd class="small">
                <code>{claims.digest}</code>
              </dd>
            </div>
          )}
        </dl>
        <p class="soft">{t('page-own-data:erased.hint')}</p>
        {certificate !== null && (
          <div class="row">
            <Button
              kind="primary"
              icon="download"
              onClick={() => saveFile(new Blob([certificate], { type: 'text/plain' }), 'swasthwrap-erasure.jws.txt')}
            >
              {t('page-own-data:erased.save')}
            </Button>
          </div>
        )}
      </Card>
    </>
  )
}
