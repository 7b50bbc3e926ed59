import { z } from 'zod'

const fields = z.looseObject({})
const list = z.array(fields)
const texts = z.array(z.string().max(10_000)).max(10_000)
const weekdays = z.array(z.int().min(0).max(6)).max(7)
const box = z.union([z.array(z.number()).max(8), z.record(z.string(), z.number())])

/**
 * The outline of each JSON column that an archive may fill, so that what reads it finds a list where it expects one. The
 * database checks every other column itself.
 */
export const JSON_COLUMNS: Readonly<Record<string, z.ZodType>> = {
  'users.interests': texts,
  'medical_documents.reading_notes': list,
  'document_pages.words': list,
  'document_results.box': box,
  'document_results.candidate': fields,
  'document_results.original': fields,
  'document_proposals.content': fields,
  'document_proposals.box': box,
  'medication_schedules.days_of_week': weekdays,
  'medication_reminders.days_of_week': weekdays,
  'notifications.metadata': fields,
  'emergency_alerts.vital_signs': fields,
  'ai_responses.sources': list,
  'ai_responses.suggestions': texts,
  'ai_responses.entities_extracted': fields,
  'ai_responses.triage': fields,
  'ai_responses.tool_calls': list,
  'ai_responses.confidence_basis': fields,
  'ai_responses.usage': fields,
  'user_activity.metadata': fields,
}
