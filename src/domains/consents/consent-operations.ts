import { z } from 'zod'
import type { Language } from '../../clinical/language-forms.ts'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { identifier } from '../../operations/field-types.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { Consent, ConsentReceipt, ConsentTextChanged, Decision } from './consent.ts'
import { PURPOSES, type Purpose, SETTING_OF, TEXT_VERSION, wordsOfPurpose } from './consent-purposes.ts'
import { type ConsentRow, decideConsent, decisionsOf } from './consent-store.ts'

const listConsents = defineOperation({
  name: 'consents.list',
  summary: 'List what consents there are, the words of each, and how the person has decided',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ data: z.array(Consent).meta({ description: 'One for each purpose.' }) }),
  rest: { method: 'GET', path: '/me/consents' },
  run: async (scope) => ({ data: await consentsOf(scope) }),
})

const decide = defineOperation({
  name: 'consents.decide',
  summary: 'Give a consent or take it back',
  effect: 'write',
  input: Decision,
  output: Consent,
  errors: [ConsentTextChanged],
  rest: { method: 'PUT', path: '/me/consents/{purpose}' },
  run: async (scope, { purpose, allowed, text_version }) => {
    if (allowed && text_version !== TEXT_VERSION) throw new Problem(ConsentTextChanged)
    const { transaction, caller } = scope
    const { userId, language, ipAddress } = caller
    const changed = await decideConsent(transaction, {
      userId,
      purpose,
      allowed,
      language,
      method: 'settings',
      ipAddress,
    })
    const [consent] = (await consentsOf(scope)).filter((each) => each.purpose === purpose)
    if (consent === undefined) throw new Error('A purpose has no consent')
    const id = consent.receipt_id
    if (id !== null) {
      scope.about({ table: 'consents', id })
      const after = { purpose, allowed, text_version: TEXT_VERSION }
      if (changed) await scope.changed({ kind: 'updated', table: 'consents', id, before: null, after })
    }
    return consent
  },
})

const listReceipts = defineOperation({
  name: 'consents.receipts.list',
  summary: 'List the receipts of all consents, those that were taken back too; the newest first',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ data: z.array(ConsentReceipt).meta({ description: 'The receipts.' }) }),
  rest: { method: 'GET', path: '/me/consents/receipts' },
  run: async ({ transaction, caller }) => ({ data: (await decisionsOf(transaction, caller.userId)).map(receiptOf) }),
})

const getReceipt = defineOperation({
  name: 'consents.receipts.get',
  summary: 'Read the receipt of one consent: what was shown, when it was given and when taken back',
  effect: 'read',
  input: z.strictObject({ id: identifier('The receipt.') }),
  output: ConsentReceipt,
  errors: [NotFound],
  rest: { method: 'GET', path: '/me/consents/receipts/{id}' },
  run: async ({ transaction, about }, { id }) => {
    const row = await transaction.row<ConsentRow>(transaction.sql('consents').where({ id }))
    if (row === undefined) throw new Problem(NotFound)
    about({ table: 'consents', id })
    return receiptOf(row)
  },
})

export const consentOperations: readonly AnyOperation[] = [listConsents, decide, listReceipts, getReceipt]

async function consentsOf({ transaction, caller }: OperationScope): Promise<z.input<typeof Consent>[]> {
  const [decisions, settings] = await Promise.all([
    decisionsOf(transaction, caller.userId),
    transaction.row<Record<string, boolean | null>>(
      transaction.sql('privacy_settings').select(Object.values(SETTING_OF)),
    ),
  ])
  return PURPOSES.map((purpose) => {
    const ofPurpose = decisions.filter((row) => row.purpose === purpose)
    const last = ofPurpose.find((row) => row.withdrawn_at === null) ?? ofPurpose[0]
    const setting = SETTING_OF[purpose]
    const status = statusOf(last)
    return {
      purpose,
      ...wordsOfPurpose(purpose, caller.language),
      text_version: TEXT_VERSION,
      status,
      allowed: setting === undefined ? isAllowed(purpose, status) : settings?.[setting] === true,
      decided_at: last === undefined ? null : (last.withdrawn_at ?? last.granted_at).toISOString(),
      receipt_id: last?.id ?? null,
    }
  })
}

type Status = z.infer<typeof Consent>['status']

function statusOf(row: ConsentRow | undefined): Status {
  if (row === undefined) return 'not_asked'
  if (row.withdrawn_at === null) return 'given'
  return isRefusal(row) ? 'refused' : 'withdrawn'
}

function isRefusal({ granted_at, withdrawn_at }: ConsentRow): boolean {
  return withdrawn_at?.getTime() === granted_at.getTime()
}

/** Purposes without a setting: making an account was the consent to the first, and a model outside needs one of its own. */
function isAllowed(purpose: Purpose, status: Status): boolean {
  return status === 'given' || (purpose === 'processing' && status === 'not_asked')
}

function receiptOf(row: ConsentRow): z.input<typeof ConsentReceipt> {
  const language: Language = row.language
  const words = translator(language)
  const said = (part: 'data' | 'recipients') => words(`consents:purposes.${row.purpose}.${part}`)
  const at = row.granted_at.toISOString()
  const given = { event_time: at, event_type: 'explicit' as const, event_state: 'consent_given' as const }
  const events = isRefusal(row)
    ? [{ ...given, event_state: 'consent_refused' as const }]
    : [
        given,
        ...(row.withdrawn_at === null
          ? []
          : [{ ...given, event_time: row.withdrawn_at.toISOString(), event_state: 'consent_withdrawn' as const }]),
      ]
  return {
    id: row.id,
    record_id: row.id,
    pii_principal_id: row.user_id,
    purpose: row.purpose,
    purpose_title: wordsOfPurpose(row.purpose, language).title,
    privacy_notice: row.text_shown,
    privacy_notice_version: row.text_version,
    language,
    lawful_basis: 'consent',
    pii_information: said('data'),
    recipient_third_parties: said('recipients'),
    withdrawal_method: words('consents:withdrawal'),
    collection_method: row.method,
    events,
  }
}
