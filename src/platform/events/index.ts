import type { EventBus } from './event-bus.ts'

export { ACCOUNT_ENDED, type EventBus, MISSED_EVENTS, type UserEvent } from './event-bus.ts'
export { inProcessEventBus } from './in-process-event-bus.ts'
export { postgresEventBus } from './postgres-event-bus.ts'

/** Through Redis, whose client is only loaded here: it takes 12 MB. */
export async function openRedisEventBus(redisUrl: string, report: (error: unknown) => void): Promise<EventBus> {
  const { redisEventBus } = await import('./redis-event-bus.ts')
  return redisEventBus(redisUrl, report)
}
