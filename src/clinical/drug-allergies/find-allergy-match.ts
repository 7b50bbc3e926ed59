import { DRUG_GROUPS, type DrugGroup } from './drug-groups.ts'

export interface AllergyMatch {
  /** The recorded substance. */
  readonly substance: string
  /** The group that medicine and substance share; absent where the medicine names the substance itself. */
  readonly group?: DrugGroup
}

/** Words without case, marks and punctuation, between single spaces. */
function fold(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []
  return ` ${words.join(' ')} `
}

const FOLDED_GROUPS = DRUG_GROUPS.map((group) => ({
  group,
  names: [...group.members, ...group.alsoCalled].map(fold),
}))

function groupsOf(folded: string): Set<DrugGroup> {
  return new Set(
    FOLDED_GROUPS.filter(({ names }) => names.some((name) => folded.includes(name))).map(({ group }) => group),
  )
}

/** What a recorded substance may say besides its name. */
const FILLER =
  /^(?:allergy|allergic|allergies|to|and|or|medicine|medicines|drug|drugs|tablet|tablets|injection|the|एलर्जी|दवा|से|மருந்து|ஒவ்வாமை)$/u

/**
 * Which of a person's recorded substances a medicine, by any of its names, holds or is kin to. Errs on the side of a match:
 * the answer is a question to the person, not a refusal.
 */
export function findAllergyMatches(medicineNames: readonly string[], substances: readonly string[]): AllergyMatch[] {
  const medicine = medicineNames.map(fold).join('')
  const groups = groupsOf(medicine)
  return substances.flatMap((substance): AllergyMatch[] => {
    const folded = fold(substance)
    const words = folded
      .trim()
      .split(' ')
      .filter((word) => word.length > 2 && !FILLER.test(word))
    if (words.some((word) => medicine.includes(` ${word} `))) return [{ substance }]
    const group = [...groupsOf(folded)].find((each) => groups.has(each))
    return group ? [{ substance, group }] : []
  })
}
