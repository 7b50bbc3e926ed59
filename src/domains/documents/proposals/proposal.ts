import { z } from 'zod'
import { choice, flag, identifier, moment, text, wholeNumber } from '../../../operations/field-types.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { defineProblem } from '../../../platform/errors/problem.ts'
import { PROPOSAL_REVIEW_REASONS } from '../../../reader/index.ts'
import { boxSchema } from '../results/result.ts'

const { kind, status } = enumerations.document_proposals
export type ProposalKind = (typeof kind)[number]
export type ProposalStatus = (typeof status)[number]

/** The person has accepted or declined it before. */
export const ProposalDecided = defineProblem({ type: 'proposal-decided', status: 409 })

/** What a row of each kind cannot do without and a document may not say. */
const NEEDED: Readonly<Record<ProposalKind, readonly string[]>> = {
  medication: ['medication_name', 'dosage', 'frequency', 'prescribed_by', 'start_date'],
  condition: ['name', 'diagnosed_date', 'status', 'severity'],
  procedure: [],
  appointment: ['appointment_title', 'doctor_name', 'appointment_date', 'appointment_time'],
  vaccination: [],
}

export type ProposalContent = Readonly<Record<string, unknown>>

export function missingFields(kind: ProposalKind, content: ProposalContent): string[] {
  return NEEDED[kind].filter((field) => content[field] === null || content[field] === undefined)
}

/** A row of `document_proposals`. */
export interface ProposalRow {
  readonly id: string
  readonly document_id: string
  readonly position: number
  readonly kind: ProposalKind
  readonly content: ProposalContent
  readonly printed: string
  readonly page: number
  readonly box: unknown
  readonly confidence: number
  readonly needs_review: boolean
  readonly review_reason: string | null
  readonly status: ProposalStatus
  readonly record_id: string | null
  readonly decided_at: Date | null
  readonly created_at: Date
}

export const DocumentProposal = z
  .object({
    id: identifier('The proposal.'),
    document_id: identifier('The document.'),
    kind: choice(
      kind,
      'What it would become: a medication, a condition or an appointment of the record; procedures and vaccinations stay with the document.',
    ),
    content: z.record(z.string(), z.unknown()).meta({
      description:
        'The fields that the row of the record would have, named as there; of a medication also its `schedules`.',
      examples: [{ medication_name: 'Glycomet 500', dosage: '1 tablet', frequency: 'Twice a day, after food' }],
    }),
    missing: z.array(text('A field.', { example: 'severity' })).meta({
      description: 'Fields that the document does not say and that have to be given with the acceptance.',
      examples: [[]],
    }),
    printed: text('The words that it was read from.', { example: 'Tab. Glycomet 500 1-0-1 x 30 days', maximum: 2_000 }),
    page: wholeNumber('Page, from 1.', { example: 1, minimum: 1 }),
    box: boxSchema,
    confidence: z.number().meta({ description: 'How sure the reading is, 0 to 1.', examples: [0.93] }),
    needs_review: flag('Whether somebody should compare it with the page first.', { example: false }),
    review_reason: z
      .enum(PROPOSAL_REVIEW_REASONS)
      .nullable()
      .meta({ description: 'Why.', examples: ['unknown_medicine'] }),
    status: choice(status, 'What became of it: `open`, `accepted` or `declined`.'),
    record_id: identifier('The row of the record that it became, in the collection of its kind.').nullable(),
    decided_at: moment('When the person decided.', { example: '2026-03-12T04:31:00.000Z' }).nullable(),
    created_at: moment('When it was read.', { example: '2026-03-12T04:30:00.000Z' }),
  })
  .meta({ id: 'DocumentProposal' })

export function presentProposal(row: ProposalRow): z.input<typeof DocumentProposal> {
  return {
    ...row,
    missing: row.status === 'open' ? missingFields(row.kind, row.content) : [],
    decided_at: row.decided_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  } as z.input<typeof DocumentProposal>
}
