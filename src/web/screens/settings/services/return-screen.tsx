import { useEffect, useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { ButtonLink } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { placeHref } from '../../../place.ts'
import { go } from '../../../router.ts'
import type { ScreenProps } from '../../../routes.ts'
import { t } from '../../../words/words.ts'
import { SERVICES_PATH, type ServiceImport } from './service.ts'

/** Hands in what a service sent the person back with, and goes on to the service. */
export function ReturnScreen({ query }: ScreenProps) {
  const { state = '', code, iss, error: refusal } = query
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    const body = {
      state,
      ...(code === undefined ? {} : { code }),
      ...(iss === undefined ? {} : { iss }),
      ...(refusal === undefined ? {} : { error: refusal }),
    }
    request<ServiceImport>('POST', `${SERVICES_PATH}/authorizations`, { body }).then(
      // What was in the address counts once, and is nobody's to see: no step leads back to it.
      ({ service_id: id }) => go(placeHref(['settings', 'services', id]), { replace: true }),
      setError,
    )
  }, [state])
  return (
    <div class="stack">
      <h1>{t('page-services:title')}</h1>
      {error === undefined ? <Spinner label={t('page-services:sync.returning')} /> : <ErrorNotice error={error} />}
      <div class="row">
        <ButtonLink href={placeHref(['settings', 'services'])}>{t('page-services:title')}</ButtonLink>
      </div>
    </div>
  )
}
