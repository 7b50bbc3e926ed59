import { z } from 'zod'
import { choice, flag, identifier, longText, moment, text } from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'
import { PURPOSES } from './consent-purposes.ts'

/** The words have changed since they were shown: the person has to see the new ones first. */
export const ConsentTextChanged = defineProblem({ type: 'consent-text-changed', status: 409 })

/** The person has taken back that documents are read and questions answered. */
export const ProcessingNotAllowed = defineProblem({ type: 'processing-not-allowed', status: 409 })

const STATUSES = ['given', 'withdrawn', 'refused', 'not_asked'] as const

export const purpose = choice(PURPOSES, 'What the consent is for.')
const language = choice(enumerations.consents.language, 'The language of the words that were shown.')
const version = text('The version of the words.', { example: '1', maximum: 50 })

export const Consent = z
  .object({
    purpose,
    title: text('What it is called, in the caller’s language.', {
      example: 'Reading your documents and answering you',
    }),
    text: longText('The words to show before the person decides, in the caller’s language.', {
      example: 'Swasthwrap may read the reports that I upload and answer my questions with them.',
    }),
    text_version: version,
    status: choice(STATUSES, 'How the person has decided.'),
    allowed: flag(
      'Whether it is allowed now. Sharing is allowed until it is refused: each share is an act of its own.',
    ),
    decided_at: moment('When the person decided last.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
    receipt_id: identifier('The receipt of that decision.').nullable(),
  })
  .meta({ id: 'Consent' })

export const Decision = z.strictObject({
  purpose,
  allowed: flag('`true` gives the consent, `false` takes it back. Taking back is always as easy as giving.'),
  text_version: version.optional().meta({
    description: 'The version of the words that the person was shown. Needed to give a consent.',
    examples: ['1'],
  }),
})

const event = z.object({
  event_time: moment('When.', { example: '2026-03-12T04:30:00.000Z' }),
  event_type: choice(['explicit'], 'How: by an act of the person.'),
  event_state: choice(['consent_given', 'consent_withdrawn', 'consent_refused'], 'What was decided.'),
})

/** Names of fields follow ISO/IEC TS 27560:2023 as far as the W3C DPV group's public guide to it tells them. */
export const ConsentReceipt = z
  .object({
    id: identifier('The receipt.'),
    record_id: identifier('The record of the consent that it is the receipt of; the same.'),
    pii_principal_id: identifier('The person, by the identifier of their account.'),
    purpose,
    purpose_title: text('What the purpose is called, in the language of the receipt.', {
      example: 'Anonymous statistics',
    }),
    privacy_notice: longText('The words that the person was shown, as they stood.', {
      example: 'My data may be counted in statistics that show nobody.',
    }).nullable(),
    privacy_notice_version: version,
    language,
    lawful_basis: choice(['consent'], 'Why the data may be used.'),
    pii_information: text('Which data it is about, in the language of the receipt.', { example: 'Measurements' }),
    recipient_third_parties: text('Who gets data, in the language of the receipt.', { example: 'Nobody' }),
    withdrawal_method: text('How to take it back, in the language of the receipt.', {
      example: 'In the settings, under privacy',
    }),
    collection_method: choice(enumerations.consents.method, 'Where the person decided.').nullable(),
    events: z.array(event).meta({ description: 'What happened to it, in order.' }),
  })
  .meta({ id: 'ConsentReceipt' })
