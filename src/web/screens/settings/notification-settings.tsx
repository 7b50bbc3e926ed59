import { request } from '../../api/client.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Switch, TextField } from '../../components/field.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useResource } from '../../components/use-resource.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from '../records/record-description.ts'
import { PushSwitch } from './push-switch.tsx'
import { type Switches, useSwitches } from './use-switches.ts'

const PATH = '/api/v1/me/notification-preferences'
const WAYS = ['push_enabled', 'email_enabled', 'sms_enabled', 'in_app_enabled'] as const
/** Where quiet hours are switched on and nobody has said when they are. */
const USUAL_HOURS = { quiet_start_time: '22:00', quiet_end_time: '07:00' }

const typeOf = (row: Row): string => textOf(row, 'notification_type') ?? ''

/** What the person is told, how, and when not. */
export function NotificationSettings() {
  const { value, error, reload } = useResource(PATH, (signal) =>
    request<{ readonly data: readonly Row[] }>('GET', PATH, { signal }),
  )
  const switches = useSwitches(reload)
  if (value === undefined) return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
  return (
    <>
      <PushSwitch />
      {value.data.map((row) => (
        <fieldset key={row.id} class="field">
          <legend class="field__label">{t(`me:values.notification_type.${typeOf(row)}`)}</legend>
          <div class="row">
            {WAYS.map((way) => (
              <WayChip key={way} row={row} way={way} switches={switches} />
            ))}
          </div>
        </fieldset>
      ))}
      <QuietHours rows={value.data} switches={switches} />
      {switches.error !== undefined && <ErrorNotice error={switches.error} />}
    </>
  )
}

function WayChip({ row, way, switches }: { row: Row; way: string; switches: Switches }) {
  const path = `${PATH}/${typeOf(row)}`
  const isOn = (switches.chosen[`${path}/${way}`] ?? row[way]) === true
  return (
    <button
      class="chip"
      type="button"
      aria-pressed={isOn ? 'true' : 'false'}
      onClick={() => void switches.change(path, way, !isOn)}
    >
      {t(`me:fields.${way}`)}
    </button>
  )
}

/** The same for every kind: people sleep once. Emergencies come through all the same. */
function QuietHours({ rows, switches }: { rows: readonly Row[]; switches: Switches }) {
  const [first] = rows
  if (!first) return null
  const shown = (name: string): unknown => switches.chosen[`${PATH}/${typeOf(first)}/${name}`] ?? first[name]
  const isOn = shown('quiet_hours_enabled') === true
  const clock = (name: keyof typeof USUAL_HOURS): string => String(shown(name) ?? USUAL_HOURS[name]).slice(0, 5)
  const changeAll = (name: string, value: unknown): void => {
    const hours = { quiet_start_time: clock('quiet_start_time'), quiet_end_time: clock('quiet_end_time') }
    for (const row of rows) {
      void switches.change(`${PATH}/${typeOf(row)}`, name, value, name === 'quiet_hours_enabled' ? hours : {})
    }
  }
  return (
    <>
      <Switch
        label={t('page-settings:notifications.quiet')}
        hint={t('page-settings:notifications.quietHint')}
        checked={isOn}
        onChange={(event) => changeAll('quiet_hours_enabled', event.currentTarget.checked)}
      />
      {isOn && (
        <div class="settings-hours">
          {(['quiet_start_time', 'quiet_end_time'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`me:fields.${name}`)}
              type="time"
              value={clock(name)}
              onChange={(event) => event.currentTarget.value !== '' && changeAll(name, event.currentTarget.value)}
            />
          ))}
        </div>
      )}
    </>
  )
}
