import { BODY_FINDINGS } from './findings/body.ts'
import { BRAIN_FINDINGS } from './findings/brain.ts'
import { CIRCULATION_FINDINGS } from './findings/circulation.ts'
import { EVERYDAY_FINDINGS } from './findings/everyday.ts'
import { INJURY_FINDINGS } from './findings/injury.ts'
import { MIND_FINDINGS } from './findings/mind.ts'
import { MOTHER_AND_CHILD_FINDINGS } from './findings/mother-and-child.ts'
import { SELDOM_FINDINGS } from './findings/seldom.ts'
import type { Findings, WordClasses } from './red-flag.ts'
import { ACTION_WORDS } from './words/actions.ts'
import { BODY_WORDS } from './words/body.ts'
import { PEOPLE_WORDS, PREGNANCY_TIMES } from './words/people.ts'
import { SYMPTOM_WORDS } from './words/symptoms.ts'

export * from './red-flag.ts'
export { RED_FLAG_RULES } from './rules/index.ts'

export const WORD_CLASSES: WordClasses = {
  ...BODY_WORDS,
  ...SYMPTOM_WORDS,
  ...ACTION_WORDS,
  ...PEOPLE_WORDS,
  ...PREGNANCY_TIMES,
}

export const FINDINGS: Findings = {
  ...CIRCULATION_FINDINGS,
  ...BRAIN_FINDINGS,
  ...INJURY_FINDINGS,
  ...MIND_FINDINGS,
  ...MOTHER_AND_CHILD_FINDINGS,
  ...BODY_FINDINGS,
  ...SELDOM_FINDINGS,
  ...EVERYDAY_FINDINGS,
}
