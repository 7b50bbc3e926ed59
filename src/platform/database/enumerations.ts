/**
 * Every closed list of values, by table and column. Schemas, checks in the database and tests all come from here. To add a
 * value, add it here and replace the column's check by a new `oneOf` in a migration.
 */
export const enumerations = {
  users: {
    language: ['en', 'hi', 'ta'],
    gender: ['male', 'female', 'other'],
  },
  user_profiles: {
    activity_level: ['sedentary', 'light', 'moderate', 'active', 'very_active'],
  },
  user_sessions: {
    end_reason: ['signed_out', 'rotated', 'reused', 'password_changed', 'revoked', 'expired'],
  },
  consents: {
    purpose: ['processing', 'sharing_with_doctors', 'external_language_model', 'analytics', 'research'],
    language: ['en', 'hi', 'ta'],
    method: ['registration', 'settings', 'conversation'],
  },
  data_exports: {
    status: ['waiting', 'running', 'completed', 'failed', 'expired'],
    language: ['en', 'hi', 'ta'],
  },
  data_imports: {
    status: ['waiting', 'running', 'completed', 'refused', 'failed'],
  },
  medical_conditions: {
    status: ['managed', 'controlled', 'active', 'resolved'],
    severity: ['mild', 'moderate', 'severe'],
  },
  allergies: {
    severity: ['mild', 'moderate', 'severe', 'life_threatening'],
    status: ['active', 'inactive', 'resolved'],
  },
  health_metrics: {
    metric_type: [
      'blood_pressure',
      'blood_glucose',
      'weight',
      'height',
      'bmi',
      'heart_rate',
      'temperature',
      'oxygen_saturation',
      'hba1c',
      'cholesterol',
    ],
    status: ['normal', 'elevated', 'low', 'high', 'fair', 'stable'],
  },
  health_goals: {
    category: ['weight', 'fitness', 'nutrition', 'medication', 'lifestyle', 'medical'],
    priority: ['low', 'medium', 'high'],
    status: ['active', 'completed', 'paused', 'cancelled'],
  },
  medical_documents: {
    category: ['laboratory', 'radiology', 'prescription', 'discharge_summary', 'insurance', 'vaccination', 'other'],
    status: ['uploaded', 'processing', 'reviewed', 'archived'],
    patient_sex: ['male', 'female'],
    person_match: ['same', 'different', 'unknown'],
    subject: ['self', 'unclear', 'family'],
  },
  document_shares: {
    share_type: ['view', 'download'],
  },
  document_pages: {
    source: ['text_layer', 'ocr'],
  },
  document_results: {
    flag: ['low', 'high', 'normal', 'critical_low', 'critical_high', 'abnormal'],
    review_status: ['open', 'confirmed', 'rejected'],
    reviewed_by: ['person', 'standing_consent'],
  },
  document_proposals: {
    kind: ['medication', 'condition', 'procedure', 'appointment', 'vaccination'],
    status: ['open', 'accepted', 'declined'],
  },
  chat_sessions: {
    language: ['en', 'hi', 'ta'],
    status: ['active', 'completed', 'archived'],
  },
  chat_messages: {
    message_type: ['user', 'ai'],
    language: ['en', 'hi', 'ta'],
    language_form: ['en', 'hi', 'ta', 'hi-Latn', 'ta-Latn'],
  },
  response_runs: {
    status: ['queued', 'in_progress', 'completed', 'incomplete', 'failed', 'cancelled'],
  },
  pending_actions: {
    status: ['pending', 'confirmed', 'rejected', 'expired', 'failed'],
  },
  medications: {
    dosage_form: ['tablet', 'capsule', 'liquid', 'injection', 'inhaler', 'patch', 'other'],
    route: ['oral', 'injection', 'topical', 'inhalation', 'other'],
    status: ['active', 'discontinued', 'completed'],
  },
  medication_intake: {
    status: ['taken', 'missed', 'delayed', 'skipped'],
  },
  medication_reminders: {
    reminder_type: ['push', 'sms', 'email'],
  },
  appointments: {
    appointment_type: ['consultation', 'follow-up', 'emergency', 'procedure', 'test'],
    visit_type: ['in-person', 'virtual', 'phone'],
    status: ['scheduled', 'confirmed', 'completed', 'cancelled', 'no-show'],
  },
  appointment_reminders: {
    reminder_type: ['push', 'sms', 'email'],
  },
  notifications: {
    notification_type: ['medication', 'appointment', 'health', 'system', 'emergency'],
    priority: ['low', 'medium', 'high', 'urgent'],
    delivery_method: ['push', 'email', 'sms', 'in-app'],
  },
  notification_preferences: {
    notification_type: ['medication', 'appointment', 'health', 'system', 'emergency'],
  },
  notification_deliveries: {
    channel: ['in-app', 'push', 'email', 'sms'],
    status: ['waiting', 'sending', 'sent', 'failed', 'expired'],
  },
  emergency_contacts: {
    preferred_contact_method: ['phone', 'sms', 'email'],
  },
  emergency_alerts: {
    alert_type: ['medical', 'fall', 'panic', 'custom'],
  },
  alert_deliveries: {
    delivery_method: ['sms', 'call', 'email'],
    delivery_status: ['pending', 'sent', 'delivered', 'failed'],
    purpose: ['alert', 'resolved', 'false_alarm'],
  },
  user_preferences: {
    primary_language: ['en', 'hi', 'ta'],
    secondary_language: ['en', 'hi', 'ta'],
    weight_unit: ['kg', 'lbs'],
    height_unit: ['cm', 'ft'],
    temperature_unit: ['celsius', 'fahrenheit'],
    date_format: ['DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD'],
    time_format: ['12', '24'],
    font_size: ['small', 'medium', 'large'],
  },
  privacy_settings: {
    data_retention_period: ['1_year', '2_years', '5_years', 'indefinite'],
  },
  connected_services: {
    service_name: ['google_fit', 'apple_health', 'fitbit', 'samsung_health', 'garmin'],
    sync_frequency: ['manual', 'hourly', 'daily', 'weekly'],
  },
  service_imports: {
    kind: ['archive', 'sync'],
    status: ['waiting', 'running', 'completed', 'failed', 'cancelled'],
  },
  activity_samples: {
    kind: ['steps', 'sleep', 'respiratory_rate'],
  },
  access_left_behind: {
    service_name: ['google_fit', 'apple_health', 'fitbit', 'samsung_health', 'garmin'],
  },
  service_revocations: {
    service_name: ['google_fit', 'apple_health', 'fitbit', 'samsung_health', 'garmin'],
  },
  health_trends: {
    trend_period: ['weekly', 'monthly', 'quarterly', 'yearly'],
    trend_direction: ['improving', 'stable', 'declining'],
  },
  user_activity: {
    activity_type: ['login', 'chat', 'upload', 'medication_taken', 'goal_updated', 'appointment_created'],
  },
  search_index: {
    content_type: ['chat_message', 'document', 'health_note'],
    language: ['en', 'hi', 'ta'],
  },
  library_passages: {
    language: ['en', 'hi', 'ta', 'hi-Latn', 'ta-Latn'],
  },
  record_chunks: {
    language: ['en', 'hi', 'ta'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>
