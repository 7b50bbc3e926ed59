import type { enumerations } from '../../../../platform/database/enumerations.ts'

type Columns = (typeof enumerations)['connected_services']

export const SERVICES_PATH = '/api/v1/connected-services'
export const KINDS_PATH = `${SERVICES_PATH}/kinds`

export const SERVICE_NAMES: Columns['service_name'] = [
  'google_fit',
  'apple_health',
  'fitbit',
  'samsung_health',
  'garmin',
]
export type ServiceName = (typeof SERVICE_NAMES)[number]

export const FREQUENCIES: Columns['sync_frequency'] = ['manual', 'hourly', 'daily', 'weekly']

export interface Service {
  readonly id: string
  readonly service_name: ServiceName
  /** Who the person is there, where they have said so. */
  readonly service_user_id: string | null
  /** Whether it may bring in measurements. */
  readonly is_connected: boolean
  readonly sync_frequency: (typeof FREQUENCIES)[number]
  /** Whether it is fetched from the service itself. */
  readonly signed_in: boolean
  /** Why that ended, where the service ended it. */
  readonly access_problem: string | null
  readonly last_sync_at: string | null
}

/** How a service hands in what it has, on this server. */
export interface ServiceKind {
  readonly service_name: ServiceName
  /** Whether its app gives a file that can be sent. */
  readonly archive: boolean
  /** Whether people can sign in there. */
  readonly sign_in: boolean
}

export interface ServiceImport {
  readonly id: string
  readonly service_id: string
  readonly kind: 'archive' | 'sync'
  readonly status: 'waiting' | 'running' | 'completed' | 'failed' | 'cancelled'
  readonly file_name: string | null
  readonly bytes_done: number
  /** Nothing while nobody knows. */
  readonly bytes_total: number | null
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  /** The first hundred that were not kept, and why. */
  readonly problems: readonly {
    readonly file: string
    /** 0 for the file as a whole. */
    readonly line: number
    readonly detail: string
  }[]
  /** Why it failed. */
  readonly problem: { readonly title: string; readonly detail: string } | null
  readonly created_at: string
}

/** Per cent of an import that is done; nothing where nobody can say. */
export function percentDone({ bytes_done: done, bytes_total: total }: ServiceImport): number | undefined {
  return total === null || total === 0 ? undefined : Math.min(100, Math.round((done / total) * 100))
}
