import type { Language } from '../../../clinical/language-forms.ts'
import { displayUnit } from '../../../clinical/units/index.ts'
import { writtenDay, writtenMoment } from '../../../operations/written-time.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import type { AllergyRow } from '../resources/allergy.ts'
import type { ConditionRow } from '../resources/condition.ts'
import type { DocumentRow, ResultRow } from '../resources/laboratory-report.ts'
import type { MedicationRow } from '../resources/medication.ts'
import type { MetricRow } from '../resources/observation.ts'

/** Rows of the record as a person reads them in a section, in their language. */
export function sectionLines(language: Language, timeZone: string) {
  const translate = translator(language)
  const word = (domain: string, field: string, value: string | null) =>
    value === null ? undefined : translate(`${domain}:values.${field}.${value}`, { defaultValue: value })
  const line = (...parts: readonly (string | null | undefined)[]) =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')
  const day = (date: string | null) => (date === null ? undefined : writtenDay(date, language))

  return {
    condition: ({ name, icd_code, severity, status, diagnosed_date, notes }: ConditionRow) =>
      line(
        icd_code === null ? name : `${name} (${icd_code})`,
        word('conditions', 'severity', severity),
        word('conditions', 'status', status),
        day(diagnosed_date),
        notes,
      ),
    allergy: ({ substance, reaction, severity, status, noted_date }: AllergyRow) =>
      line(
        substance,
        reaction,
        word('allergies', 'severity', severity),
        word('allergies', 'status', status),
        day(noted_date),
      ),
    medication: (row: MedicationRow) =>
      line(
        row.medication_name,
        row.generic_name === row.medication_name ? null : row.generic_name,
        row.dosage,
        row.frequency,
        word('medications', 'status', row.status),
        row.end_date === null ? day(row.start_date) : `${day(row.start_date)} – ${day(row.end_date)}`,
        row.instructions,
      ),
    metric: ({ metric_type, value, unit, measured_at, notes }: MetricRow) =>
      line(
        `${word('metrics', 'metric_type', metric_type)}: ${value} ${unit}`,
        writtenMoment(measured_at.toISOString(), timeZone, language),
        notes,
      ),
    result: ({ test, value, unit, reference_text, observed_at }: ResultRow) =>
      line(
        `${test}: ${value}${unit === null ? '' : ` ${displayUnit(unit)}`}`,
        reference_text,
        observed_at === null ? undefined : writtenDay(observed_at.toISOString().slice(0, 10), language),
      ),
    document: ({ document_name, category, document_date }: DocumentRow) =>
      line(document_name, word('documents', 'category', category), day(document_date)),
    bloodGroup: (bloodGroup: string) => `${translate('me:fields.blood_group')}: ${bloodGroup}`,
  }
}
