import { BELLY_TO_SKIN_COMPLAINTS } from './belly-to-skin.ts'
import { COMPLAINT_IDS, type Complaint } from './complaint.ts'
import { HEAD_TO_CHEST_COMPLAINTS } from './head-to-chest.ts'
import { WHOLE_BODY_COMPLAINTS } from './whole-body.ts'

export { COMPLAINT_IDS, type Complaint, type ComplaintId, type QuestionId } from './complaint.ts'
export { QUESTIONS } from './questions.ts'

/** The most telling first: a message that fits several is about the first of them. */
export const COMPLAINTS: readonly Complaint[] = [
  ...HEAD_TO_CHEST_COMPLAINTS,
  ...BELLY_TO_SKIN_COMPLAINTS,
  ...WHOLE_BODY_COMPLAINTS,
].sort((one, other) => COMPLAINT_IDS.indexOf(one.id) - COMPLAINT_IDS.indexOf(other.id))
