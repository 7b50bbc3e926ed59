import type { enumerations } from '../../../platform/database/enumerations.ts'
import { t } from '../../words/words.ts'
import { type FormDescription, type Row, textOf } from '../records/record-description.ts'
import { SettingsForm } from './settings-form.tsx'

type Units = (typeof enumerations)['user_preferences']
const weight: Units['weight_unit'] = ['kg', 'lbs']
const height: Units['height_unit'] = ['cm', 'ft']
const temperature: Units['temperature_unit'] = ['celsius', 'fahrenheit']

const USUAL_ZONE = 'Asia/Kolkata'
/** What some browsers still call it. */
const OLD_ZONE = 'Asia/Calcutta'

/** The person's zone, India's and this device's first, then every other that the browser knows. */
function timeZones(own: string | undefined): readonly string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const first = [own, USUAL_ZONE, here].filter((zone) => zone !== undefined)
  return [...new Set([...first, ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== OLD_ZONE)
}

function describe(row: Row): FormDescription {
  return {
    words: 'me',
    fields: [
      { name: 'weight_unit', kind: 'choice', values: weight, required: true },
      { name: 'height_unit', kind: 'choice', values: height, required: true },
      { name: 'temperature_unit', kind: 'choice', values: temperature, required: true },
      { name: 'timezone', kind: 'choice', values: timeZones(textOf(row, 'timezone')), required: true },
    ],
  }
}

/** In which units values are shown, and by which clock reminders come. */
export function UnitSettings() {
  return (
    <>
      <p class="small soft">{t('page-settings:units.hint')}</p>
      <SettingsForm path="/api/v1/me/preferences" describe={describe} />
    </>
  )
}
