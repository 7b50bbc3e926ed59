import type { enumerations } from '../../../../platform/database/enumerations.ts'
import { request } from '../../../api/client.ts'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { SelectField, Switch } from '../../../components/field.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { t } from '../../../words/words.ts'
import { type Row, valueLabel } from '../../records/record-description.ts'
import { useSwitches } from '../use-switches.ts'

const PATH = '/api/v1/me/privacy'
const FLAGS = [
  'record_sure_values',
  'location_tracking_enabled',
  'biometric_data_sharing',
  'marketing_emails_enabled',
] as const
const periods: (typeof enumerations)['privacy_settings']['data_retention_period'] = [
  '1_year',
  '2_years',
  '5_years',
  'indefinite',
]

/** What else may happen with the person's data, besides what there are consents for. */
export function PrivacySettings() {
  const { value, error, reload } = useResource(PATH, (signal) => request<Row>('GET', PATH, { signal }))
  const switches = useSwitches(reload)
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  const shown = (name: string): unknown => switches.chosen[`${PATH}/${name}`] ?? value[name]
  return (
    <>
      {FLAGS.map((name) => (
        <Switch
          key={name}
          label={t(`page-settings:privacy.${name}`)}
          checked={shown(name) === true}
          onChange={(event) => void switches.change(PATH, name, event.currentTarget.checked)}
        />
      ))}
      <SelectField
        label={t('page-settings:privacy.data_retention_period')}
        value={String(shown('data_retention_period'))}
        options={periods.map((each) => ({ value: each, label: valueLabel('me', 'data_retention_period', each) }))}
        onChange={(event) => void switches.change(PATH, 'data_retention_period', event.currentTarget.value)}
      />
      {switches.error !== undefined && <ErrorNotice error={switches.error} />}
    </>
  )
}
