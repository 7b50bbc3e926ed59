import type { RedFlagCategory } from '../red-flags/red-flag.ts'
import { BODY_AND_BIRTH_AID } from './body-and-birth.ts'
import type { FirstAid } from './first-aid.ts'
import { HEART_BREATH_BRAIN_AID } from './heart-breath-brain.ts'
import { INJURY_AID } from './injuries.ts'

export type { FirstAid } from './first-aid.ts'

/** Where two categories are helped in the same way, one text serves both. */
const FIRST_AID: Readonly<Record<RedFlagCategory, FirstAid>> = {
  ...HEART_BREATH_BRAIN_AID,
  ...INJURY_AID,
  ...BODY_AND_BIRTH_AID,
  insect_sting: INJURY_AID.anaphylaxis,
  fever: BODY_AND_BIRTH_AID.sepsis,
  infection: BODY_AND_BIRTH_AID.sepsis,
  mental_health: INJURY_AID.self_harm,
}

/** What to do until help comes, for one kind of emergency. */
export const firstAidFor = (category: RedFlagCategory): FirstAid => FIRST_AID[category]
