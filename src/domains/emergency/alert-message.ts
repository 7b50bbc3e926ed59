import { HELPLINES } from '../../clinical/helplines.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { AlertPurpose, OpenAlert } from './alert-delivery.ts'

export interface AlertMessage {
  /** Read out, or sent as an SMS. */
  readonly spoken: string
  /** As an SMS or e-mail: with the address of a map. */
  readonly written: string
  readonly mapUrl: string | undefined
}

/** Measurements that an emergency service asks for, not older than a day. */
const VITAL_SIGNS = ['blood_pressure', 'heart_rate', 'oxygen_saturation', 'temperature', 'blood_glucose'] as const

/**
 * What contacts are told, in the person's language. Where the person is and how they are is said only where the privacy
 * settings share it (`location_tracking_enabled`, `biometric_data_sharing`).
 */
export async function alertMessage(
  transaction: Transaction,
  alert: OpenAlert,
  purpose: AlertPurpose,
): Promise<AlertMessage> {
  const words = translator(alert.language)
  const { person } = alert
  if (purpose !== 'alert') {
    const text = words(`emergency-messages:${purpose}`, { person, time: alert.clock })
    return { spoken: text, written: text, mapUrl: undefined }
  }
  const vitals = alert.shares_vital_signs ? await vitalSigns(transaction, alert) : ''
  const { location_latitude: latitude, location_longitude: longitude, location_address: address } = alert
  const coordinates = latitude === null || longitude === null ? undefined : `${latitude},${longitude}`
  const mapUrl =
    alert.shares_location && coordinates ? `https://www.google.com/maps/search/?api=1&query=${coordinates}` : undefined
  const spoken = [
    words(`emergency-messages:alert.${alert.alert_type}`, { person, time: alert.clock }),
    ...(alert.alert_message === null ? [] : [words('emergency-messages:says', { message: alert.alert_message })]),
    ...(alert.shares_location && address !== null ? [words('emergency-messages:place', { place: address })] : []),
    ...(vitals === '' ? [] : [words('emergency-messages:vitals', { vitals })]),
    alert.phone === null
      ? words('emergency-messages:act', { person, number: HELPLINES.emergency.number })
      : words('emergency-messages:call', { person, phone: alert.phone, number: HELPLINES.emergency.number }),
  ]
  return {
    spoken: spoken.join(' '),
    written: [...spoken, ...(mapUrl === undefined ? [] : [words('emergency-messages:map', { url: mapUrl })])].join(
      '\n',
    ),
    mapUrl,
  }
}

/** What the alert says, or else the newest measurements of the last day. */
async function vitalSigns(transaction: Transaction, alert: OpenAlert): Promise<string> {
  const words = translator(alert.language)
  const nameOf = (name: string) => words(`metrics:values.metric_type.${name}`, { defaultValue: name })
  const given = Object.entries(alert.vital_signs ?? {})
  if (given.length > 0) return given.map(([name, value]) => `${nameOf(name)} ${value}`).join(', ')
  const newest = await transaction.rows<{ metric_type: string; value: string; unit: string }>(
    transaction.sql.raw(
      `select distinct on (metric_type) metric_type, value, unit from health_metrics
       where metric_type = any (?::text[]) and measured_at between ?::timestamptz - interval '1 day' and ?::timestamptz
       order by metric_type, measured_at desc`,
      [`{${VITAL_SIGNS.join(',')}}`, alert.created_at, alert.created_at],
    ),
  )
  return newest.map(({ metric_type, value, unit }) => `${nameOf(metric_type)} ${value} ${unit}`).join(', ')
}
