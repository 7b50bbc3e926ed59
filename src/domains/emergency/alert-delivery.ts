import type { Language } from '../../clinical/language-forms.ts'
import type { enumerations, Transaction } from '../../platform/database/index.ts'
import type { DeliveryChannels } from '../../platform/delivery/index.ts'

export type AlertMethod = (typeof enumerations.alert_deliveries.delivery_method)[number]
export type AlertPurpose = (typeof enumerations.alert_deliveries.purpose)[number]

/** One way to one contact, as it stands. Rows are in the contacts' order. */
export interface AlertDelivery {
  readonly id: string
  readonly contact_id: string | null
  readonly contact_name: string | null
  readonly delivery_method: AlertMethod
  readonly phone_number: string | null
  readonly email_address: string | null
  readonly delivery_status: (typeof enumerations.alert_deliveries.delivery_status)[number]
  readonly delivery_attempts: number
  readonly last_attempt_at: Date | null
  readonly purpose: AlertPurpose
  readonly due_at: Date | null
  readonly claimed_until: Date | null
  readonly provider_reference: string | null
}

/** The alert, and what its messages say of the person. */
export interface OpenAlert {
  readonly id: string
  readonly user_id: string
  readonly alert_type: (typeof enumerations.emergency_alerts.alert_type)[number]
  readonly alert_message: string | null
  readonly location_latitude: number | null
  readonly location_longitude: number | null
  readonly location_address: string | null
  readonly vital_signs: Readonly<Record<string, string | number>> | null
  readonly is_resolved: boolean
  readonly settled_at: Date | null
  readonly created_at: Date
  readonly person: string
  readonly phone: string | null
  readonly language: Language
  readonly clock: string
  readonly shares_location: boolean
  readonly shares_vital_signs: boolean
}

/** The alert, held against other processes until the transaction ends; `undefined` where there is none. */
export async function lockAlert(transaction: Transaction, alertId: string): Promise<OpenAlert | undefined> {
  return await transaction.row<OpenAlert>(
    transaction.sql.raw(
      `select a.id, a.user_id, a.alert_type, a.alert_message, a.location_latitude, a.location_longitude,
         a.location_address, a.vital_signs, a.is_resolved, a.settled_at, a.created_at, u.name as person, u.phone,
         u.language, to_char(a.created_at at time zone coalesce(p.timezone, 'Asia/Kolkata'), 'HH24:MI') as clock,
         coalesce(s.location_tracking_enabled, false) as shares_location,
         coalesce(s.biometric_data_sharing, false) as shares_vital_signs
       from emergency_alerts a
       join users u on u.id = a.user_id
       left join user_preferences p on p.user_id = a.user_id
       left join privacy_settings s on s.user_id = a.user_id
       where a.id = ?
       for update of a`,
      [alertId],
    ),
  )
}

export async function alertDeliveries(transaction: Transaction, alertId: string): Promise<AlertDelivery[]> {
  return await transaction.rows<AlertDelivery>(
    transaction.sql.raw(
      `select d.id, d.contact_id, c.contact_name, d.delivery_method, d.phone_number, d.email_address, d.delivery_status,
         d.delivery_attempts, d.last_attempt_at, d.purpose, d.due_at, d.claimed_until, d.provider_reference
       from alert_deliveries d
       left join emergency_contacts c on c.id = d.contact_id
       where d.alert_id = ?
       order by d.id`,
      [alertId],
    ),
  )
}

/** The ways that reach a contact: the one it prefers first, then the others, the quicker ones before. */
export function waysTo(delivery: AlertDelivery, channels: DeliveryChannels): readonly AlertMethod[] {
  const ways = new Set<AlertMethod>([delivery.delivery_method, 'sms', 'call', 'email'])
  return [...ways].filter((way) =>
    way === 'email'
      ? channels.email !== undefined && delivery.email_address !== null
      : channels.telephone !== undefined && delivery.phone_number !== null,
  )
}

/** Pending rows that nobody has tried: contacts whose turn has not come. */
export function isUntouched({ purpose, delivery_status, delivery_attempts }: AlertDelivery): boolean {
  return purpose === 'alert' && delivery_status === 'pending' && delivery_attempts === 0
}

/** Whether something is still to happen to a row: it is tried, or asked after. */
export function isOpen({ delivery_status, due_at }: AlertDelivery): boolean {
  return due_at !== null && (delivery_status === 'pending' || delivery_status === 'sent')
}
