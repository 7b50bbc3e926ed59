import { seal } from './envelope.ts'
import type { EventBus } from './event-bus.ts'
import { Listeners } from './listeners.ts'

/** For a process that is alone on its data. */
export function inProcessEventBus(report: (error: unknown) => void): EventBus {
  const listeners = new Listeners(report)
  return {
    publish: (userId, event) => {
      // Nothing travels here, yet what could not travel is refused here too.
      seal('', userId, event)
      listeners.tell(userId, event)
    },
    subscribe: (userId, listener) => listeners.add(userId, listener),
    close: async () => listeners.clear(),
  }
}
