import type { AnyOperation } from '../../operations/define-operation.ts'
import { avatarOperations } from './avatar-operations.ts'
import { listNotificationPreferences, updateNotificationPreferences } from './notification-preferences.ts'
import { account, preferences, privacy, profile } from './settings-operations.ts'

export { avatarRoutes } from './avatar-routes.ts'
export { type Avatars, createAvatars } from './avatars.ts'

export const settingsOperations: readonly AnyOperation[] = [
  ...account.operations,
  ...profile.operations,
  ...preferences.operations,
  ...privacy.operations,
  ...avatarOperations,
  listNotificationPreferences,
  updateNotificationPreferences,
]
