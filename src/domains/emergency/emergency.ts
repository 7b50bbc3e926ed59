import { z } from 'zod'
import { choice, decimal, flag, longText, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'

/** An alert is resolved once. */
export const AlertResolved = defineProblem({ type: 'alert-resolved', status: 409 })

/** A telephone number: digits, perhaps with the country's code, and what people write between them. */
function phoneNumber(description: string) {
  return z
    .string()
    .max(20)
    .regex(/^\+?[0-9][0-9 ()-]{1,18}[0-9]$/)
    .meta({ description, examples: ['+91 98400 12345'] })
}

function emailAddress(description: string) {
  return z
    .email()
    .max(255)
    .meta({ description, examples: ['ravi@example.org'] })
}

export const contactFields = {
  contact_name: text('Who it is.', { example: 'Ravi Raman' }),
  relationship: text('What they are to the person.', { example: 'Son', maximum: 100 }),
  primary_phone: phoneNumber('The number to call first.'),
  secondary_phone: phoneNumber('Another number.').nullable(),
  email: emailAddress('Their e-mail address.').nullable(),
  address: longText('Where they live.', { example: '12 Gandhi Nagar, Chennai' }).nullable(),
  priority_order: wholeNumber('In which order to reach them, 1 first.', { example: 1, minimum: 1, maximum: 100 }),
  can_receive_alerts: flag('Whether alerts go to them.'),
  preferred_contact_method: choice(
    enumerations.emergency_contacts.preferred_contact_method,
    'How they are best reached.',
  ),
  notes: longText('Anything worth knowing.', { example: 'Works nights.' }).nullable(),
  is_active: flag('Whether they still count.'),
}

export const alertFields = {
  alert_type: choice(enumerations.emergency_alerts.alert_type, 'What happened.'),
  alert_message: longText('What to tell the contacts.', { example: 'I fell in the bathroom.' }).nullable(),
  location_latitude: decimal('Degrees north.', { example: 13.0067, minimum: -90, maximum: 90 }).nullable(),
  location_longitude: decimal('Degrees east.', { example: 80.2574, minimum: -180, maximum: 180 }).nullable(),
  location_address: longText('Where the person is.', { example: '12 Gandhi Nagar, Chennai' }).nullable(),
  vital_signs: z
    .record(z.string().max(100), z.union([z.string().max(100), z.number()]))
    .meta({ description: 'Vital signs at that moment, by name.', examples: [{ heart_rate: 104 }] })
    .nullable(),
}

export const alertDerived = {
  is_resolved: flag('Whether it is over.', { example: false }),
  resolved_at: moment('When it was over.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
  resolved_by: text('Who said that it is over.', { example: 'Asha' }).nullable(),
  is_false_alarm: flag('Whether there never was one.', { example: false }),
}

const delivery = enumerations.alert_deliveries

export const deliveryFields = {
  contact_id: z
    .uuid()
    .nullable()
    .meta({ description: 'The contact; null when it is gone.', examples: ['0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'] }),
  delivery_method: choice(delivery.delivery_method, 'How the contact is reached.'),
  phone_number: text('The number that is called or written to.', {
    example: '+91 98400 12345',
    maximum: 20,
  }).nullable(),
  email_address: text('The address that is written to.', { example: 'ravi@example.org' }).nullable(),
  purpose: choice(delivery.purpose, 'What the contact is told: that help is needed, or how it ended.'),
  delivery_status: choice(
    delivery.delivery_status,
    'How it stands: `pending` while it is tried, `sent` when it has left, `delivered` when it arrived or was answered.',
  ),
  delivery_attempts: wholeNumber('How often it was tried.', { example: 1 }),
  last_attempt_at: moment('When it was tried last.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
  delivered_at: moment('When it arrived.', { example: '2026-03-12T04:30:05.000Z' }).nullable(),
  error_message: longText('Why it did not arrive.', { example: 'The number does not answer.' }).nullable(),
}
