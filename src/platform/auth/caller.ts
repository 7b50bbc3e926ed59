import type { Language } from '../../clinical/language-forms.ts'

/** What a credential may do. A signed-in person has all of them, an API token those that it was given. */
export const TOKEN_SCOPES = ['read', 'write', 'chat'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Through which surface a call came in; kept in the audit log. */
export type Surface = 'rest' | 'mcp' | 'assistant' | 'job'

/** Who is calling, once proven. */
export interface Caller {
  readonly userId: string
  readonly surface: Surface
  readonly scopes: ReadonlySet<TokenScope>
  /** Language of problems and of texts made for the caller. */
  readonly language: Language
  readonly requestId: string
  /** The sign-in that the credential belongs to. Absent for API tokens. */
  readonly sessionId?: string
  readonly ipAddress?: string
  readonly userAgent?: string
}
