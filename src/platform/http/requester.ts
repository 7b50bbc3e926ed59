import type { FastifyRequest } from 'fastify'
import { LANGUAGES, type Language } from '../../clinical/language-forms.ts'
import { preferredLanguage } from '../i18n/accept-language.ts'

/** The language to answer in: `Accept-Language`, else the account's, else English. */
export function languageOfRequest(request: FastifyRequest, ofAccount?: Language): Language {
  return preferredLanguage(request.headers['accept-language']) ?? ofAccount ?? LANGUAGES[0]
}
