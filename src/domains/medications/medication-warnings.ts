import { findAllergyMatches } from '../../clinical/drug-allergies/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { Medication } from './medication.ts'

interface RecordedAllergy {
  readonly substance: string
  readonly reaction: string | null
}

/**
 * What speaks against taking a medicine, in the caller's language: a recorded allergy to it or its kin, or that it is
 * being taken already. Empty where nothing is known to.
 */
export async function medicationWarnings(scope: OperationScope, medication: Medication): Promise<string[]> {
  const { transaction, caller } = scope
  const names = [medication.medication_name, medication.generic_name, medication.brand_name].filter(
    (name) => name !== null,
  )
  const [allergies, active] = await Promise.all([
    transaction.rows<RecordedAllergy>(
      transaction.sql('allergies').select('substance', 'reaction').where({ status: 'active' }),
    ),
    transaction.rows<Pick<Medication, 'medication_name' | 'generic_name' | 'brand_name' | 'dosage'>>(
      transaction
        .sql('medications')
        .select('medication_name', 'generic_name', 'brand_name', 'dosage')
        .where({ status: 'active' }),
    ),
  ])
  const translate = translator(caller.language)
  const substances = allergies.map((allergy) => allergy.substance)
  const matches = findAllergyMatches(names, substances).map(({ substance, group }) => {
    const reaction = allergies.find((allergy) => allergy.substance === substance)?.reaction
    const reason = group
      ? translate('medications:warnings.kin', {
          medicine: medication.medication_name,
          substance,
          group: group.name[caller.language],
        })
      : translate('medications:warnings.allergy', { medicine: medication.medication_name, substance })
    return reaction ? `${reason} ${translate('medications:warnings.reaction', { reaction })}` : reason
  })
  const taken = active.find((other) => sharesName(names, [other.medication_name, other.generic_name, other.brand_name]))
  const repeated = taken
    ? [translate('medications:warnings.taken', { medicine: taken.medication_name, dosage: taken.dosage })]
    : []
  return [...matches, ...repeated]
}

function sharesName(names: readonly string[], others: readonly (string | null)[]): boolean {
  const known = new Set(others.map((name) => name?.toLowerCase()))
  return names.some((name) => known.has(name.toLowerCase()))
}
