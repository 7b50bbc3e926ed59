import type { ConceptMatch } from '../../clinical/concepts/index.ts'
import { type Edit, isMedicine } from './claim.ts'
import { DIAGNOSED_AFTER, DIAGNOSED_BEFORE, DOCTOR_FIRST, HEDGED, NEGATION, PERSONAL } from './claim-words.ts'
import type { KnownValues } from './known-values.ts'
import type { SubjectMention } from './subjects.ts'

/** Medicines that neither the record nor the person named, where the sentence says that the person has them. */
export function foreignMedicines(
  known: KnownValues,
  mentions: readonly SubjectMention[],
  sentence: string,
): readonly Edit[] {
  if (!PERSONAL.test(sentence) || NEGATION.test(sentence)) return []
  return mentions
    .filter((mention) => isMedicine(mention) && ![...mention.keys].some((key) => known.named.has(key)))
    .map(({ start, end }) => ({ start, end, kind: 'medicine' as const }))
}

/** "You have diabetes", where neither the record nor the person says so: that is a doctor's to say. */
export function foreignDiagnoses(
  known: KnownValues,
  mentions: readonly SubjectMention[],
  sentence: string,
): readonly Edit[] {
  if (NEGATION.test(sentence) || HEDGED.test(sentence)) return []
  return mentions
    .filter(({ keys, start, end }) => {
      const illnesses = [...keys].filter((key) => key.startsWith('condition:') && !NO_DIAGNOSIS.has(key))
      if (illnesses.length === 0 || illnesses.some((key) => known.named.has(key))) return false
      const before = sentence.slice(0, start)
      if (!DIAGNOSED_BEFORE.test(before)) return false
      return /^[\p{Script=Latin}\P{L}]*$/u.test(before) && /\byou/i.test(before)
        ? true
        : DIAGNOSED_AFTER.test(sentence.slice(end))
    })
    .map(({ start, end }) => ({ start, end, kind: 'diagnosis' as const }))
}

/** "Stop taking metformin", "double the dose": never said, whoever wrote it. */
export function adviceOnMedicines(
  sentence: string,
  concepts: readonly ConceptMatch[],
  mentions: readonly SubjectMention[],
): Edit | undefined {
  const act = concepts.find(({ concept }) => concept.id === 'act.stop' || concept.id === 'act.dose_change')
  const medicine =
    mentions.some(isMedicine) || concepts.some(({ concept }) => concept.id === 'medication' || concept.id === 'dose')
  if (
    act === undefined ||
    !medicine ||
    NEGATION.test(sentence) ||
    DOCTOR_FIRST.test(sentence) ||
    sentence.includes('?')
  ) {
    return undefined
  }
  return { start: act.start, end: sentence.trimEnd().length, kind: 'advice' }
}

/** Conditions that are no illness, or no statement about one. */
const NO_DIAGNOSIS = new Set(['condition:condition', 'condition:pregnancy', 'condition:allergy'])
