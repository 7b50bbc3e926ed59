import type { Language } from '../../clinical/language-forms.ts'
import { enumerations } from '../../platform/database/index.ts'
import { translator } from '../../platform/i18n/translator.ts'

export const PURPOSES = enumerations.consents.purpose
export type Purpose = (typeof PURPOSES)[number]

/**
 * The version of the words under `consents:purposes` that people are shown. A change of what they promise is a new
 * version; a consent to an earlier one stands until the person decides again.
 */
export const TEXT_VERSION = '1'

/** The setting of `privacy_settings` that says the same, and changes with the decision. */
export const SETTING_OF: Readonly<Partial<Record<Purpose, string>>> = {
  sharing_with_doctors: 'share_data_with_doctors',
  analytics: 'allow_anonymous_analytics',
  research: 'research_participation',
}

/** What a purpose is called, and the words by which a person agrees to it. */
export function wordsOfPurpose(
  purpose: Purpose,
  language: Language,
): { readonly title: string; readonly text: string } {
  const words = translator(language)
  return { title: words(`consents:purposes.${purpose}.title`), text: words(`consents:purposes.${purpose}.text`) }
}
