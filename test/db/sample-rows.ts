import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../src/platform/database/index.ts'

export type SampleRow = Readonly<Record<string, string | number | boolean>>

/** Ids of the rows that others refer to. */
type Ids = Readonly<
  Record<
    | 'condition'
    | 'goal'
    | 'document'
    | 'session'
    | 'message'
    | 'run'
    | 'medication'
    | 'appointment'
    | 'alert'
    | 'contact'
    | 'notification'
    | 'service',
    string
  >
>

const LATER = '2099-01-01T00:00:00Z'
const DAY = '2099-01-01'

/** For every owned table the least row that it takes, without its owner; parents before children. */
const SAMPLES: Readonly<Record<string, (ids: Ids) => SampleRow>> = {
  user_profiles: () => ({ occupation: 'Teacher' }),
  user_sessions: () => ({ session_token: 'a', expires_at: LATER }),
  email_verifications: () => ({ email: 'asha@example.org', token_digest: uuidv7(), expires_at: LATER }),
  totp_credentials: () => ({ wrapped_secret: 'a', user_key_version: 1 }),
  recovery_codes: () => ({ code_digest: 'a' }),
  passkeys: () => ({
    name: 'Telephone',
    credential_id: uuidv7(),
    public_key: '\\x00',
    counter: 0,
    transports: '[]',
    device_type: 'singleDevice',
    backed_up: false,
  }),
  user_data_keys: () => ({ purpose: 'texts', wrapped_key: 'a', user_key_version: 1 }),
  api_tokens: () => ({ name: 'Import', token_digest: uuidv7(), scopes: '["read"]' }),
  user_preferences: () => ({ primary_language: 'ta' }),
  privacy_settings: () => ({ data_retention_period: '5_years' }),
  consents: () => ({ purpose: 'processing', text_version: '1', language: 'hi' }),
  data_exports: () => ({ language: 'ta' }),
  data_imports: () => ({ file_size: 1, encryption_key: 'a', encryption_key_version: 1 }),
  user_keys: () => ({ version: 1, wrapped_key: '\\x00', wrapper_id: 'master' }),
  connected_services: (ids) => ({ id: ids.service, service_name: 'fitbit' }),
  service_imports: (ids) => ({ service_id: ids.service, kind: 'archive' }),
  activity_samples: () => ({
    kind: 'steps',
    value: 12,
    started_at: LATER,
    ended_at: LATER,
    source: 'fitbit',
    source_id: uuidv7(),
  }),
  service_authorizations: (ids) => ({
    service_id: ids.service,
    state_digest: uuidv7(),
    code_verifier: 'a',
    expires_at: LATER,
  }),
  service_revocations: () => ({ service_name: 'fitbit', token: 'a' }),
  push_subscriptions: () => ({ endpoint: `https://push.example/${uuidv7()}`, p256dh: 'a', auth: 'b' }),
  notification_preferences: () => ({ notification_type: 'health' }),
  notifications: (ids) => ({
    id: ids.notification,
    notification_type: 'health',
    title: 'a',
    message: 'b',
    delivery_method: 'in-app',
  }),
  notification_deliveries: (ids) => ({ notification_id: ids.notification, channel: 'email', due_at: LATER }),
  read_pictures: () => ({ fingerprint: uuidv7(), reading: 'a' }),
  imported_resources: () => ({
    resource_type: 'Condition',
    source_key: uuidv7(),
    record_table: 'medical_conditions',
    record_id: uuidv7(),
    content_hash: 'a',
  }),
  idempotency_keys: () => ({ key: 'a', fingerprint: 'b', answer: '{}', expires_at: LATER }),
  audit_logs: () => ({ action: 'medications.add', resource_type: 'medications', success: true }),
  user_activity: () => ({ activity_type: 'login' }),
  medical_conditions: (ids) => ({
    id: ids.condition,
    name: 'Asthma',
    diagnosed_date: DAY,
    status: 'active',
    severity: 'mild',
  }),
  condition_medications: (ids) => ({ condition_id: ids.condition, medication_name: 'Salbutamol' }),
  allergies: () => ({ substance: 'Penicillin' }),
  health_metrics: () => ({ metric_type: 'weight', value: '61.5', unit: 'kg', measured_at: LATER }),
  health_trends: () => ({ metric_type: 'weight', trend_period: 'weekly', period_start: DAY, period_end: DAY }),
  health_goals: (ids) => ({ id: ids.goal, goal_title: 'Walk', target_value: '8000', unit: 'steps' }),
  goal_progress: (ids) => ({ goal_id: ids.goal, progress_value: '4000', progress_date: DAY }),
  medical_documents: (ids) => ({
    id: ids.document,
    document_name: 'CBC',
    original_filename: 'cbc.pdf',
    file_path: 'uploads/cbc.pdf',
    file_size: 1,
    file_type: 'pdf',
    mime_type: 'application/pdf',
    category: 'laboratory',
  }),
  document_tags: (ids) => ({ document_id: ids.document, tag_name: 'blood' }),
  document_shares: (ids) => ({ document_id: ids.document, shared_with: 'doctor@example.org', token_digest: uuidv7() }),
  document_pages: (ids) => ({ document_id: ids.document, page_number: 1, source: 'ocr', text: 'a', content_hash: 'b' }),
  document_results: (ids) => ({ document_id: ids.document, position: 0, test: 'Haemoglobin', value: '11.2', page: 1 }),
  document_proposals: (ids) => ({
    document_id: ids.document,
    position: 0,
    kind: 'medication',
    content: '{}',
    printed: 'Tab. Metformin 500 mg BD',
    page: 1,
    confidence: 0.9,
  }),
  chat_sessions: (ids) => ({ id: ids.session, language: 'en' }),
  chat_session_tags: (ids) => ({ session_id: ids.session, tag_name: 'blood' }),
  chat_messages: (ids) => ({
    id: ids.message,
    session_id: ids.session,
    message_type: 'user',
    content: 'a',
    language: 'en',
  }),
  chat_attachments: (ids) => ({
    message_id: ids.message,
    document_id: ids.document,
    file_name: 'cbc.pdf',
    file_path: 'uploads/cbc.pdf',
    file_size: 1,
    file_type: 'pdf',
  }),
  ai_responses: (ids) => ({ message_id: ids.message, sources: '[]' }),
  response_runs: (ids) => ({
    id: ids.run,
    session_id: ids.session,
    message_id: ids.message,
    answer_message_id: uuidv7(),
    request_digest: 'a',
    request: '{}',
  }),
  response_events: (ids) => ({ run_id: ids.run, sequence_number: 0, event: '{}' }),
  pending_actions: (ids) => ({ session_id: ids.session, operation: 'medications.add', input: '{}', expires_at: LATER }),
  medications: (ids) => ({
    id: ids.medication,
    medication_name: 'Metformin',
    dosage: '500 mg',
    frequency: 'twice a day',
    prescribed_by: 'Dr Rao',
    start_date: DAY,
  }),
  medication_schedules: (ids) => ({ medication_id: ids.medication, time_of_day: '08:00' }),
  medication_intake: (ids) => ({ medication_id: ids.medication, scheduled_time: LATER, status: 'taken' }),
  medication_reminders: (ids) => ({ medication_id: ids.medication, reminder_time: '08:00', reminder_type: 'push' }),
  medication_adherence: (ids) => ({
    medication_id: ids.medication,
    period_start: DAY,
    period_end: DAY,
    total_scheduled: 2,
    total_taken: 1,
    total_missed: 1,
    adherence_percentage: 50,
  }),
  appointments: (ids) => ({
    id: ids.appointment,
    appointment_title: 'Check-up',
    doctor_name: 'Dr Rao',
    appointment_type: 'follow-up',
    visit_type: 'in-person',
    appointment_date: DAY,
    appointment_time: '10:00',
  }),
  appointment_reminders: (ids) => ({ appointment_id: ids.appointment, reminder_type: 'sms', reminder_time: 60 }),
  emergency_contacts: (ids) => ({
    id: ids.contact,
    contact_name: 'Meena',
    relationship: 'sister',
    primary_phone: '+911234567890',
    priority_order: 1,
  }),
  emergency_alerts: (ids) => ({ id: ids.alert, alert_type: 'fall' }),
  alert_deliveries: (ids) => ({ alert_id: ids.alert, contact_id: ids.contact, delivery_method: 'sms' }),
  search_index: () => ({ content_type: 'health_note', content_id: uuidv7(), searchable_content: 'a', language: 'en' }),
  waiting_analyses: () => ({ analysis: 'trend', reference: 'weight', day: DAY }),
  record_chunks: () => ({ source_table: 'medications', source_id: uuidv7(), language: 'en', text: 'a' }),
}

export const OWNED_TABLES: readonly string[] = Object.keys(SAMPLES)

/** One row in every owned table, as rows of `userId`. The same call for two people gives look-alike records. */
export function sampleRows(userId: string): ReadonlyMap<string, SampleRow> {
  const ids: Ids = {
    condition: uuidv7(),
    goal: uuidv7(),
    document: uuidv7(),
    session: uuidv7(),
    message: uuidv7(),
    run: uuidv7(),
    medication: uuidv7(),
    appointment: uuidv7(),
    alert: uuidv7(),
    contact: uuidv7(),
    notification: uuidv7(),
    service: uuidv7(),
  }
  return new Map(Object.entries(SAMPLES).map(([table, make]) => [table, { user_id: userId, ...make(ids) }]))
}

/** Writes those rows in the person's own transaction, and so shows that people may write each of them. */
export async function insertSampleRows(database: Database, rows: ReadonlyMap<string, SampleRow>): Promise<void> {
  const userId = String(rows.get('allergies')?.['user_id'])
  await database.asUser(userId, async (transaction) => {
    for (const [table, row] of rows) await transaction.rows(transaction.sql(table).insert(row))
  })
}
