export { type EventBus, type EventListener, MISSED_EVENTS, type UserEvent } from './event-bus.ts'
export { inProcessEventBus } from './in-process-event-bus.ts'
export { postgresEventBus } from './postgres-event-bus.ts'
export { redisEventBus } from './redis-event-bus.ts'
