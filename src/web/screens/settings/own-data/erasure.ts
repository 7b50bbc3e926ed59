/** The erasure of an account, as far as its page tells. */
export interface Erasure {
  readonly status: 'pending' | 'completed'
  readonly completed_at: string | null
  /** Signed (JWS): when, and how much of what. It names nobody. */
  readonly certificate: string | null
  readonly claims: {
    readonly rows_erased: number
    readonly files_erased: number
    readonly vectors_erased: number
    readonly keys_destroyed: number
    readonly digest: string
  } | null
}

/** Where the certificate of a token is read. */
export const erasurePath = (token: string): string => `/api/v1/erasures/${encodeURIComponent(token)}`

/** The token in the address of a certificate: its last part. */
export const certificateToken = (url: string): string => decodeURIComponent(url.split('/').at(-1) ?? '')

/** Upper and lower case letters are the same in an e-mail address, and so are the spaces around it. */
export const isSameAddress = (typed: string, address: string): boolean =>
  typed.trim().toLowerCase() === address.toLowerCase()
