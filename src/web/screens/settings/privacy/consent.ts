import type { Language } from '../../../words/language.ts'

export const CONSENTS_PATH = '/api/v1/me/consents'
export const RECEIPTS_PATH = `${CONSENTS_PATH}/receipts`

export interface Consent {
  readonly purpose: string
  /** In the page's language, as is the text. */
  readonly title: string
  readonly text: string
  readonly text_version: string
  readonly status: 'given' | 'withdrawn' | 'refused' | 'not_asked'
  /** Some things are allowed until they are refused. */
  readonly allowed: boolean
  readonly decided_at: string | null
  readonly receipt_id: string | null
}

export interface Receipt {
  readonly id: string
  readonly purpose_title: string
  /** The words that were shown; nothing where none were, as when something was refused before anybody asked. */
  readonly privacy_notice: string | null
  readonly privacy_notice_version: string
  readonly language: Language
  readonly pii_information: string
  readonly recipient_third_parties: string
  readonly withdrawal_method: string
  readonly events: readonly { readonly event_time: string; readonly event_state: string }[]
}

/** What the person can answer now: taking back is as easy as giving, and who was never asked can say either. */
export function answersTo({ status }: Pick<Consent, 'status'>): readonly boolean[] {
  if (status === 'not_asked') return [true, false]
  return [status !== 'given']
}
