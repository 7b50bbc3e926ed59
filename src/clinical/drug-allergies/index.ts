export { DRUG_GROUPS, type DrugGroup } from './drug-groups.ts'
export { type AllergyMatch, findAllergyMatches } from './find-allergy-match.ts'
