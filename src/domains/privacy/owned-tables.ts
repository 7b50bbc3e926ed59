import { recordTables } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'

/**
 * What becomes of a table in an archive. `settings` and `record` go out and come in again; `information` goes out, so that
 * people see all that is kept about them, and does not come in: it speaks of this account (sign-ins, consents, links).
 */
export interface OwnedTable {
  readonly table: string
  readonly part: 'settings' | 'record' | 'information'
  /** Columns that no archive holds: secrets, and places in our own storage. */
  readonly withheld?: readonly string[]
  /** Columns that hold sealed text where the row is sensitive, and the column with the id that they are sealed to. */
  readonly sealed?: Readonly<Record<string, string>>
  /** What a row that comes in must not set off: nothing is sent, rung or asked a second time. */
  readonly atRest?: (row: RecordRow, now: string) => RecordRow
}

const table = (name: string, more: Omit<OwnedTable, 'table' | 'part'> = {}): OwnedTable => ({
  table: name,
  part: 'record',
  ...more,
})
const settings = (name: string): OwnedTable => ({ table: name, part: 'settings' })
const information = (name: string, ...withheld: string[]): OwnedTable => ({
  table: name,
  part: 'information',
  withheld,
})

/** Tables with more to be said of them, or that no record domain has; what rows refer to comes before them. */
const NAMED_TABLES: readonly OwnedTable[] = [
  { ...settings('users'), withheld: ['password_hash', 'failed_sign_ins', 'locked_until'] },
  settings('user_profiles'),
  settings('user_preferences'),
  settings('privacy_settings'),
  settings('notification_preferences'),
  table('medical_conditions'),
  table('condition_medications'),
  table('allergies'),
  table('medical_documents', {
    withheld: ['file_path', 'encryption_key', 'encryption_key_version'],
    sealed: { summary: 'id' },
  }),
  table('document_tags'),
  table('activity_samples'),
  table('health_metrics'),
  table('document_pages', { sealed: { text: 'document_id', words: 'document_id' } }),
  table('document_results', { sealed: { sealed: 'id' } }),
  table('document_proposals', { sealed: { content: 'id', printed: 'id' } }),
  table('health_goals'),
  table('goal_progress'),
  table('medications'),
  table('medication_schedules'),
  table('medication_intake'),
  table('medication_reminders'),
  table('medication_adherence'),
  table('health_trends'),
  table('appointments'),
  table('appointment_reminders'),
  table('emergency_contacts'),
  table('emergency_alerts', { atRest: (row, now) => ({ ...row, settled_at: row['settled_at'] ?? now }) }),
  table('alert_deliveries', {
    withheld: ['provider_reference'],
    atRest: (row) => ({
      ...row,
      due_at: null,
      claimed_until: null,
      delivery_status: row['delivery_status'] === 'pending' ? 'failed' : row['delivery_status'],
    }),
  }),
  table('notifications'),
  table('notification_deliveries', {
    atRest: (row) => ({
      ...row,
      status: row['status'] === 'waiting' || row['status'] === 'sending' ? 'expired' : row['status'],
    }),
  }),
  table('chat_sessions'),
  table('chat_session_tags'),
  table('chat_messages', { sealed: { content: 'id' } }),
  table('chat_attachments', { withheld: ['file_path'] }),
  table('ai_responses'),
  table('user_activity'),
  // Which rows came out of which FHIR resource: without it the same file would come in twice.
  table('imported_resources'),
  // Where data comes from by itself. The connection is this account's; it is made anew.
  information('connected_services', 'access_token', 'refresh_token'),
  information('service_imports', 'file_path', 'file_key', 'position'),
  information('document_shares', 'token_digest'),
  information('pending_actions'),
  information('consents'),
  information('user_sessions', 'session_token'),
  information('api_tokens', 'token_digest'),
  information('passkeys', 'credential_id', 'public_key', 'counter'),
  information('totp_credentials', 'wrapped_secret', 'user_key_version', 'last_used_step'),
  information('push_subscriptions', 'p256dh', 'auth'),
  information('email_verifications', 'token_digest'),
  information('audit_logs', 'user_pseudonym'),
]

/** Tables of a person that no archive holds, and why; the manifest says it. */
export const LEFT_OUT: Readonly<Record<string, 'derived' | 'secret' | 'passing'>> = {
  // The texts that are searched go out beside the record, and the index is made anew from them.
  search_index: 'derived',
  record_chunks: 'derived',
  read_pictures: 'derived',
  waiting_analyses: 'passing',
  // A day's answers in the form in which they went out; the conversation holds what they said.
  idempotency_keys: 'passing',
  response_runs: 'passing',
  response_events: 'passing',
  user_keys: 'secret',
  user_data_keys: 'secret',
  recovery_codes: 'secret',
  service_authorizations: 'secret',
  service_revocations: 'secret',
  data_exports: 'passing',
  data_imports: 'passing',
}

/** Every table of a person that an archive holds. The rows of a record domain go out and come in again, unless said otherwise. */
export function ownedTables(): readonly OwnedTable[] {
  const named = new Set([...NAMED_TABLES.map((each) => each.table), ...Object.keys(LEFT_OUT)])
  return [...NAMED_TABLES, ...[...recordTables].filter((name) => !named.has(name)).map((name) => table(name))]
}
