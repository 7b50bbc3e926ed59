import type { RedFlagRule } from '../red-flag.ts'
import { BODY_RULES } from './body.ts'
import { INJURY_RULES } from './injury.ts'
import { LIFE_RULES } from './life.ts'
import { PERSON_RULES } from './persons.ts'

/** Every rule, none of which lowers what another raises. */
export const RED_FLAG_RULES: readonly RedFlagRule[] = [...LIFE_RULES, ...INJURY_RULES, ...PERSON_RULES, ...BODY_RULES]
