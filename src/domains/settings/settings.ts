import { z } from 'zod'
import { choice, clockTime, day, decimal, flag, longText, text, wholeNumber } from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'

const { users, user_profiles, user_preferences, privacy_settings, notification_preferences } = enumerations

/** As the database's `chk_phone_format` asks. */
const phone = (description: string) =>
  z
    .string()
    .max(20)
    .regex(/^[+]?[1-9]?[0-9]{7,15}$/)
    .meta({ description, examples: ['+919840012345'] })

export const accountFields = {
  name: text('The name of the person.', { example: 'Asha Raman' }),
  language: choice(users.language, 'The language that the person reads.'),
  interests: z
    .array(text('One interest.', { example: 'diabetes', maximum: 100 }))
    .max(50)
    .meta({ description: 'What the person wants to read about.', examples: [['diabetes', 'yoga']] })
    .nullable(),
  phone: phone('Telephone number, without spaces.').nullable(),
  date_of_birth: day('Date of birth.', { example: '1958-07-21' }).nullable(),
  gender: choice(users.gender, 'Gender; limits of some values depend on it.', { example: 'female' }).nullable(),
  blood_group: z
    .enum(['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'])
    .meta({ description: 'Blood group.', examples: ['B+'] })
    .nullable(),
  address: longText('Postal address.', { example: '12 Gandhi Nagar, Chennai 600020' }).nullable(),
}

export const accountDerived = {
  email: text('The e-mail address that the person signs in with.', { example: 'asha@example.org' }),
  email_verified: flag('Whether the address was confirmed.'),
  avatar: text('Where the picture is.', { example: '/api/v1/me/avatar', maximum: 500 }).nullable(),
  health_score: wholeNumber('How far the person lives by their own plans, 0 to 100.', { example: 72, maximum: 100 }),
  streak: wholeNumber('Days in a row on which the person did something here.', { example: 5 }),
  upcoming_appointments: wholeNumber('Appointments from today on.', { example: 1 }),
  medications_due: wholeNumber('Doses of today without an entry.', { example: 2 }),
}

export const profileFields = {
  emergency_contact_name: text('Whom to call in an emergency.', { example: 'Ravi Raman' }).nullable(),
  emergency_contact_relationship: text('What they are to the person.', { example: 'Son', maximum: 100 }).nullable(),
  emergency_contact_phone: phone('Their telephone number, without spaces.').nullable(),
  emergency_contact_email: z
    .email()
    .max(255)
    .meta({ description: 'Their e-mail address.', examples: ['ravi@example.org'] })
    .nullable(),
  height: decimal('Height in centimetres.', { example: 158.5, minimum: 20, maximum: 275 }).nullable(),
  weight: decimal('Weight in kilograms.', { example: 64.2, minimum: 0.3, maximum: 650 }).nullable(),
  activity_level: choice(user_profiles.activity_level, 'How much the person moves.').nullable(),
  occupation: text('What the person does.', { example: 'Retired teacher' }).nullable(),
  insurance_provider: text('Who insures the person.', { example: 'Star Health' }).nullable(),
  insurance_number: text('Number of the policy.', { example: 'SH-4471-2209', maximum: 100 }).nullable(),
}

export const preferenceFields = {
  primary_language: choice(user_preferences.primary_language, 'The language of the product.'),
  secondary_language: choice(user_preferences.secondary_language, 'Another language that is understood.').nullable(),
  weight_unit: choice(user_preferences.weight_unit, 'Unit of weights.'),
  height_unit: choice(user_preferences.height_unit, 'Unit of heights.'),
  temperature_unit: choice(user_preferences.temperature_unit, 'Unit of temperatures.'),
  date_format: choice(user_preferences.date_format, 'How days are written.'),
  time_format: choice(user_preferences.time_format, 'How times are written.'),
  font_size: choice(user_preferences.font_size, 'Size of letters.', { example: 'large' }),
  animations_enabled: flag('Whether things move on the page.'),
  compact_mode: flag('Whether the page is tight.', { example: false }),
  dark_mode: flag('Whether the page is dark.', { example: false }),
  timezone: text('The time zone, by its IANA name; reminders and days go by it.', {
    example: 'Asia/Kolkata',
    maximum: 64,
  }),
}

export const privacyFields = {
  share_data_with_doctors: flag('Whether doctors may see shared data.'),
  allow_anonymous_analytics: flag('Whether data counts in anonymous statistics.', { example: false }),
  marketing_emails_enabled: flag('Whether advertising may be sent.', { example: false }),
  data_retention_period: choice(
    privacy_settings.data_retention_period,
    'How long conversations, notifications and activity are kept; the record itself stays until it is deleted.',
    {
      example: '2_years',
    },
  ),
  location_tracking_enabled: flag('Whether the place may be kept.', { example: false }),
  biometric_data_sharing: flag('Whether biometric data may be shared.', { example: false }),
  research_participation: flag('Whether data may serve research.', { example: false }),
  record_sure_values: flag(
    "Whether values of the person's own reports enter the record unasked where they were read without doubt.",
    { example: false },
  ),
}

export const notificationType = (description: string) => choice(notification_preferences.notification_type, description)

export const notificationPreferenceFields = {
  push_enabled: flag('By a message on the phone.'),
  email_enabled: flag('By e-mail.'),
  sms_enabled: flag('By SMS.', { example: false }),
  in_app_enabled: flag('In the product itself.'),
  quiet_hours_enabled: flag('Whether nothing comes in the quiet hours; emergencies do.', { example: false }),
  quiet_start_time: clockTime("When the quiet hours begin, in the person's time zone.", {
    example: '22:00',
  }).nullable(),
  quiet_end_time: clockTime("When the quiet hours end, in the person's time zone.", { example: '06:30' }).nullable(),
}
