import { latestToday } from '../../operations/days.ts'
import { singleRecord } from '../../operations/single-record.ts'
import { decideConsent, type Purpose, SETTING_OF } from '../consents/index.ts'
import { followHeight, rejudgeMetrics } from '../metrics/index.ts'
import { accountFigures } from './account-figures.ts'
import { accountDerived, accountFields, preferenceFields, privacyFields, profileFields } from './settings.ts'
import { requireTimeZone } from './time-zone.ts'

const guidance = 'tools/me'

export const account = singleRecord({
  name: 'me',
  noun: 'account',
  table: 'users',
  path: '/me',
  fields: accountFields,
  derived: accountDerived,
  guidance,
  rules: ({ date_of_birth }, now) =>
    date_of_birth !== null && date_of_birth > latestToday(now)
      ? [{ pointer: '/date_of_birth', code: 'in_the_future' }]
      : [],
  beforeWrite: async ({ transaction }, { record, given }) => {
    if (given.has('language')) {
      transaction.queue(transaction.sql('user_preferences').update({ primary_language: record.language }))
    }
    return {}
  },
  afterWrite: async (scope, { date_of_birth, gender }, before) => {
    if (date_of_birth !== before.date_of_birth || gender !== before.gender) await rejudgeMetrics(scope, 'person')
  },
  keepsWhatItComputes: true,
  present: async (scope, record) => {
    const figures = await accountFigures(scope)
    const stale = Object.entries(figures).some(([name, value]) => record[name] !== value)
    if (stale) scope.transaction.queue(scope.transaction.sql('users').update(figures))
    return { ...record, ...figures }
  },
})

export const profile = singleRecord({
  name: 'me.profile',
  noun: 'profile',
  table: 'user_profiles',
  path: '/me/profile',
  fields: profileFields,
  guidance,
  afterWrite: async (scope, { height }, before) => {
    if (height !== before.height) await followHeight(scope)
  },
})

export const preferences = singleRecord({
  name: 'me.preferences',
  noun: 'preferences',
  table: 'user_preferences',
  path: '/me/preferences',
  fields: preferenceFields,
  guidance,
  beforeWrite: async (scope, { record, given }) => {
    if (given.has('timezone')) await requireTimeZone(scope, record.timezone)
    if (given.has('primary_language')) {
      scope.transaction.queue(scope.transaction.sql('users').update({ language: record.primary_language }))
    }
    return {}
  },
})

export const privacy = singleRecord({
  name: 'me.privacy',
  noun: 'privacy settings',
  table: 'privacy_settings',
  path: '/me/privacy',
  fields: privacyFields,
  guidance,
  // A setting that is a consent leaves a receipt, whichever way it was changed.
  afterWrite: async ({ transaction, caller }, record, before) => {
    const values = record as Readonly<Record<string, unknown>>
    for (const [purpose, setting] of Object.entries(SETTING_OF)) {
      if (values[setting] === (before as typeof values)[setting]) continue
      const { userId, language, ipAddress } = caller
      const allowed = values[setting] === true
      await decideConsent(transaction, {
        userId,
        purpose: purpose as Purpose,
        allowed,
        language,
        method: 'settings',
        ipAddress,
      })
    }
  },
})
