import { MISSED_EVENTS, type UserEvent } from '../../platform/events/index.ts'

export interface UserEventFrame {
  readonly type: 'swasthwrap:notification' | 'swasthwrap:document'
  /** What happened: `document.progress`, `notification.created`, … */
  readonly event: string
  readonly [field: string]: string | number | boolean | null
}

/**
 * What open sockets are told of something that happened outside an answer. Events say what to look at, by its id; the
 * coordination of runs between processes is nobody else's business.
 */
export function frameOfUserEvent(event: UserEvent): UserEventFrame | undefined {
  const { type, ...fields } = event
  if (type.startsWith('response.')) return undefined
  if (type.startsWith('document.')) return { ...fields, type: 'swasthwrap:document', event: type }
  return { ...fields, type: 'swasthwrap:notification', event: event === MISSED_EVENTS ? 'events.missed' : type }
}
