import type { Database } from '../platform/database/index.ts'
import type { EventBus } from '../platform/events/index.ts'
import type { JobBackend } from '../platform/jobs/index.ts'

export interface RuntimeConfig {
  /** Absolute path. */
  readonly dataDirectory: string
  /** Absent: the embedded profile. */
  readonly databaseUrl?: string | undefined
  /** A streaming replica of it, for what reads much. */
  readonly replicaDatabaseUrl?: string | undefined
  /** Absent: jobs and events through PostgreSQL. */
  readonly redisUrl?: string | undefined
  /** Told of errors that no caller can receive, such as those of an idle connection. */
  readonly report: (error: unknown) => void
}

/** What everything else stands on. Nothing above it knows the profile. */
export interface Runtime {
  readonly profile: 'embedded' | 'server'
  readonly database: Database
  readonly jobs: JobBackend
  readonly events: EventBus
  /** Lets running jobs end, then closes in the order of dependence. */
  close(): Promise<void>
}
