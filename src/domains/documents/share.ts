import { z } from 'zod'
import { choice, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'

const { share_type } = enumerations.document_shares

/** The person has switched off sharing with doctors. */
export const SharingOff = defineProblem({ type: 'sharing-switched-off', status: 409 })

export const shareDerived = {
  shared_with: text('The e-mail address that whoever opens the link must name.', { example: 'doctor@example.org' }),
  share_type: choice(share_type, '`view` shows the document, `download` hands out its file.', { example: 'download' }),
  expires_at: moment('Until when the link works.', { example: '2026-03-19T04:30:00.000Z' }).nullable(),
  access_count: wholeNumber('How often the document was opened by it.', { example: 2 }),
  last_accessed: moment('When it was opened last.', { example: '2026-03-13T09:12:00.000Z' }).nullable(),
  revoked_at: moment('When the link was taken back; null while it stands.', {
    example: '2026-03-14T10:00:00.000Z',
  }).nullable(),
}

export const shareInput = {
  shared_with: z
    .email()
    .max(255)
    .meta({ description: shareDerived.shared_with.meta()?.description, examples: ['doctor@example.org'] }),
  share_type: shareDerived.share_type.default('view'),
  valid_days: wholeNumber('How many days the link works.', { example: 7, minimum: 1, maximum: 365 }).default(7),
}
