import { alertsGoOnAfter } from './support/killed-alerts.ts'

alertsGoOnAfter([
  ['as soon as the alert is accepted', { after: 'acceptance', milliseconds: 0 }],
  ['a moment later', { after: 'acceptance', milliseconds: 100 }],
  ['while the first contact is called', { of: 'call', moment: 'received' }],
  ['when the call has begun', { of: 'call', moment: 'answered' }],
  ['while asking whether somebody answered', { of: 'call', moment: 'asked' }],
])
