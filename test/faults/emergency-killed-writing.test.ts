import { alertsGoOnAfter } from './support/killed-alerts.ts'

alertsGoOnAfter([
  ['while an SMS is sent', { of: 'sms', moment: 'received' }],
  ['when the SMS has left', { of: 'sms', moment: 'answered' }],
  ['while asking whether the SMS arrived', { of: 'sms', moment: 'asked' }],
  ['while the e-mail is handed over', { of: 'email', moment: 'received' }],
  ['when the e-mail is taken', { of: 'email', moment: 'accepted' }],
])
