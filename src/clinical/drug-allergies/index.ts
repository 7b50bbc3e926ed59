export { findAllergyMatches } from './find-allergy-match.ts'
