import type { EventBus } from '../../../platform/events/index.ts'
import type { ImportStatus } from './service-import.ts'

/** How an import goes, as far as events tell: counts only. */
export interface ImportProgress {
  readonly service_id: string
  readonly status: ImportStatus
  readonly bytes_done: number
  readonly bytes_total: number | null
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
}

/** Tells every listener of the person; open sockets hear it as `swasthwrap:notification` with `event` `import.progress`. */
export function publishImportProgress(
  events: EventBus,
  userId: string,
  importId: string,
  progress: ImportProgress,
): void {
  events.publish(userId, { type: 'import.progress', import_id: importId, ...progress })
}
